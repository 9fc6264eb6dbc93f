package org.safecommunity.model.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.model.LocalText;

class CommunityTest {
    private static final LocalText NAME = new LocalText("Riverside", "河畔街道");

    @Test
    void a_complete_draft_becomes_a_community() {
        LocalDate start = LocalDate.of(2023, 1, 1);
        assertThat(new CommunityDraft(NAME, CommunityType.URBAN, start, null, null, null, null, null, null).toModel())
                .isEqualTo(new Community(NAME, CommunityType.URBAN, start, false, null, null, null, null, null));
        assertThat(new CommunityDraft(NAME, CommunityType.URBAN, null, true, NAME, NAME, "CC0", null, null).toModel())
                .isEqualTo(new Community(NAME, CommunityType.URBAN, null, true, NAME, NAME, "CC0", null, null));
    }

    static Stream<LocalText> titles() {
        return Stream.of(
                        Stream.of(CommunityType.values()).map(CommunityType::title),
                        Stream.of(Coverage.values()).map(Coverage::title),
                        Stream.of(PopulationKind.values()).map(PopulationKind::title),
                        Stream.of(UnitLevel.values()).map(UnitLevel::title))
                .flatMap(titles -> titles);
    }

    @ParameterizedTest
    @MethodSource("titles")
    void words_have_names_in_both_languages(LocalText title) {
        assertThat(title.in(Locale.ENGLISH)).matches("[\\p{ASCII}]+");
        assertThat(title.in(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @EnumSource
    void only_full_coverage_carries_rates(Coverage coverage) {
        assertThat(coverage.carriesRates()).isEqualTo(coverage == Coverage.ALL_RESIDENTS);
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void a_community_without_name_or_type() {
            assertThatNullPointerException()
                    .isThrownBy(
                            () -> new Community(null, CommunityType.URBAN, null, false, null, null, null, null, null))
                    .withMessage("name");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Community(NAME, null, null, false, null, null, null, null, null))
                    .withMessage("type");
            assertThatNullPointerException()
                    .isThrownBy(
                            () -> new CommunityDraft(NAME, null, null, null, null, null, null, null, null).toModel())
                    .withMessage("type");
        }
    }
}
