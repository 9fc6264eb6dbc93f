package org.safecommunity.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Side;

class CentralTestTest {
    private static final double TOLERANCE = 1e-11;

    @ParameterizedTest
    @CsvFileSource(resources = "central-test.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String family, String method, long events, Long trials, double nullValue, Side side, double pValue) {
        double actual = family.equals("poisson")
                ? CentralTest.ofMean(PoissonIntervalMethod.valueOf(method), events, nullValue, side)
                        .orElseThrow()
                        .pValue()
                : CentralTest.ofProbability(ProportionIntervalMethod.valueOf(method), events, trials, nullValue, side)
                        .orElseThrow()
                        .pValue();
        assertThat(actual).isCloseTo(pValue, within(TOLERANCE * pValue));
    }

    @Property(tries = 200)
    void test_at_each_poisson_limit_gives_alpha(
            @ForAll PoissonIntervalMethod method,
            @ForAll @LongRange(min = 5, max = 100_000) long events,
            @ForAll @DoubleRange(min = 0.8, max = 0.99) double level) {
        Interval limits = method.limits(events, Confidence.of(level)).orElseThrow();
        for (double limit : new double[] {limits.lower(), limits.upper()}) {
            if (limit == 0) {
                continue; // Wald and Byar limits end at 0
            }
            double p = CentralTest.ofMean(method, events, limit, Side.BOTH)
                    .orElseThrow()
                    .pValue();
            assertThat(p).isCloseTo(1 - level, within(1e-9));
        }
    }

    @Property(tries = 200)
    void one_sided_test_at_its_limit_gives_alpha(
            @ForAll @LongRange(min = 1, max = 10_000) long events,
            @ForAll @LongRange(min = 1, max = 10_000) long others,
            @ForAll @DoubleRange(min = 0.8, max = 0.99) double level) {
        for (ProportionIntervalMethod method : new ProportionIntervalMethod[] {
            ProportionIntervalMethod.CLOPPER_PEARSON, ProportionIntervalMethod.MID_P, ProportionIntervalMethod.WILSON
        }) {
            long trials = events + others;
            Interval lower = method.limits(events, trials, new Confidence(level, Side.LOWER))
                    .orElseThrow();
            Interval upper = method.limits(events, trials, new Confidence(level, Side.UPPER))
                    .orElseThrow();
            assertThat(CentralTest.ofProbability(method, events, trials, lower.lower(), Side.LOWER)
                            .orElseThrow()
                            .pValue())
                    .isCloseTo(1 - level, within(1e-9));
            assertThat(CentralTest.ofProbability(method, events, trials, upper.upper(), Side.UPPER)
                            .orElseThrow()
                            .pValue())
                    .isCloseTo(1 - level, within(1e-9));
        }
    }

    @Test
    void no_test_where_the_method_has_no_limits_or_no_test() {
        assertThat(CentralTest.ofMean(PoissonIntervalMethod.WALD, 0, 2, Side.BOTH))
                .isEmpty();
        assertThat(CentralTest.ofProbability(ProportionIntervalMethod.WALD, 5, 5, 0.5, Side.BOTH))
                .isEmpty();
        assertThat(CentralTest.ofProbability(ProportionIntervalMethod.AGRESTI_COULL, 2, 5, 0.5, Side.BOTH))
                .isEmpty();
    }

    @Test
    void a_count_at_its_mean_gives_p_of_one() {
        assertThat(CentralTest.ofMean(PoissonIntervalMethod.GARWOOD, 5, 5, Side.BOTH)
                        .orElseThrow()
                        .pValue())
                .isEqualTo(1);
        assertThat(CentralTest.ofMean(PoissonIntervalMethod.SCORE, 5, 5, Side.BOTH)
                        .orElseThrow()
                        .pValue())
                .isEqualTo(1);
    }

    @Nested
    class Rejects {
        @Test
        void a_mean_that_is_not_positive() {
            assertThatThrownBy(() -> CentralTest.ofMean(PoissonIntervalMethod.GARWOOD, 1, 0, Side.BOTH))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("mean must be finite and greater than 0, was 0");
        }

        @Test
        void negative_events() {
            assertThatThrownBy(() -> CentralTest.ofMean(PoissonIntervalMethod.GARWOOD, -1, 1, Side.BOTH))
                    .hasMessage("events must be 0 or more, was -1");
        }

        @Test
        void more_events_than_trials() {
            assertThatThrownBy(() -> CentralTest.ofProbability(ProportionIntervalMethod.WILSON, 3, 2, 0.5, Side.BOTH))
                    .hasMessage("events must not exceed trials, was 3 of 2");
        }

        @Test
        void a_probability_of_zero() {
            assertThatThrownBy(() -> CentralTest.ofProbability(ProportionIntervalMethod.WILSON, 1, 2, 0, Side.BOTH))
                    .hasMessage("probability must be between 0 and 1, was 0");
        }
    }
}
