package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.rate.RateScale;

// the reference values are those of RateRatioTest, two-rates.reference.csv
class RateDifferenceTest {
    private static final RateScale PER_10000 = new RateScale(10_000, "woman-years");

    @Test
    void is_written_in_its_scale() {
        RateDifference difference = RateDifference.of(
                new TwoRates(41, 28010, 15, 19017), PER_10000, RateDifferenceMethod.WALD, Confidence.DEFAULT);
        assertThat(difference.value().orElseThrow()).isCloseTo(6.749949973, within(1e-9));
        assertThat(difference.interval().orElseThrow().upper()).isCloseTo(12.750627879, within(1e-9));
        assertThat(difference.unit()).isEqualTo("per 10000 woman-years");
        assertThat(difference.inputs()).containsEntry("multiplier", 10_000d);
    }

    @Property(tries = 200)
    void limits_change_sign_when_the_groups_are_swapped(
            @ForAll RateDifferenceMethod method,
            @ForAll @LongRange(min = 0, max = 5000) long x1,
            @ForAll @LongRange(min = 1, max = 5000) long x0,
            @ForAll @DoubleRange(min = 1, max = 1e6) double t1,
            @ForAll @DoubleRange(min = 1, max = 1e6) double t0) {
        TwoRates counts = new TwoRates(x1, t1, x0, t0);
        Interval one = method.interval(counts, Confidence.DEFAULT).orElseThrow();
        Interval other = method.interval(counts.swapped(), Confidence.DEFAULT).orElseThrow();
        double size = Math.max(Math.abs(one.lower()), Math.abs(one.upper()));
        assertThat(one.lower()).isCloseTo(-other.upper(), within(1e-10 * size));
        assertThat(one.upper()).isCloseTo(-other.lower(), within(1e-10 * size));
    }

    @Property(tries = 200)
    void interval_contains_the_difference_and_agrees_with_the_test(
            @ForAll RateDifferenceMethod method,
            @ForAll @LongRange(min = 0, max = 300) long x1,
            @ForAll @LongRange(min = 1, max = 300) long x0,
            @ForAll @DoubleRange(min = 50, max = 5000) double t1,
            @ForAll @DoubleRange(min = 50, max = 5000) double t0) {
        RateDifference difference =
                RateDifference.of(new TwoRates(x1, t1, x0, t0), PER_10000, method, Confidence.DEFAULT);
        Interval interval = difference.interval().orElseThrow();
        assertThat(interval.contains(difference.value().orElseThrow())).isTrue();
        difference.test().ifPresent(test -> assertThat(test.pValue() < 0.05).isEqualTo(!interval.contains(0)));
    }

    @Property(tries = 200)
    void restricted_rates_solve_the_likelihood_equation(
            @ForAll @LongRange(min = 1, max = 300) long x1,
            @ForAll @LongRange(min = 1, max = 300) long x0,
            @ForAll @DoubleRange(min = 0.01, max = 300) double percent) {
        TwoRates counts = new TwoRates(x1, 100, x0, 130);
        double lambda0 = new SkewScore(counts, false).restricted(percent / 100);
        double lambda1 = lambda0 + percent / 100;
        double slope = x1 / lambda1 + x0 / lambda0 - 230;
        assertThat(slope).isCloseTo(0, within(1e-9 * (x1 / lambda1 + x0 / lambda0)));
    }

    @ParameterizedTest
    @EnumSource(RateDifferenceMethod.class)
    void no_event_at_all_still_has_an_interval(RateDifferenceMethod method) {
        RateDifference difference =
                RateDifference.of(new TwoRates(0, 100, 0, 200), PER_10000, method, Confidence.DEFAULT);
        assertThat(difference.value()).hasValue(0);
        assertThat(difference.status()).isEqualTo(Status.BOTH_ZERO);
        assertThat(difference.test()).isEmpty();
        assertThat(difference.interval().orElseThrow().lower()).isNegative();
        assertThat(difference.interval().orElseThrow().upper()).isPositive();
        References.assertExplained(difference);
    }

    @Test
    void wald_without_any_event_falls_back_to_the_score_and_says_so() {
        RateDifference difference = RateDifference.of(
                new TwoRates(0, 100, 0, 200), PER_10000, RateDifferenceMethod.WALD, Confidence.DEFAULT);
        Interval interval = difference.interval().orElseThrow();
        double z = Confidence.DEFAULT.z();
        assertThat(interval.method()).isEqualTo("score");
        References.assertClose(interval.upper(), z * z / 100 * 10_000, 1e-12);
        References.assertClose(interval.lower(), -z * z / 200 * 10_000, 1e-12);
        assertThat(difference.warnings()).extracting(Note::code).containsExactly("fell-back");
    }

    @Test
    void no_person_time_is_a_status() {
        RateDifference difference = RateDifference.of(
                new TwoRates(2, 0, 0, 200), PER_10000, RateDifferenceMethod.SCORE, Confidence.DEFAULT);
        assertThat(difference.status()).isEqualTo(Status.EVENTS_WITHOUT_PERSON_TIME);
        assertThat(difference.value()).isEmpty();
        assertThat(difference.interval()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RateDifferenceMethod.class)
    void every_method_explains_itself(RateDifferenceMethod method) {
        References.assertExplained(
                RateDifference.of(new TwoRates(41, 28010, 15, 19017), PER_10000, method, Confidence.DEFAULT));
    }
}
