package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.rate.RateScale;

class RateRatioTest {
    private static final TwoRates BREAST_CANCER = new TwoRates(41, 28010, 15, 19017);

    @ParameterizedTest
    @CsvFileSource(resources = "two-rates.reference.csv", useHeadersInDisplayName = true)
    void ratio_and_difference_match_reference_values(
            String statistic,
            String method,
            long events,
            double personTime,
            long referenceEvents,
            double referencePersonTime,
            double level,
            Side side,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double pValue,
            double tolerance) {
        TwoRates counts = new TwoRates(events, personTime, referenceEvents, referencePersonTime);
        Confidence confidence = new Confidence(level, side);
        ComparisonResult result = statistic.equals("rate-ratio")
                ? RateRatio.of(counts, RateRatioMethod.valueOf(method), confidence)
                : RateDifference.of(
                        counts, new RateScale(1, "years"), RateDifferenceMethod.valueOf(method), confidence);
        References.assertValue(result.value(), value, 1e-13);
        References.assertLimits(result, lower, upper, tolerance);
        References.assertP(result, pValue, tolerance);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "median-unbiased.reference.csv", useHeadersInDisplayName = true)
    void median_unbiased_ratio_matches_reference_values(
            long events, double personTime, long referenceEvents, double referencePersonTime, double median) {
        TwoRates counts = new TwoRates(events, personTime, referenceEvents, referencePersonTime);
        Object actual = RateRatio.of(counts, RateRatioMethod.MID_P, Confidence.DEFAULT)
                .details()
                .get("medianUnbiased");
        assertThat(actual).isInstanceOfSatisfying(Double.class, m -> References.assertClose(m, median, 1e-11));
    }

    @Property(tries = 200)
    void limits_turn_over_when_the_groups_are_swapped(
            @ForAll RateRatioMethod method,
            @ForAll @LongRange(min = 1, max = 5000) long x1,
            @ForAll @LongRange(min = 1, max = 5000) long x0,
            @ForAll @DoubleRange(min = 1, max = 1e6) double t1,
            @ForAll @DoubleRange(min = 1, max = 1e6) double t0) {
        if (method == RateRatioMethod.MOVER) {
            return; // not symmetric by construction
        }
        TwoRates counts = new TwoRates(x1, t1, x0, t0);
        Interval one = method.interval(counts, Confidence.DEFAULT).orElseThrow();
        Interval other = method.interval(counts.swapped(), Confidence.DEFAULT).orElseThrow();
        References.assertClose(one.lower() * other.upper(), 1, 1e-10);
        References.assertClose(one.upper() * other.lower(), 1, 1e-10);
    }

    @Property(tries = 200)
    void interval_contains_the_ratio_and_agrees_with_the_test(
            @ForAll RateRatioMethod method,
            @ForAll @LongRange(min = 0, max = 300) long x1,
            @ForAll @LongRange(min = 1, max = 300) long x0,
            @ForAll @DoubleRange(min = 50, max = 5000) double t1,
            @ForAll @DoubleRange(min = 50, max = 5000) double t0) {
        RateRatio ratio = RateRatio.of(new TwoRates(x1, t1, x0, t0), method, Confidence.DEFAULT);
        Optional<Interval> interval = ratio.interval();
        if (interval.isEmpty()) {
            return; // Wald at 0 events, MOVER with few events in the reference
        }
        assertThat(interval.get().contains(ratio.value().orElseThrow())).isTrue();
        ratio.test().ifPresent(test -> assertThat(test.pValue() < 0.05)
                .isEqualTo(!interval.get().contains(1)));
    }

    @Property(tries = 100)
    void the_unit_of_person_time_does_not_matter(
            @ForAll RateRatioMethod method,
            @ForAll @LongRange(min = 5, max = 500) long x1,
            @ForAll @LongRange(min = 5, max = 500) long x0,
            @ForAll @DoubleRange(min = 0.01, max = 1e3) double factor) {
        RateRatio years = RateRatio.of(new TwoRates(x1, 1000, x0, 700), method, Confidence.DEFAULT);
        RateRatio other = RateRatio.of(new TwoRates(x1, 1000 * factor, x0, 700 * factor), method, Confidence.DEFAULT);
        if (years.interval().isPresent()) {
            References.assertClose(
                    other.interval().orElseThrow().lower(),
                    years.interval().orElseThrow().lower(),
                    1e-10);
        }
    }

    @Property(tries = 100)
    void a_wider_level_gives_a_wider_interval(
            @ForAll RateRatioMethod method,
            @ForAll @LongRange(min = 20, max = 500) long x1,
            @ForAll @LongRange(min = 20, max = 500) long x0) {
        TwoRates counts = new TwoRates(x1, 1000, x0, 700);
        Interval narrow = method.interval(counts, Confidence.of(0.9)).orElseThrow();
        Interval wide = method.interval(counts, Confidence.of(0.99)).orElseThrow();
        assertThat(wide.lower()).isLessThan(narrow.lower());
        assertThat(wide.upper()).isGreaterThan(narrow.upper());
    }

    @ParameterizedTest
    @EnumSource(
            value = RateRatioMethod.class,
            names = {"MID_P", "EXACT", "SCORE", "SCAS"})
    void no_event_in_the_reference_leaves_a_lower_limit(RateRatioMethod method) {
        RateRatio ratio = RateRatio.of(new TwoRates(5, 100, 0, 100), method, Confidence.DEFAULT);
        assertThat(ratio.status()).isEqualTo(Status.ZERO_REFERENCE);
        assertThat(ratio.value()).isEmpty();
        assertThat(ratio.interval().orElseThrow().lower()).isPositive();
        assertThat(ratio.interval().orElseThrow().upper()).isInfinite();
        assertThat(ratio.details()).doesNotContainKeys("medianUnbiased", "logStandardError");
        References.assertExplained(ratio);
    }

    @Test
    void wald_has_no_interval_at_zero_and_says_so() {
        RateRatio ratio = RateRatio.of(new TwoRates(0, 100, 3, 100), RateRatioMethod.WALD, Confidence.DEFAULT);
        assertThat(ratio.value()).hasValue(0);
        assertThat(ratio.interval()).isEmpty();
        assertThat(ratio.test()).isEmpty();
        assertThat(ratio.warnings()).extracting(Note::code).containsExactly("interval-undefined");
    }

    @ParameterizedTest
    @EnumSource(RateRatioMethod.class)
    void no_event_at_all_gives_nothing_but_the_counts(RateRatioMethod method) {
        RateRatio ratio = RateRatio.of(new TwoRates(0, 100, 0, 200), method, Confidence.DEFAULT);
        assertThat(ratio.status()).isEqualTo(Status.BOTH_ZERO);
        assertThat(ratio.value()).isEmpty();
        assertThat(ratio.interval()).isEmpty();
        assertThat(ratio.test()).isEmpty();
        assertThat(ratio.inputs()).containsEntry("personTime", 100d);
        References.assertExplained(ratio);
    }

    @Test
    void no_person_time_is_a_status() {
        RateRatio none = RateRatio.of(new TwoRates(0, 0, 3, 100), RateRatioMethod.MID_P, Confidence.DEFAULT);
        RateRatio wrong = RateRatio.of(new TwoRates(3, 100, 1, 0), RateRatioMethod.MID_P, Confidence.DEFAULT);
        assertThat(none.status()).isEqualTo(Status.NO_PERSON_TIME);
        assertThat(wrong.status()).isEqualTo(Status.EVENTS_WITHOUT_PERSON_TIME);
        assertThat(wrong.value()).isEmpty();
        References.assertExplained(wrong);
    }

    @Test
    void the_corrected_score_has_no_lower_limit_where_its_statistic_never_reaches_z() {
        // with one event the statistic stays below sqrt(7)
        Interval interval = RateRatioMethod.SCAS
                .interval(new TwoRates(1, 100, 1, 100), Confidence.of(0.9999))
                .orElseThrow();
        assertThat(interval.lower()).isZero();
        assertThat(interval.upper()).isInfinite();
    }

    @ParameterizedTest
    @EnumSource(RateRatioMethod.class)
    void extremes_stay_in_range(RateRatioMethod method) {
        for (TwoRates counts : new TwoRates[] {
            new TwoRates(1_000_000_000, 1e-6, 1, 1e5),
            new TwoRates(1, 1e12, 3, 1),
            new TwoRates(4, 1e-300, 2, 1e-290),
            new TwoRates(900_000_000_000L, 1e9, 800_000_000_000L, 1e9)
        }) {
            RateRatio ratio = RateRatio.of(counts, method, Confidence.of(0.999));
            assertThat(ratio.value().orElseThrow()).isFinite();
            ratio.interval().ifPresent(limits -> assertThat(
                            limits.contains(ratio.value().orElseThrow()))
                    .isTrue());
            for (RateDifferenceMethod other : RateDifferenceMethod.values()) {
                assertThat(RateDifference.of(counts, new RateScale(1, "years"), other, Confidence.of(0.999))
                                .interval()
                                .orElseThrow()
                                .upper())
                        .isFinite();
            }
        }
    }

    @Test
    void one_sided_levels_below_one_half_have_limits_beyond_the_estimate_or_none() {
        Confidence low = new Confidence(0.2, Side.LOWER);
        TwoRates counts = new TwoRates(7, 100, 5, 100);
        assertThat(RateRatioMethod.EXACT.interval(counts, low).orElseThrow().lower())
                .isGreaterThan(RateRatioMethod.EXACT
                        .interval(counts, new Confidence(0.8, Side.LOWER))
                        .orElseThrow()
                        .lower());
        assertThat(RateRatioMethod.MOVER.interval(counts, low)).isEmpty();
        assertThat(RateDifferenceMethod.MOVER_BYAR.interval(counts, low)).isEmpty();
        assertThat(RateRatioMethod.MID_P.interval(new TwoRates(7, 100, 0, 100), low))
                .isEmpty();
    }

    @Test
    void equal_counts_and_times_give_one_with_p_of_one() {
        for (RateRatioMethod method : RateRatioMethod.values()) {
            RateRatio ratio = RateRatio.of(new TwoRates(30, 100, 30, 100), method, Confidence.DEFAULT);
            assertThat(ratio.value()).hasValue(1);
            ratio.test().ifPresent(test -> References.assertClose(test.pValue(), 1, 1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(RateRatioMethod.class)
    void every_method_explains_itself(RateRatioMethod method) {
        References.assertExplained(RateRatio.of(BREAST_CANCER, method, Confidence.DEFAULT));
        References.assertExplained(RateRatio.of(BREAST_CANCER, method, new Confidence(0.9, Side.UPPER)));
    }

    @Nested
    class Rejects {
        @Test
        void negative_events() {
            assertThatThrownBy(() -> new TwoRates(-1, 1, 1, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("events must be 0 or more, was -1");
            assertThatThrownBy(() -> new TwoRates(1, 1, -2, 1)).hasMessage("referenceEvents must be 0 or more, was -2");
        }

        @Test
        void person_time_that_is_not_finite() {
            assertThatThrownBy(() -> new TwoRates(1, Double.NaN, 1, 1))
                    .hasMessage("personTime must be finite and 0 or more, was NaN");
            assertThatThrownBy(() -> new TwoRates(1, 1, 1, -3))
                    .hasMessage("referencePersonTime must be finite and 0 or more, was -3");
        }

        @Test
        void person_times_that_are_too_far_apart() {
            assertThatThrownBy(() -> new TwoRates(1, 1e-6, 1, 1e7))
                    .hasMessage("personTime and referencePersonTime must not differ by more than a factor of 1E12,"
                            + " was 0.000001 and 10000000");
        }

        @Test
        void counts_that_a_double_cannot_hold_together() {
            assertThatThrownBy(() -> new TwoRates(1L << 53, 1, 1, 1))
                    .hasMessage("events of both groups must be at most 2^53, was 9007199254740993");
        }
    }
}
