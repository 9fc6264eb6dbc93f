package org.safecommunity.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Side;

class ProportionIntervalMethodTest {
    /** Events of so many trials. */
    record Sample(int events, int trials) {}

    @ParameterizedTest
    @CsvFileSource(resources = "proportion-interval.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            ProportionIntervalMethod method,
            long events,
            long trials,
            double level,
            Side side,
            Double lower,
            Double upper) {
        Interval limits = limits(method, events, trials, level, side);
        assertClose(limits.lower(), lower == null ? 0 : lower, 1e-12);
        assertClose(limits.upper(), upper == null ? 1 : upper, 1e-12);
    }

    /** Newcombe 1998, Statistics in Medicine 17:857–872, table I, methods 3 (Wilson) and 5 (Clopper–Pearson). */
    @ParameterizedTest
    @CsvSource({
        "WILSON, 81, 263, 0.2553, 0.3662",
        "WILSON, 15, 148, 0.0624, 0.1605",
        "WILSON, 0, 20, 0, 0.1611",
        "WILSON, 1, 29, 0.0061, 0.1718",
        "CLOPPER_PEARSON, 81, 263, 0.2527, 0.3676",
        "CLOPPER_PEARSON, 15, 148, 0.0578, 0.1617",
        "CLOPPER_PEARSON, 0, 20, 0, 0.1684",
        "CLOPPER_PEARSON, 1, 29, 0.0009, 0.1776"
    })
    void matches_published_table(
            ProportionIntervalMethod method, long events, long trials, double lower, double upper) {
        Interval limits = limits(method, events, trials, 0.95, Side.BOTH);
        assertThat(limits.lower()).isCloseTo(lower, within(0.00005));
        assertThat(limits.upper()).isCloseTo(upper, within(0.00005));
    }

    @Property(tries = 200)
    void interval_contains_the_estimate(
            @ForAll ProportionIntervalMethod method,
            @ForAll("samples") Sample sample,
            @ForAll @DoubleRange(min = 0.5, max = 0.9999) @Scale(4) double level) {
        double share = (double) sample.events / sample.trials;
        method.limits(sample.events, sample.trials, Confidence.of(level))
                .ifPresentOrElse(limits -> assertThat(limits.contains(share)).isTrue(), () -> assertThat(share)
                        .isIn(0d, 1d));
    }

    @Property(tries = 200)
    void counting_the_others_mirrors_the_interval(
            @ForAll ProportionIntervalMethod method,
            @ForAll("samples") Sample sample,
            @ForAll @DoubleRange(min = 0.05, max = 0.9999) @Scale(4) double level,
            @ForAll Side side) {
        Side other = side == Side.BOTH ? Side.BOTH : side == Side.LOWER ? Side.UPPER : Side.LOWER;
        int rest = sample.trials - sample.events;
        var limits = method.limits(sample.events, sample.trials, new Confidence(level, side));
        var mirrored = method.limits(rest, sample.trials, new Confidence(level, other));
        assertThat(limits.isPresent()).isEqualTo(mirrored.isPresent());
        limits.ifPresent(interval -> {
            assertThat(interval.lower()).isCloseTo(1 - mirrored.orElseThrow().upper(), within(1e-14));
            assertThat(interval.upper()).isCloseTo(1 - mirrored.orElseThrow().lower(), within(1e-14));
        });
    }

    @Property(tries = 200)
    void limits_grow_with_events(
            @ForAll ProportionIntervalMethod method,
            @ForAll("samples") Sample sample,
            @ForAll @DoubleRange(min = 0.5, max = 0.999) @Scale(4) double level) {
        var fewer = method.limits(Math.max(0, sample.events - 1), sample.trials, Confidence.of(level));
        var more = method.limits(sample.events, sample.trials, Confidence.of(level));
        if (fewer.isEmpty() || more.isEmpty()) {
            assertThat(method).isEqualTo(ProportionIntervalMethod.WALD);
            return;
        }
        if (method != ProportionIntervalMethod.WALD && method != ProportionIntervalMethod.AGRESTI_COULL) {
            assertThat(more.get().lower()).isGreaterThanOrEqualTo(fewer.get().lower());
            assertThat(more.get().upper()).isGreaterThanOrEqualTo(fewer.get().upper());
        }
        assertThat(more.get().lower() + more.get().upper())
                .isGreaterThanOrEqualTo(fewer.get().lower() + fewer.get().upper());
    }

    @Property(tries = 200)
    void test_at_each_limit_gives_the_tail_probability(
            @ForAll("samples") Sample sample, @ForAll @DoubleRange(min = 0.5, max = 0.9999) @Scale(4) double level) {
        int x = sample.events;
        int n = sample.trials;
        double tail = Confidence.of(level).tail();
        Interval exact = limits(ProportionIntervalMethod.CLOPPER_PEARSON, x, n, level, Side.BOTH);
        Interval midP = limits(ProportionIntervalMethod.MID_P, x, n, level, Side.BOTH);
        Interval score = limits(ProportionIntervalMethod.WILSON, x, n, level, Side.BOTH);
        double z = Confidence.of(level).z();
        if (x > 0) {
            assertClose(atLeast(x, n, exact.lower()), tail, 1e-9);
            assertClose((atLeast(x, n, midP.lower()) + atLeast(x + 1, n, midP.lower())) / 2, tail, 1e-9);
            assertThat(score(x, n, score.lower())).isCloseTo(z, within(1e-9));
        }
        if (x < n) {
            assertClose(atMost(x, n, exact.upper()), tail, 1e-9);
            assertClose((atMost(x, n, midP.upper()) + atMost(x - 1, n, midP.upper())) / 2, tail, 1e-9);
            assertThat(score(x, n, score.upper())).isCloseTo(-z, within(1e-9));
        }
    }

    /** With few events of very many trials the binomial limits are the Poisson limits divided by the trials. */
    @ParameterizedTest
    @CsvSource({
        "CLOPPER_PEARSON, GARWOOD",
        "MID_P, MID_P",
        "WILSON, SCORE",
        "JEFFREYS, JEFFREYS",
        "WALD, WALD",
    })
    void rare_events_have_poisson_limits(ProportionIntervalMethod method, PoissonIntervalMethod poisson) {
        long trials = 1L << 50;
        for (long events : new long[] {1, 5, 100}) {
            Interval limits = limits(method, events, trials, 0.95, Side.BOTH);
            Interval count = poisson.limits(events, Confidence.DEFAULT).orElseThrow();
            assertClose(limits.lower() * trials, count.lower(), 1e-11);
            assertClose(limits.upper() * trials, count.upper(), 1e-11);
        }
    }

    @Test
    void extremes_have_closed_limits() {
        assertThat(limits(ProportionIntervalMethod.CLOPPER_PEARSON, 0, 20, 0.95, Side.BOTH))
                .satisfies(limits -> {
                    assertThat(limits.lower()).isZero();
                    assertClose(limits.upper(), 1 - Math.pow(0.025, 1 / 20d), 1e-14);
                });
        assertThat(limits(ProportionIntervalMethod.CLOPPER_PEARSON, 20, 20, 0.95, Side.LOWER))
                .satisfies(limits -> {
                    assertClose(limits.lower(), Math.pow(0.05, 1 / 20d), 1e-14);
                    assertThat(limits.upper()).isOne();
                });
        assertThat(limits(ProportionIntervalMethod.MID_P, 0, 20, 0.95, Side.UPPER))
                .satisfies(limits -> {
                    assertThat(limits.lower()).isZero();
                    assertClose(limits.upper(), 1 - Math.pow(0.1, 1 / 20d), 1e-14);
                });
    }

    @Test
    void wald_limits_are_undefined_at_none_and_all() {
        assertThat(ProportionIntervalMethod.WALD.limits(0, 5, Confidence.DEFAULT))
                .isEmpty();
        assertThat(ProportionIntervalMethod.WALD.limits(5, 5, Confidence.DEFAULT))
                .isEmpty();
        assertThat(ProportionIntervalMethod.WALD.limits(4, 5, Confidence.DEFAULT))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(ProportionIntervalMethod.class)
    void limits_never_cross_and_stay_shares_at_any_level_and_count(ProportionIntervalMethod method) {
        long[][] samples = {
            {0, 1},
            {1, 1},
            {1, 2},
            {10, 10},
            {10, 25},
            {1, 1_000_000_007},
            {99_999_999, 300_000_000},
            {100_000_000, 300_000_000},
            {1_000_000_006, 1_000_000_007},
            {1L << 52, 1L << 53},
            {1, 1L << 53}
        };
        for (double level : new double[] {1e-15, 1e-9, 0.01, 0.2, 0.5, 0.999999, 1 - 1e-15}) {
            for (Side side : Side.values()) {
                for (long[] sample : samples) {
                    method.limits(sample[0], sample[1], new Confidence(level, side))
                            .ifPresent(limits -> assertThat(limits.lower())
                                    .isNotNegative()
                                    .isLessThanOrEqualTo(limits.upper())
                                    .isLessThanOrEqualTo(1));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ProportionIntervalMethod.class)
    void has_label_titles_and_citation(ProportionIntervalMethod method) {
        assertThat(method.label()).matches("[a-z]+(-[a-z]+)*");
        assertThat(method.title(Locale.ENGLISH)).isNotBlank();
        assertThat(method.title(Locale.CHINESE)).isNotBlank();
        assertThat(method.citation()).isNotBlank();
        assertThat(limits(method, 5, 9, 0.9, Side.BOTH).method()).isEqualTo(method.label());
        assertThat(limits(method, 5, 9, 0.9, Side.BOTH).level()).isEqualTo(0.9);
    }

    @Nested
    class Rejects {
        @Test
        void negative_events() {
            assertRejected(-1, 5, "events must be 0 or more, was -1");
        }

        @Test
        void no_trials() {
            assertRejected(0, 0, "trials must be 1 or more, was 0");
        }

        @Test
        void negative_trials() {
            assertRejected(0, -1, "trials must be 0 or more, was -1");
        }

        @Test
        void more_events_than_trials() {
            assertRejected(6, 5, "events must not exceed trials, was 6 of 5");
        }

        @Test
        void trials_that_a_double_cannot_hold() {
            assertRejected(0, (1L << 53) + 1, "trials must be at most 2^53, was 9007199254740993");
        }

        @Test
        @SuppressWarnings("NullAway")
        void missing_confidence() {
            assertThatNullPointerException()
                    .isThrownBy(() -> ProportionIntervalMethod.WILSON.limits(1, 2, null))
                    .withMessage("confidence");
        }

        private void assertRejected(long events, long trials, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ProportionIntervalMethod.WILSON.limits(events, trials, Confidence.DEFAULT))
                    .withMessage(message);
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<Integer> trials = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 30), Arbitraries.integers().between(1, 100_000));
        return Combinators.combine(trials, Arbitraries.doubles().between(0, 1).ofScale(6))
                .as((n, share) -> new Sample((int) Math.round(share * n), n));
    }

    private static Interval limits(ProportionIntervalMethod method, long events, long trials, double level, Side side) {
        return method.limits(events, trials, new Confidence(level, side)).orElseThrow();
    }

    private static double atLeast(int events, int trials, double share) {
        return BinomialDistribution.of(trials, share).survivalProbability(events - 1);
    }

    private static double atMost(int events, int trials, double share) {
        return BinomialDistribution.of(trials, share).cumulativeProbability(events);
    }

    private static double score(double events, double trials, double share) {
        return (events - trials * share) / Math.sqrt(trials * share * (1 - share));
    }
}
