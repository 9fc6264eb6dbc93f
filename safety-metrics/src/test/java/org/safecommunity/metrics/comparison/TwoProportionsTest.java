package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

class TwoProportionsTest {
    private static ComparisonResult result(
            String statistic, String method, TwoProportions counts, Confidence confidence) {
        return switch (statistic) {
            case "risk-ratio" -> RiskRatio.of(counts, RiskRatioMethod.valueOf(method), confidence);
            case "risk-difference" -> RiskDifference.of(counts, RiskDifferenceMethod.valueOf(method), confidence);
            default -> OddsRatio.of(counts, OddsRatioMethod.valueOf(method), confidence);
        };
    }

    @ParameterizedTest
    @CsvFileSource(resources = "two-proportions.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String statistic,
            String method,
            long events,
            long trials,
            long referenceEvents,
            long referenceTrials,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double pValue,
            double tolerance) {
        TwoProportions counts = new TwoProportions(events, trials, referenceEvents, referenceTrials);
        ComparisonResult result = result(statistic, method, counts, Confidence.DEFAULT);
        assertThat(result.statistic()).isEqualTo(statistic);
        References.assertValue(result.value(), value, 1e-12);
        References.assertLimits(result, lower, upper, tolerance);
        References.assertP(result, pValue, tolerance);
        References.assertExplained(result);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "fisher.reference.csv", useHeadersInDisplayName = true)
    void conditional_odds_ratio_and_fishers_p_match_reference_values(
            long events,
            long trials,
            long referenceEvents,
            long referenceTrials,
            @Nullable Double conditionalOddsRatio,
            double minimumLikelihoodP) {
        OddsRatio ratio = OddsRatio.of(
                new TwoProportions(events, trials, referenceEvents, referenceTrials),
                OddsRatioMethod.EXACT,
                Confidence.DEFAULT);
        Object conditional = ratio.details().get("conditionalOddsRatio");
        if (conditionalOddsRatio == null) {
            assertThat(conditional).isNull();
        } else {
            assertThat(conditional)
                    .isInstanceOfSatisfying(
                            Double.class, psi -> References.assertClose(psi, conditionalOddsRatio, 1e-9));
        }
        assertThat(ratio.details().get("fisherMinimumLikelihoodP"))
                .isInstanceOfSatisfying(Double.class, p -> References.assertClose(p, minimumLikelihoodP, 1e-9));
        assertThat(ratio.test().orElseThrow().method()).isEqualTo("fisher-exact-central");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "cohort-fraction.reference.csv", useHeadersInDisplayName = true)
    void population_fractions_match_reference_values(
            long events,
            long trials,
            long referenceEvents,
            long referenceTrials,
            String statistic,
            double value,
            double lower,
            double upper) {
        TwoProportions counts = new TwoProportions(events, trials, referenceEvents, referenceTrials);
        AttributableFraction fraction = AttributableFraction.ofPopulation(counts, Confidence.DEFAULT);
        assertThat(fraction.statistic()).isEqualTo(statistic);
        References.assertValue(fraction.value(), value, 1e-11);
        References.assertLimits(fraction, lower, upper, 1e-11);
        References.assertExplained(fraction);
    }

    @Test
    void fraction_among_the_exposed_of_a_cohort() {
        // epiR::epi.2by2 prints 75.047016 (30.105800 to 91.091515) % for 13/2163 against 5/3349
        AttributableFraction fraction = AttributableFraction.ofExposed(
                new TwoProportions(13, 2176, 5, 3354), RiskRatioMethod.KATZ, Confidence.DEFAULT);
        References.assertValue(fraction.value(), 0.75047016, 1e-7);
        References.assertLimits(fraction, 0.30105800, 0.91091515, 1e-7);
        References.assertExplained(fraction);
    }

    @Property(tries = 200)
    void interval_contains_the_estimate_and_agrees_with_the_test(
            @ForAll @LongRange(min = 1, max = 60) long n1,
            @ForAll @LongRange(min = 1, max = 60) long n0,
            @ForAll @DoubleRange(min = 0, max = 1) double p1,
            @ForAll @DoubleRange(min = 0, max = 1) double p0) {
        TwoProportions counts = new TwoProportions(Math.round(p1 * n1), n1, Math.round(p0 * n0), n0);
        for (RiskDifferenceMethod method : RiskDifferenceMethod.values()) {
            agrees(RiskDifference.of(counts, method, Confidence.DEFAULT), 0);
        }
        for (RiskRatioMethod method : RiskRatioMethod.values()) {
            agrees(RiskRatio.of(counts, method, Confidence.DEFAULT), 1);
        }
        for (OddsRatioMethod method : OddsRatioMethod.values()) {
            agrees(OddsRatio.of(counts, method, Confidence.DEFAULT), 1);
        }
    }

    private static void agrees(ComparisonResult result, double nullValue) {
        Optional<Interval> interval = result.interval();
        if (interval.isEmpty()) {
            assertThat(result.test().map(test -> test.pValue()).orElse(1d)).isEqualTo(1);
            return;
        }
        boolean half = result.warnings().stream().anyMatch(note -> note.code().equals("half-added"));
        if (result.value().isPresent() && !half) {
            double value = result.value().getAsDouble();
            assertThat(interval.get().lower()).isLessThanOrEqualTo(value + 1e-12);
            assertThat(interval.get().upper()).isGreaterThanOrEqualTo(value - 1e-12);
        }
        result.test().ifPresent(test -> assertThat(test.pValue() < 0.05)
                .isEqualTo(!interval.get().contains(nullValue)));
    }

    @Property(tries = 100)
    void limits_turn_over_when_the_groups_are_swapped(
            @ForAll @LongRange(min = 1, max = 60) long x1, @ForAll @LongRange(min = 1, max = 60) long x0) {
        TwoProportions counts = new TwoProportions(x1, 61, x0, 75);
        for (RiskDifferenceMethod method : RiskDifferenceMethod.values()) {
            Interval one = method.interval(counts, Confidence.DEFAULT).orElseThrow();
            Interval other =
                    method.interval(counts.swapped(), Confidence.DEFAULT).orElseThrow();
            assertThat(one.lower()).isCloseTo(-other.upper(), within(1e-12));
        }
        for (RiskRatioMethod method : RiskRatioMethod.values()) {
            Interval one = method.interval(counts, Confidence.DEFAULT).orElseThrow();
            Interval other =
                    method.interval(counts.swapped(), Confidence.DEFAULT).orElseThrow();
            References.assertClose(one.lower() * other.upper(), 1, 1e-9);
        }
        for (OddsRatioMethod method : OddsRatioMethod.values()) {
            Interval one = method.interval(counts, Confidence.DEFAULT).orElseThrow();
            Interval other =
                    method.interval(counts.swapped(), Confidence.DEFAULT).orElseThrow();
            References.assertClose(one.lower() * other.upper(), 1, 1e-9);
        }
    }

    @Property(tries = 200)
    void restricted_risks_solve_the_likelihood_equation(
            @ForAll @LongRange(min = 1, max = 60) long x1,
            @ForAll @LongRange(min = 1, max = 60) long x0,
            @ForAll @DoubleRange(min = -0.95, max = 0.95) double difference) {
        RiskScore score = new RiskScore(new TwoProportions(x1, 61, x0, 75), true);
        double p0 = score.restricted(difference);
        assertThat(p0).isBetween(Math.max(0, -difference), Math.min(1, 1 - difference));
        // the slope changes its sign there
        assertThat(score.slope(p0 * (1 - 1e-9), difference) * score.slope(p0 * (1 + 1e-9), difference))
                .isNegative();
    }

    @Property(tries = 100)
    void probabilities_of_the_conditional_distribution_add_up(
            @ForAll @LongRange(min = 0, max = 30) long x1,
            @ForAll @LongRange(min = 0, max = 40) long x0,
            @ForAll @DoubleRange(min = 0.01, max = 100) double psi) {
        NoncentralHypergeometric.Parts parts =
                new NoncentralHypergeometric(new TwoProportions(x1, 30, x0, 40)).parts(psi);
        assertThat(parts.below() + parts.at() + parts.above()).isCloseTo(1, within(1e-14));
        assertThat(parts.mean()).isBetween(-1e-9, 30 + 1e-9);
    }

    @Test
    void a_large_table_is_exact_without_walking_through_all_counts() {
        TwoProportions counts = new TwoProportions(400_000, 2_000_000, 390_000, 2_100_000);
        Interval exact =
                OddsRatioMethod.EXACT.interval(counts, Confidence.DEFAULT).orElseThrow();
        Interval woolf =
                OddsRatioMethod.WOOLF.interval(counts, Confidence.DEFAULT).orElseThrow();
        References.assertClose(exact.lower(), woolf.lower(), 1e-5);
        References.assertClose(exact.upper(), woolf.upper(), 1e-5);
    }

    @Test
    void statuses_of_zero_cells() {
        Confidence c = Confidence.DEFAULT;
        TwoProportions noReference = new TwoProportions(5, 56, 0, 29);
        TwoProportions allOfGroup = new TwoProportions(10, 10, 3, 10);
        TwoProportions none = new TwoProportions(0, 10, 0, 20);
        TwoProportions empty = new TwoProportions(0, 0, 3, 20);
        assertThat(RiskRatio.of(noReference, RiskRatioMethod.KOOPMAN, c).status())
                .isEqualTo(Status.ZERO_REFERENCE);
        assertThat(OddsRatio.of(noReference, OddsRatioMethod.MID_P, c).status()).isEqualTo(Status.ZERO_REFERENCE);
        OddsRatio separated = OddsRatio.of(allOfGroup, OddsRatioMethod.MID_P, c);
        assertThat(separated.status()).isEqualTo(Status.SEPARATED);
        assertThat(separated.interval().orElseThrow().upper()).isInfinite();
        assertThat(separated.value()).isEmpty();
        assertThat(RiskRatio.of(none, RiskRatioMethod.KOOPMAN, c).status()).isEqualTo(Status.BOTH_ZERO);
        assertThat(OddsRatio.of(none, OddsRatioMethod.EXACT, c).status()).isEqualTo(Status.BOTH_ZERO);
        RiskDifference difference = RiskDifference.of(none, RiskDifferenceMethod.MIETTINEN_NURMINEN, c);
        assertThat(difference.value()).hasValue(0);
        assertThat(difference.status()).isEqualTo(Status.BOTH_ZERO);
        assertThat(difference.interval()).isPresent();
        for (ComparisonResult result : List.of(
                RiskRatio.of(empty, RiskRatioMethod.KOOPMAN, c),
                RiskDifference.of(empty, RiskDifferenceMethod.NEWCOMBE, c),
                OddsRatio.of(empty, OddsRatioMethod.MID_P, c),
                AttributableFraction.ofPopulation(empty, c))) {
            assertThat(result.status()).isEqualTo(Status.EMPTY_DOMAIN);
            assertThat(result.value()).isEmpty();
            assertThat(result.interval()).isEmpty();
            References.assertExplained(result);
        }
    }

    @Test
    void half_is_added_by_woolf_and_said() {
        OddsRatio ratio = OddsRatio.of(new TwoProportions(5, 56, 0, 29), OddsRatioMethod.WOOLF, Confidence.DEFAULT);
        assertThat(ratio.warnings()).extracting(Note::code).containsExactly("half-added");
    }

    @Test
    void one_limit_alone_has_the_whole_error_probability() {
        TwoProportions counts = new TwoProportions(56, 70, 48, 80);
        for (String statistic : List.of("risk-ratio", "risk-difference")) {
            ComparisonResult upper = result(statistic, "MIETTINEN_NURMINEN", counts, new Confidence(0.975, Side.UPPER));
            ComparisonResult both = result(statistic, "MIETTINEN_NURMINEN", counts, Confidence.DEFAULT);
            References.assertClose(
                    upper.interval().orElseThrow().upper(),
                    both.interval().orElseThrow().upper(),
                    1e-12);
            assertThat(upper.details()).containsEntry("alternative", "less");
        }
    }

    @Nested
    class Rejects {
        @Test
        void more_events_than_trials() {
            assertThatThrownBy(() -> new TwoProportions(3, 2, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("events must not exceed trials, was 3 of 2");
            assertThatThrownBy(() -> new TwoProportions(1, 2, 5, 4))
                    .hasMessage("referenceEvents must not exceed referenceTrials, was 5 of 4");
        }

        @Test
        void negative_counts() {
            assertThatThrownBy(() -> new TwoProportions(0, -1, 0, 1)).hasMessage("trials must be 0 or more, was -1");
        }
    }
}
