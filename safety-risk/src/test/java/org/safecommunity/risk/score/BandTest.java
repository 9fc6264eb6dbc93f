package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.LocalText;

class BandTest {
    private static final LocalText TEXT = new LocalText("text", "文字");

    @ParameterizedTest
    @CsvSource({
        "LOWER_INCLUSIVE, 69.99, false", "LOWER_INCLUSIVE, 70, true", "LOWER_INCLUSIVE, 159.99, true",
        "LOWER_INCLUSIVE, 160, false", "UPPER_INCLUSIVE, 70, false", "UPPER_INCLUSIVE, 70.01, true",
        "UPPER_INCLUSIVE, 160.0, true", "UPPER_INCLUSIVE, 160.01, false", "BOTH_INCLUSIVE, 69.99, false",
        "BOTH_INCLUSIVE, 70.00, true", "BOTH_INCLUSIVE, 160, true", "BOTH_INCLUSIVE, 160.01, false"
    })
    void a_policy_decides_which_bound_is_inside(BoundaryPolicy policy, BigDecimal score, boolean inside) {
        assertThat(policy.holds(score, band("70", "160"))).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"LOWER_INCLUSIVE, true", "UPPER_INCLUSIVE, false", "BOTH_INCLUSIVE, true"})
    void an_open_band_has_no_upper_bound(BoundaryPolicy policy, boolean lowerInside) {
        Band open = band("320", null);
        assertThat(policy.holds(new BigDecimal("1E+9"), open)).isTrue();
        assertThat(policy.holds(new BigDecimal("320"), open)).isEqualTo(lowerInside);
        assertThat(policy.condition(open, "D")).isEqualTo(lowerInside ? "320 ≤ D" : "320 < D");
    }

    @Test
    void is_named_by_id_or_by_its_name_in_either_language() {
        Band high = Scheme.find("LEC").orElseThrow().bands().get(1);
        assertThat(List.of("high", "HIGH", "高度危险", "Highly dangerous")).allMatch(high::isNamed);
        assertThat(high.isNamed("orange")).isFalse();
    }

    @Test
    void bounds_are_kept_without_trailing_zeros() {
        assertThat(band("70.00", "1.6E+2")).isEqualTo(band("70", "160"));
    }

    @Test
    void words_have_names_in_both_languages() {
        for (BoundaryPolicy policy : BoundaryPolicy.values()) {
            assertThat(policy.title().zh()).containsPattern("\\p{IsHan}");
        }
        assertThat(Colour.values())
                .extracting(colour -> colour.label() + " " + colour.title().zh() + " "
                        + colour.level().zh())
                .containsExactly("red 红 重大风险", "orange 橙 较大风险", "yellow 黄 一般风险", "blue 蓝 低风险");
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void bad_parts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> band("160", "70.0"))
                    .withMessage("to must not be below from, 160, was 70");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Band("", BigDecimal.ONE, null, TEXT, Colour.RED, TEXT))
                    .withMessage("id must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Band("x", null, null, TEXT, Colour.RED, TEXT))
                    .withMessage("from");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Band("x", BigDecimal.ONE, null, null, Colour.RED, TEXT))
                    .withMessage("title");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Band("x", BigDecimal.ONE, null, TEXT, null, TEXT))
                    .withMessage("colour");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Band("x", BigDecimal.ONE, null, TEXT, Colour.RED, null))
                    .withMessage("action");
        }
    }

    private static Band band(String from, @Nullable String to) {
        return new Band("x", new BigDecimal(from), to == null ? null : new BigDecimal(to), TEXT, Colour.BLUE, TEXT);
    }
}
