package org.safecommunity.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Side;

class PoissonIntervalMethodTest {
    @ParameterizedTest
    @CsvFileSource(resources = "poisson-interval.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            PoissonIntervalMethod method, long events, double level, Side side, Double lower, Double upper) {
        Interval limits = limits(method, events, level, side);
        assertClose(limits.lower(), lower == null ? 0 : lower, 1e-12);
        assertClose(limits.upper(), upper == null ? Double.POSITIVE_INFINITY : upper, 1e-12);
    }

    /** OpenEpi, Person-Time 1 module, 2 events in 10 units, as printed on its page. */
    @ParameterizedTest
    @CsvSource({
        "GARWOOD, 0.02422, 0.7225, 0.00005",
        "MID_P, 0.0335, 0.6608, 0.00005",
        "WALD, 0, 0.4772, 0.00005",
        "LOG_WALD, 0.0500, 0.7997, 0.00005"
    })
    void matches_openepi_example(PoissonIntervalMethod method, double lower, double upper, double half) {
        Interval limits = limits(method, 2, 0.95, Side.BOTH).times(0.1);
        assertThat(limits.lower()).isCloseTo(lower, within(half));
        assertThat(limits.upper()).isCloseTo(upper, within(half));
    }

    /** R PHEindicatormethods 1.4.2, phe_rate(65, 1000), phe_rate(1045, 1000): printed to ten digits. */
    @ParameterizedTest
    @CsvSource({"65, 50.1631877105, 82.8491385459", "1045, 982.593201807, 1110.33121299"})
    void byar_matches_phe_rate(long events, double lower, double upper) {
        Interval limits = limits(PoissonIntervalMethod.BYAR, events, 0.95, Side.BOTH);
        assertClose(limits.lower(), lower, 1e-11);
        assertClose(limits.upper(), upper, 1e-11);
    }

    @Property(tries = 200)
    void interval_contains_the_estimate(
            @ForAll PoissonIntervalMethod method,
            @ForAll("counts") long events,
            @ForAll @DoubleRange(min = 0.5, max = 0.9999) @Scale(4) double level) {
        method.limits(events, Confidence.of(level))
                .ifPresentOrElse(limits -> assertThat(limits.contains(events)).isTrue(), () -> assertThat(events)
                        .isZero());
    }

    @Property(tries = 200)
    void limits_grow_with_events(
            @ForAll PoissonIntervalMethod method,
            @ForAll("counts") long events,
            @ForAll @DoubleRange(min = 0.5, max = 0.999) @Scale(4) double level) {
        long first = method == PoissonIntervalMethod.WALD || method == PoissonIntervalMethod.LOG_WALD
                ? Math.max(1, events)
                : events;
        Interval fewer = limits(method, first, level, Side.BOTH);
        Interval more = limits(method, first + 1, level, Side.BOTH);
        assertThat(more.lower()).isGreaterThanOrEqualTo(fewer.lower());
        if (method != PoissonIntervalMethod.LOG_WALD) {
            assertThat(more.upper()).isGreaterThan(fewer.upper());
        }
    }

    /** x·exp(z/√x) falls with x below z²/4: one more reason to use the method for comparison only. */
    @Test
    void upper_limit_on_the_log_scale_falls_with_the_first_events() {
        Interval two = limits(PoissonIntervalMethod.LOG_WALD, 2, 0.999, Side.BOTH);
        Interval three = limits(PoissonIntervalMethod.LOG_WALD, 3, 0.999, Side.BOTH);
        assertThat(three.upper()).isLessThan(two.upper());
    }

    @Property(tries = 200)
    void interval_widens_with_level(
            @ForAll PoissonIntervalMethod method,
            @ForAll @LongRange(min = 1, max = 1_000_000) long events,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
        Interval narrow = limits(method, events, level, Side.BOTH);
        Interval wide = limits(method, events, level + 0.009, Side.BOTH);
        assertThat(wide.lower()).isLessThanOrEqualTo(narrow.lower());
        assertThat(wide.upper()).isGreaterThan(narrow.upper());
    }

    @Property(tries = 200)
    void one_limit_is_that_of_two_with_twice_the_error(
            @ForAll PoissonIntervalMethod method,
            @ForAll @LongRange(min = 1, max = 1_000_000) long events,
            @ForAll @DoubleRange(min = 0.55, max = 0.999) @Scale(4) double level) {
        Interval two = limits(method, events, 2 * level - 1, Side.BOTH);
        assertThat(limits(method, events, level, Side.LOWER).lower())
                .isCloseTo(two.lower(), within(1e-9 * (1 + two.lower())));
        assertThat(limits(method, events, level, Side.UPPER).upper())
                .isCloseTo(two.upper(), within(1e-9 * two.upper()));
    }

    @Property(tries = 200)
    void test_at_each_limit_gives_the_tail_probability(
            @ForAll @LongRange(min = 1, max = 1_000_000) long events,
            @ForAll @DoubleRange(min = 0.5, max = 0.9999) @Scale(4) double level) {
        double tail = Confidence.of(level).tail();
        Interval exact = limits(PoissonIntervalMethod.GARWOOD, events, level, Side.BOTH);
        assertClose(atLeast(events, exact.lower()), tail, 1e-9);
        assertClose(atMost(events, exact.upper()), tail, 1e-9);

        Interval midP = limits(PoissonIntervalMethod.MID_P, events, level, Side.BOTH);
        double above = (atLeast(events, midP.lower()) + atLeast(events + 1, midP.lower())) / 2;
        double below = (atMost(events, midP.upper()) + atMost(events - 1, midP.upper())) / 2;
        assertClose(above, tail, 1e-9);
        assertClose(below, tail, 1e-9);

        Interval score = limits(PoissonIntervalMethod.SCORE, events, level, Side.BOTH);
        double z = Confidence.of(level).z();
        assertThat((events - score.lower()) / Math.sqrt(score.lower())).isCloseTo(z, within(1e-6));
        assertThat((events - score.upper()) / Math.sqrt(score.upper())).isCloseTo(-z, within(1e-6));
    }

    @Test
    void no_events_have_closed_limits() {
        assertLimits(PoissonIntervalMethod.GARWOOD, Side.BOTH, 0, -Math.log(0.025));
        assertLimits(PoissonIntervalMethod.GARWOOD, Side.UPPER, 0, -Math.log(0.05));
        assertLimits(PoissonIntervalMethod.MID_P, Side.BOTH, 0, -Math.log(0.05));
        assertLimits(PoissonIntervalMethod.MID_P, Side.UPPER, 0, -Math.log(0.1));
        assertLimits(PoissonIntervalMethod.MID_P, Side.LOWER, 0, Double.POSITIVE_INFINITY);
        double z = 1.959963984540054;
        assertLimits(PoissonIntervalMethod.SCORE, Side.BOTH, 0, z * z);
    }

    @ParameterizedTest
    @EnumSource(
            value = PoissonIntervalMethod.class,
            names = {"WALD", "LOG_WALD"})
    void normal_limits_are_undefined_without_events(PoissonIntervalMethod method) {
        assertThat(method.limits(0, Confidence.DEFAULT)).isEmpty();
        assertThat(method.limits(1, Confidence.DEFAULT)).isPresent();
    }

    @Test
    void mid_p_upper_limit_is_zero_where_half_the_probability_of_no_event_never_reaches_the_tail() {
        assertThat(limits(PoissonIntervalMethod.MID_P, 0, 0.3, Side.UPPER).upper())
                .isZero();
    }

    @Test
    void one_sided_level_below_one_half_puts_the_limit_beyond_the_estimate() {
        Interval lower = limits(PoissonIntervalMethod.GARWOOD, 10, 0.2, Side.LOWER);
        assertThat(lower.lower()).isGreaterThan(10);
        assertThat(lower.upper()).isInfinite();
        // lower limit of one side at level 0.2: Gamma(0.8; 10, 1) = qgamma(0.8, 10)
        assertClose(lower.lower(), 12.518752819818705, 1e-12);
    }

    @ParameterizedTest
    @EnumSource(PoissonIntervalMethod.class)
    void limits_never_cross_and_are_numbers_at_any_level_and_count(PoissonIntervalMethod method) {
        for (double level : new double[] {1e-15, 1e-9, 0.01, 0.3, 0.5, 0.999999, 1 - 1e-15}) {
            for (Side side : Side.values()) {
                for (long events : new long[] {0, 1, 2, 10, 99_999, 100_000, 9_999_999, 1_000_000_000, 1L << 53}) {
                    method.limits(events, new Confidence(level, side)).ifPresent(limits -> {
                        assertThat(limits.lower()).isFinite().isNotNegative().isLessThanOrEqualTo(limits.upper());
                        assertThat(Double.isInfinite(limits.upper())).isEqualTo(side == Side.LOWER);
                    });
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PoissonIntervalMethod.class)
    void has_label_titles_and_citation(PoissonIntervalMethod method) {
        assertThat(method.label()).matches("[a-z]+(-[a-z]+)*");
        assertThat(method.title(Locale.ENGLISH)).isNotBlank();
        assertThat(method.title(Locale.CHINESE)).isNotBlank();
        assertThat(method.citation()).isNotBlank();
        assertThat(limits(method, 5, 0.9, Side.BOTH).method()).isEqualTo(method.label());
        assertThat(limits(method, 5, 0.9, Side.BOTH).level()).isEqualTo(0.9);
    }

    @Nested
    class Rejects {
        @Test
        void negative_events() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PoissonIntervalMethod.GARWOOD.limits(-1, Confidence.DEFAULT))
                    .withMessage("events must be 0 or more, was -1");
        }

        @Test
        void events_that_a_double_cannot_hold() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PoissonIntervalMethod.WALD.limits((1L << 53) + 1, Confidence.DEFAULT))
                    .withMessage("events must be at most 2^53, was 9007199254740993");
        }

        @Test
        @SuppressWarnings("NullAway")
        void missing_confidence() {
            assertThatNullPointerException()
                    .isThrownBy(() -> PoissonIntervalMethod.BYAR.limits(1, null))
                    .withMessage("confidence");
        }
    }

    @Provide
    Arbitrary<Long> counts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 100),
                Arbitraries.longs().between(0, 1_000_000),
                Arbitraries.longs().between(0, 1L << 40));
    }

    private static Interval limits(PoissonIntervalMethod method, long events, double level, Side side) {
        return method.limits(events, new Confidence(level, side)).orElseThrow();
    }

    private static void assertLimits(PoissonIntervalMethod method, Side side, double lower, double upper) {
        Interval limits = limits(method, 0, 0.95, side);
        assertClose(limits.lower(), lower, 1e-14);
        assertClose(limits.upper(), upper, 1e-14);
    }

    private static double atLeast(double events, double mean) {
        return RegularizedGamma.P.value(events, mean);
    }

    private static double atMost(double events, double mean) {
        return RegularizedGamma.Q.value(events + 1, mean);
    }
}
