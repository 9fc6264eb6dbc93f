package org.safecommunity.metrics.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.metrics.comparison.OddsRatioMethod;
import org.safecommunity.metrics.comparison.PValueAdjustment;
import org.safecommunity.metrics.comparison.RateDifferenceMethod;
import org.safecommunity.metrics.comparison.RateRatioMethod;
import org.safecommunity.metrics.comparison.RiskDifferenceMethod;
import org.safecommunity.metrics.comparison.RiskRatioMethod;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;
import org.safecommunity.metrics.method.MethodEntry.Part;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;

class MethodTextsTest {
    private static final List<Part> NEEDED =
            List.of(Part.TITLE, Part.WHAT, Part.WHEN, Part.WHEN_NOT, Part.FORMULA, Part.EXAMPLE, Part.SOURCE);

    static Stream<MethodEntry> entries() {
        return MethodEntry.all().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_entry_has_all_its_parts_in_both_languages(MethodEntry entry) {
        for (Part part : NEEDED) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(entry.text(part, locale))
                        .as(entry.id() + " " + part)
                        .hasValueSatisfying(text -> assertThat(text).isNotBlank());
            }
        }
        for (Part part : List.of(Part.TITLE, Part.WHAT, Part.WHEN, Part.WHEN_NOT)) {
            String chinese = entry.text(part, Locale.CHINESE).orElseThrow();
            assertThat(chinese.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
                    .as(entry.id() + " " + part)
                    .isTrue();
            assertThat(chinese).isNotEqualTo(entry.text(part, Locale.ENGLISH).orElseThrow());
        }
    }

    @Test
    void identifiers_are_unique() {
        assertThat(MethodEntry.all()).extracting(MethodEntry::id).doesNotHaveDuplicates();
    }

    static Stream<String> labels() {
        return Stream.of(
                        Arrays.stream(PoissonIntervalMethod.values()).map(PoissonIntervalMethod::label),
                        Arrays.stream(ProportionIntervalMethod.values()).map(ProportionIntervalMethod::label),
                        Arrays.stream(StandardisedIntervalMethod.values()).map(StandardisedIntervalMethod::label),
                        Arrays.stream(RateRatioMethod.values()).map(RateRatioMethod::label),
                        Arrays.stream(RateDifferenceMethod.values()).map(RateDifferenceMethod::label),
                        Arrays.stream(RiskRatioMethod.values()).map(RiskRatioMethod::label),
                        Arrays.stream(RiskDifferenceMethod.values()).map(RiskDifferenceMethod::label),
                        Arrays.stream(OddsRatioMethod.values()).map(OddsRatioMethod::label),
                        Arrays.stream(PValueAdjustment.values()).map(PValueAdjustment::label))
                .flatMap(labels -> labels)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void every_method_is_found_by_the_name_the_command_line_uses(String label) {
        assertThat(MethodEntry.find(label)).isNotEmpty();
    }

    @Test
    void a_name_that_several_methods_share_finds_them_all() {
        assertThat(MethodEntry.find("mid-p"))
                .extracting(MethodEntry::id)
                .contains("poisson-mid-p", "proportion-mid-p", "rate-ratio-mid-p", "odds-mid-p");
        assertThat(MethodEntry.find("no-such-method")).isEmpty();
    }
}
