package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Status;

class CumulativeRateTest {
    private static final List<Stratum> BANDS = List.of(
            new Stratum("0-4", 12, 9100),
            new Stratum("5-14", 9, 8800),
            new Stratum("15-34", 30, 15200),
            new Stratum("35-54", 41, 21000),
            new Stratum("55-74", 66, 12400),
            new Stratum("75+", 50, 3000));

    private static CumulativeRate rate(List<Stratum> strata) {
        return CumulativeRate.of(strata, 74, StandardisedIntervalMethod.FAY_FEUER, Confidence.DEFAULT);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "cumulative-rate.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            StandardisedIntervalMethod method,
            double value,
            double standardError,
            double lower,
            double upper,
            double risk) {
        CumulativeRate rate = CumulativeRate.of(BANDS, 74, method, Confidence.DEFAULT);
        Interval interval = rate.interval().orElseThrow();
        assertThat(rate.value().orElseThrow()).isCloseTo(value, within(1e-12 * value));
        assertThat(rate.standardError().orElseThrow()).isCloseTo(standardError, within(1e-12 * standardError));
        assertThat(interval.lower()).isCloseTo(lower, within(1e-11 * lower));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-11 * upper));
        assertThat(rate.details().get("cumulativeRisk"))
                .isInstanceOfSatisfying(Double.class, r -> assertThat(r).isCloseTo(risk, within(1e-12)));
    }

    @Property(tries = 20)
    void the_order_of_bands_does_not_matter(@ForAll @IntRange(min = 0, max = 5) int turn) {
        List<Stratum> turned = new ArrayList<>(BANDS);
        Collections.rotate(turned, turn);
        assertThat(rate(turned).value()).hasValueCloseTo(rate(BANDS).value().orElseThrow(), within(1e-15));
    }

    @Test
    void lower_ages_alone_name_the_bands() {
        List<Stratum> lows = List.of(
                new Stratum("0", 12, 9100),
                new Stratum("5", 9, 8800),
                new Stratum("15", 30, 15200),
                new Stratum("35", 41, 21000),
                new Stratum("55", 66, 12400),
                new Stratum("75", 50, 3000));
        assertThat(rate(lows).value()).hasValueCloseTo(rate(BANDS).value().orElseThrow(), within(1e-15));
    }

    @Test
    void a_missing_band_is_named() {
        List<Stratum> gap = new ArrayList<>(BANDS);
        gap.remove(2);
        CumulativeRate rate = rate(gap);
        assertThat(rate.value()).isEmpty();
        assertThat(rate.interval()).isEmpty();
        assertThat(rate.status()).isEqualTo(Status.NO_PERSON_TIME);
        assertThat(rate.details()).containsEntry("strata", List.of("15-34")).doesNotContainKey("cumulativeRisk");
        assertThat(rate(List.of(new Stratum("75+", 3, 100))).details()).containsEntry("strata", List.of("0-74"));
        assertThat(rate(BANDS.subList(0, 4)).details()).containsEntry("strata", List.of("55-74"));
    }

    @Test
    void explains_itself_in_both_languages() {
        assertThat(rate(BANDS).explain(Locale.ENGLISH))
                .hasSameSizeAs(rate(BANDS).explain(Locale.CHINESE));
        assertThat(rate(BANDS).explain(Locale.ENGLISH))
                .anyMatch(step -> step.value() != null
                        && step.value() == rate(BANDS).value().orElseThrow());
    }

    @Nested
    class Rejects {
        @Test
        void labels_that_are_no_ages() {
            assertThatThrownBy(() -> rate(List.of(new Stratum("young", 1, 10))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("stratum young must be an age band, e.g. 0-4");
        }

        @Test
        void a_band_past_the_limiting_age() {
            assertThatThrownBy(() -> rate(List.of(new Stratum("0-59", 1, 10), new Stratum("60+", 1, 10))))
                    .hasMessage("age band 60+ must not reach past 74");
        }

        @Test
        void bands_that_overlap() {
            assertThatThrownBy(() -> rate(List.of(new Stratum("0-9", 1, 10), new Stratum("5-14", 1, 10))))
                    .hasMessage("age band 5-14 overlaps with the one before it");
            assertThatThrownBy(() -> rate(List.of(new Stratum("0-9", 1, 10), new Stratum("0-14", 1, 10))))
                    .hasMessage("age bands 0-14 and 0-9 begin at the same age");
        }

        @Test
        void no_strata() {
            assertThatThrownBy(() -> rate(List.of())).hasMessage("strata must not be empty");
        }
    }
}
