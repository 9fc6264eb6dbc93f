package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.TextFormula;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;

class ProportionTest {
    @ParameterizedTest
    @CsvFileSource(resources = "proportion.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            long events,
            long trials,
            double level,
            Side side,
            double proportion,
            Double standardError,
            double lower,
            double upper) {
        Proportion result =
                Proportion.of(events, trials, ProportionIntervalMethod.CLOPPER_PEARSON, new Confidence(level, side));
        assertClose(result.value().orElseThrow(), proportion, 1e-12);
        assertThat(result.standardError().isPresent()).isEqualTo(standardError != null);
        if (standardError != null) {
            assertClose(result.standardError().orElseThrow(), standardError, 1e-12);
        }
        assertClose(result.interval().orElseThrow().lower(), lower, 1e-12);
        assertClose(result.interval().orElseThrow().upper(), upper, 1e-12);
    }

    @Test
    void is_a_share_with_wilson_limits() {
        Proportion result = Proportion.of(81, 263);
        assertThat(result.statistic()).isEqualTo("proportion");
        assertThat(result.value()).hasValue(81 / 263d);
        assertThat(result.unit()).isEmpty();
        assertThat(result.n()).hasValue(263);
        assertThat(result.inputs()).containsExactly(entry("events", 81L), entry("trials", 263L));
        assertThat(result.interval()).isEqualTo(ProportionIntervalMethod.WILSON.limits(81, 263, Confidence.DEFAULT));
    }

    @Property(tries = 200)
    void keeps_the_contract_and_explains_every_number(
            @ForAll ProportionIntervalMethod method,
            @ForAll @IntRange(min = 0, max = 60) int events,
            @ForAll @IntRange(min = 0, max = 300) int others,
            @ForAll @DoubleRange(min = 0.05, max = 0.9999) @Scale(4) double level,
            @ForAll Side side) {
        Confidence confidence = new Confidence(level, side);
        Proportion result = Proportion.of(events, events + others, method, confidence);
        ResultContract.assertKept(result);
        for (Step step : result.explain(Locale.ENGLISH)) {
            if (step.value() == null) {
                continue;
            }
            String formula = Objects.requireNonNull(step.formula());
            String numbers = Objects.requireNonNull(step.numbers());
            if (numbers.startsWith("x = ")) {
                assertLimit(formula, TextFormula.values(numbers), step.value());
            } else {
                assertClose(step.value(), TextFormula.value(numbers), 1e-12);
            }
        }
    }

    @Property(tries = 200)
    void the_others_have_the_other_share(
            @ForAll @IntRange(min = 0, max = 10_000) int events, @ForAll @IntRange(min = 0, max = 10_000) int others) {
        Proportion result = Proportion.of(events, events + others);
        Proportion mirrored = Proportion.of(others, events + others);
        assertThat(result.value().isPresent()).isEqualTo(mirrored.value().isPresent());
        assertThat(result.standardError()).isEqualTo(mirrored.standardError());
        result.value().ifPresent(value -> assertThat(value + mirrored.value().orElseThrow())
                .isCloseTo(1, within(2e-16)));
    }

    @Test
    void none_and_all_have_no_standard_error() {
        Proportion none = Proportion.of(0, 20);
        Proportion all = Proportion.of(20, 20);
        assertThat(none.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(all.status()).isEqualTo(Status.ALL_EVENTS);
        assertThat(none.value()).hasValue(0);
        assertThat(all.value()).hasValue(1);
        assertThat(none.standardError()).isEmpty();
        assertThat(all.standardError()).isEmpty();
        assertThat(none.interval().orElseThrow().lower()).isZero();
        assertThat(all.interval().orElseThrow().upper()).isOne();
    }

    @Test
    void no_trial_is_an_empty_domain() {
        Proportion result = Proportion.of(0, 0);
        assertThat(result.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(result.value()).isEmpty();
        assertThat(result.interval()).isEmpty();
        assertThat(result.n()).hasValue(0);
        ResultContract.assertKept(result);
    }

    @Test
    void standard_error_keeps_its_digits_where_nearly_all_are_events() {
        // p = 1 - 1e-9: the error is that of the one other trial
        assertClose(
                Proportion.of(999_999_999, 1_000_000_000).standardError().orElseThrow(),
                Proportion.of(1, 1_000_000_000).standardError().orElseThrow(),
                1e-15);
    }

    @Test
    void warns_where_the_method_has_no_interval() {
        Proportion result = Proportion.of(0, 5, ProportionIntervalMethod.WALD, Confidence.DEFAULT);
        assertThat(result.interval()).isEmpty();
        assertThat(result.warnings()).containsExactly(Note.of("interval-undefined", "wald"));
        ResultContract.assertKept(result);
    }

    @Nested
    class Rejects {
        @Test
        void more_events_than_trials() {
            assertRejected(1, 0, "events must not exceed trials, was 1 of 0");
        }

        @Test
        void negative_counts() {
            assertRejected(-1, 5, "events must be 0 or more, was -1");
            assertRejected(0, -5, "trials must be 0 or more, was -5");
        }

        @Test
        void counts_that_a_double_cannot_hold() {
            assertRejected(0, Long.MAX_VALUE, "trials must be at most 2^53, was 9223372036854775807");
        }

        @Test
        @SuppressWarnings("NullAway")
        void missing_parts() {
            assertThatNullPointerException()
                    .isThrownBy(() -> Proportion.of(1, 2, null, Confidence.DEFAULT))
                    .withMessage("method");
            assertThatNullPointerException()
                    .isThrownBy(() -> Proportion.of(1, 2, ProportionIntervalMethod.WILSON, null))
                    .withMessage("confidence");
        }

        private void assertRejected(long events, long trials, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Proportion.of(events, trials))
                    .withMessage(message);
        }
    }

    private static void assertLimit(String formula, Map<String, Double> v, double limit) {
        double x = v.getOrDefault("x", -1d);
        double n = v.getOrDefault("n", -1d);
        double tail = v.getOrDefault("tail", -1d);
        if (formula.contains("P(X")) {
            assertMidP(formula.startsWith("L"), (int) x, (int) n, tail, limit);
        } else if (formula.equals("1 (x = n)")) {
            assertThat(limit).isOne();
            assertThat(x).isEqualTo(n);
        } else if (formula.equals("0 (x = 0)")) {
            assertThat(limit).isZero();
            assertThat(x).isZero();
        } else {
            assertThat(limit).isCloseTo(TextFormula.value(formula, v), within(1e-11));
        }
    }

    private static void assertMidP(boolean above, int x, int n, double tail, double share) {
        BinomialDistribution binomial = BinomialDistribution.of(n, share);
        double half = binomial.probability(x) / 2;
        double worked = half + (above ? binomial.survivalProbability(x) : binomial.cumulativeProbability(x - 1));
        boolean reached = share > 0 && share < 1;
        if (reached) {
            assertClose(worked, tail, 1e-9);
        } else {
            assertThat(above ? x == 0 || tail >= 0.5 : x == n || tail >= 0.5).isTrue();
        }
    }
}
