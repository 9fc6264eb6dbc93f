package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.Close.relativeDifference;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.TextFormula;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

class CrudeRateTest {
    private static final RateScale PER_ONE = new RateScale(1, "years");
    private static final Pattern MID_P = Pattern.compile("[LU]: P\\(X ([<>]) (\\d+) \\| [LU]\\).* = (\\S+)");

    @ParameterizedTest
    @CsvFileSource(resources = "crude-rate.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            long events, double personTime, double level, Side side, double rate, double lower, double upper) {
        CrudeRate result =
                CrudeRate.of(events, personTime, PER_ONE, PoissonIntervalMethod.GARWOOD, new Confidence(level, side));
        assertClose(result.value().orElseThrow(), rate, 1e-12);
        assertClose(result.interval().orElseThrow().lower(), lower, 1e-12);
        assertClose(result.interval().orElseThrow().upper(), upper, 1e-12);
    }

    @Test
    void writes_the_rate_per_100000_person_years() {
        CrudeRate result = CrudeRate.of(12, 52_720);
        assertClose(result.value().orElseThrow(), 12 / 52_720d * 100_000, 1e-15);
        assertClose(result.standardError().orElseThrow(), Math.sqrt(12) / 52_720 * 100_000, 1e-15);
        assertThat(result.unit()).isEqualTo("per 100000 person-years");
        assertThat(result.statistic()).isEqualTo("crude-rate");
        assertThat(result.status()).isEqualTo(Status.OK);
        assertThat(result.inputs())
                .containsExactly(entry("events", 12L), entry("personTime", 52_720d), entry("multiplier", 100_000d));
    }

    @Property(tries = 200)
    void keeps_the_contract_and_explains_every_number(
            @ForAll PoissonIntervalMethod method,
            @ForAll @LongRange(min = 0, max = 1000) long events,
            @ForAll @DoubleRange(min = 0, max = 1e6) double personTime,
            @ForAll @DoubleRange(min = 0.05, max = 0.9999) @Scale(4) double level,
            @ForAll Side side) {
        CrudeRate result = CrudeRate.of(
                events, personTime, RateScale.PER_100000_PERSON_YEARS, method, new Confidence(level, side));
        ResultContract.assertKept(result);
        result.explain(Locale.ENGLISH).stream()
                .filter(step -> step.value() != null)
                .forEach(CrudeRateTest::assertWorkedOut);
    }

    @Property(tries = 200)
    void scales_with_multiplier_and_exposure(
            @ForAll PoissonIntervalMethod method,
            @ForAll @LongRange(min = 1, max = 100_000) long events,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double personTime,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        CrudeRate one = CrudeRate.of(events, personTime, PER_ONE, method, Confidence.DEFAULT);
        CrudeRate written =
                CrudeRate.of(events, personTime, new RateScale(factor, "years"), method, Confidence.DEFAULT);
        CrudeRate longer = CrudeRate.of(events, personTime * factor, PER_ONE, method, Confidence.DEFAULT);
        assertSame(written, one, factor);
        assertSame(longer, one, 1 / factor);
    }

    @Property(tries = 200)
    void more_events_raise_rate_and_limits(
            @ForAll @LongRange(min = 0, max = 10_000) long events,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double personTime) {
        CrudeRate fewer = CrudeRate.of(events, personTime);
        CrudeRate more = CrudeRate.of(events + 1, personTime);
        assertThat(more.value().orElseThrow()).isGreaterThan(fewer.value().orElseThrow());
        assertThat(more.interval().orElseThrow().lower())
                .isGreaterThan(fewer.interval().orElseThrow().lower());
        assertThat(more.interval().orElseThrow().upper())
                .isGreaterThan(fewer.interval().orElseThrow().upper());
    }

    @Test
    void no_events_are_a_rate_of_zero_with_an_upper_limit() {
        CrudeRate result = CrudeRate.of(0, 1000);
        assertThat(result.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(result.value()).hasValue(0);
        assertThat(result.standardError()).isEmpty();
        assertThat(result.interval().orElseThrow().lower()).isZero();
        assertClose(result.interval().orElseThrow().upper(), -Math.log(0.025) * 100, 1e-14);
        ResultContract.assertKept(result);
    }

    @Test
    void no_person_time_leaves_nothing_to_estimate() {
        CrudeRate nothing = CrudeRate.of(0, 0);
        assertThat(nothing.status()).isEqualTo(Status.NO_PERSON_TIME);
        CrudeRate mismatch = CrudeRate.of(3, -0.0);
        assertThat(mismatch.status()).isEqualTo(Status.EVENTS_WITHOUT_PERSON_TIME);
        for (CrudeRate result : List.of(nothing, mismatch)) {
            assertThat(result.value()).isEmpty();
            assertThat(result.standardError()).isEmpty();
            assertThat(result.interval()).isEmpty();
            assertThat(result.warnings()).isEmpty();
            ResultContract.assertKept(result);
        }
    }

    @Test
    void warns_of_small_counts() {
        assertThat(CrudeRate.of(19, 100).warnings()).containsExactly(Note.of("small-count", 19, 20));
        assertThat(CrudeRate.of(20, 100).warnings()).isEmpty();
    }

    @Test
    void warns_where_the_method_has_no_interval() {
        CrudeRate result = CrudeRate.of(0, 100, PER_ONE, PoissonIntervalMethod.WALD, new Confidence(0.95, Side.UPPER));
        assertThat(result.interval()).isEmpty();
        assertThat(result.warnings()).contains(Note.of("interval-undefined", "wald"));
        ResultContract.assertKept(result);
    }

    @Test
    void one_sided_limit_is_unbounded_at_the_other_end() {
        CrudeRate result =
                CrudeRate.of(5, 100, PER_ONE, PoissonIntervalMethod.GARWOOD, new Confidence(0.95, Side.LOWER));
        assertThat(result.interval().orElseThrow().upper()).isInfinite();
        assertThat(result.explain(Locale.ENGLISH)).extracting(Step::label).doesNotContain("Upper limit");
    }

    @Test
    void takes_tiny_and_huge_person_time() {
        assertClose(CrudeRate.of(7, 1e-250).value().orElseThrow(), 7e255, 1e-14);
        assertClose(CrudeRate.of(7, 1e250).value().orElseThrow(), 7e-245, 1e-14);
        CrudeRate largest = CrudeRate.of(1L << 53, 1);
        assertThat(largest.interval().orElseThrow().contains(largest.value().orElseThrow()))
                .isTrue();
    }

    @Nested
    class Rejects {
        @Test
        void negative_events() {
            assertRejected(-1, 1, "events must be 0 or more, was -1");
        }

        @Test
        void too_many_events() {
            assertRejected((1L << 53) + 1, 1, "events must be at most 2^53, was 9007199254740993");
        }

        @ParameterizedTest
        @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
        void person_time_that_is_none(double personTime) {
            assertRejected(
                    1, personTime, "personTime must be finite and 0 or more, was " + NumberText.shortest(personTime));
        }

        @Test
        void person_time_so_small_that_the_rate_overflows() {
            assertRejected(1, 1e-320, "personTime must give a rate that a double can hold, was 1 / 1E-320 × 100000");
        }

        @Test
        void person_time_so_small_that_the_upper_limit_overflows() {
            assertRejected(0, 1e-303, "personTime must give a rate that a double can hold, was 0 / 1E-303 × 100000");
        }

        @Test
        void person_time_so_large_that_the_rate_vanishes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CrudeRate.of(
                            1, 1e300, new RateScale(1e-300, "years"), PoissonIntervalMethod.BYAR, Confidence.DEFAULT))
                    .withMessage("personTime must give a rate that a double can hold, was 1 / 1E+300 × 1E-300");
        }

        @Test
        @SuppressWarnings("NullAway")
        void missing_parts() {
            assertThatNullPointerException()
                    .isThrownBy(() -> CrudeRate.of(1, 1, null, PoissonIntervalMethod.BYAR, Confidence.DEFAULT))
                    .withMessage("scale");
            assertThatNullPointerException()
                    .isThrownBy(() -> CrudeRate.of(1, 1, PER_ONE, null, Confidence.DEFAULT))
                    .withMessage("method");
            assertThatNullPointerException()
                    .isThrownBy(() -> CrudeRate.of(1, 1, PER_ONE, PoissonIntervalMethod.BYAR, null))
                    .withMessage("confidence");
        }

        private void assertRejected(long events, double personTime, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CrudeRate.of(events, personTime))
                    .withMessage(message);
        }
    }

    private static void assertSame(CrudeRate actual, CrudeRate base, double factor) {
        Interval limits = base.interval().orElseThrow();
        assertClose(actual.value().orElseThrow(), base.value().orElseThrow() * factor, 1e-14);
        assertClose(actual.standardError().orElseThrow(), base.standardError().orElseThrow() * factor, 1e-14);
        assertClose(actual.interval().orElseThrow().lower(), limits.lower() * factor, 1e-14);
        assertClose(actual.interval().orElseThrow().upper(), limits.upper() * factor, 1e-14);
    }

    /** The numbers of a step give its value; a mid-P limit is no expression, so the value must solve its equation. */
    private static void assertWorkedOut(Step step) {
        String numbers = Objects.requireNonNull(step.numbers());
        double value = Objects.requireNonNull(step.value());
        Matcher midP = MID_P.matcher(numbers);
        if (midP.matches()) {
            assertMidP(
                    midP.group(1).equals(">"), Long.parseLong(midP.group(2)), Double.parseDouble(midP.group(3)), value);
        } else {
            double worked = TextFormula.value(numbers);
            assertThat(Math.min(Math.abs(worked - value), relativeDifference(value, worked)))
                    .as("%s = %s, was %s", numbers, worked, value)
                    .isLessThan(1e-11);
        }
    }

    private static void assertMidP(boolean above, long events, double tail, double mean) {
        if (events == 0) {
            assertThat(mean).isCloseTo(above ? 0 : Math.max(0, -Math.log(2 * tail)), within(1e-14));
            return;
        }
        double worked = above
                ? (RegularizedGamma.P.value(events, mean) + RegularizedGamma.P.value(events + 1d, mean)) / 2
                : (RegularizedGamma.Q.value(events, mean) + RegularizedGamma.Q.value(events + 1d, mean)) / 2;
        assertClose(worked, tail, 1e-9);
    }
}
