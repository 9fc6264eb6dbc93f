package org.safecommunity.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.CountData;

class JoinpointTest {
    private static final double[] BELGIUM = {12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240};

    private static double[] times(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }

    private static Joinpoint fit(double[] counts, Joinpoint.Model model, int most) {
        return Joinpoint.of(times(counts.length), CountData.of(counts), model, most);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "joinpoint.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            Joinpoint.Model model,
            double location,
            double deviance,
            double first,
            double second,
            double average,
            double error) {
        Joinpoint joinpoint = fit(BELGIUM, model, 1);
        assertThat(joinpoint.locations()).containsExactly(location);
        assertThat(joinpoint.deviance()).isCloseTo(deviance, within(1e-9 * deviance));
        List<MetricResult> results = joinpoint.results(Confidence.DEFAULT);
        assertThat(results)
                .extracting(MetricResult::statistic)
                .containsExactly(
                        "joinpoint",
                        "annual-percent-change",
                        "annual-percent-change",
                        "average-annual-percent-change",
                        "joinpoint-number");
        double[] expected = {location, first, second, average};
        for (int i = 0; i < expected.length; i++) {
            assertThat(results.get(i).value()).hasValueCloseTo(expected[i], within(1e-8 * expected[i]));
        }
        assertThat(joinpoint.averageSlope().standardError()).hasValueCloseTo(error, within(1e-8 * error));
    }

    @Test
    void finds_three_exact_breaks() {
        double[] counts = new double[40];
        double log = 8;
        double[] slopes = {0.03, -0.05, 0.02, -0.04};
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.rint(Math.exp(log));
            log += slopes[i / 10];
        }
        for (Joinpoint.Model model : Joinpoint.Model.values()) {
            assertThat(fit(counts, model, 3).locations()).containsExactly(11d, 21d, 31d);
        }
    }

    @Test
    void interval_is_the_places_that_fit_nearly_as_well() {
        // deviances of places 7 to 11 are within 3.84 of the smallest, that of place 6 is not (sheet of the issue)
        MetricResult location = fit(BELGIUM, Joinpoint.Model.POISSON, 1)
                .results(Confidence.DEFAULT)
                .get(0);
        assertThat(location.interval().orElseThrow().lower()).isEqualTo(7);
        assertThat(location.interval().orElseThrow().upper()).isEqualTo(11);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(location.explain(locale)).hasSize(5);
        }
    }

    @Test
    void short_series_lower_the_number_and_straight_ones_have_none() {
        Joinpoint lowered = fit(Arrays.copyOf(BELGIUM, 6), Joinpoint.Model.POISSON, 2);
        assertThat(lowered.locations()).isEmpty();
        assertThat(lowered.notes().get(0).message(Locale.ENGLISH))
                .isEqualTo("6 observations allow at most 0 joinpoints; 2 were asked for.");
        double[] straight = IntStream.range(0, 15)
                .mapToDouble(i -> Math.rint(1000 * Math.exp(0.02 * i)))
                .toArray();
        assertThat(fit(straight, Joinpoint.Model.POISSON, 2).locations()).isEmpty();
    }

    @Test
    void no_event_is_a_status() {
        List<MetricResult> results =
                fit(new double[10], Joinpoint.Model.POISSON, 1).results(Confidence.DEFAULT);
        assertThat(results).extracting(MetricResult::status).containsOnly(Status.SEPARATED);
        assertThat(results).allMatch(result -> result.value().isEmpty());
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "joinpoint-selection.reference.csv",
            useHeadersInDisplayName = true,
            maxCharsPerColumn = 500)
    void two_joinpoints_and_their_selection_match_reference_values(ArgumentsAccessor row) {
        Joinpoint.Model model = Joinpoint.Model.valueOf(row.getString(0));
        CountData data = CountData.of(numbers(row.getString(1)), numbers(row.getString(2)));
        double[] times = times(data.size());
        JoinpointFit two = JoinpointFit.search(times, data, model, 2);
        assertThat(two.locations()).containsExactlyElementsOf(boxed(numbers(row.getString(3))));
        assertThat(two.deviance()).isCloseTo(row.getDouble(4), within(1e-9 * row.getDouble(4)));
        JoinpointChoice bic = JoinpointChoice.of(times, data, model, 2, JoinpointSelection.BIC);
        JoinpointChoice weighted = JoinpointChoice.of(times, data, model, 2, JoinpointSelection.WEIGHTED_BIC);
        for (int k = 0; k <= 2; k++) {
            close(bic.criterion(bic.fits().get(k)), row.getDouble(5 + k));
            close(weighted.criterion(weighted.fits().get(k)), row.getDouble(8 + k));
        }
        JoinpointSelection.Permutation permutation = new JoinpointSelection.Permutation(999, 1, 0.05);
        HypothesisTest test = JoinpointPermutation.test(JoinpointFit.search(times, data, model, 0), 2, permutation, 0);
        close(test.statistic(), row.getDouble(11));
        double p = row.getDouble(12);
        double drawn = p > 0.02 ? 6 * Math.sqrt(p * (1 - p) / 999) : 0.02;
        assertThat(test.pValue()).isCloseTo(p, within(drawn));
    }

    private static void close(double value, double expected) {
        assertThat(value).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Test
    void tests_choose_the_breaks_and_a_seed_gives_the_same_again() {
        double[] counts = {12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240};
        JoinpointSelection selection = new JoinpointSelection.Permutation(199, 7, 0.05);
        for (Joinpoint.Model model : Joinpoint.Model.values()) {
            Joinpoint one = Joinpoint.of(times(13), CountData.of(counts), model, 2, selection);
            Joinpoint again = Joinpoint.of(times(13), CountData.of(counts), model, 2, selection);
            assertThat(one.locations()).isNotEmpty();
            MetricResult number = one.results(Confidence.DEFAULT)
                    .get(one.results(Confidence.DEFAULT).size() - 1);
            assertThat(number.details())
                    .isEqualTo(again.results(Confidence.DEFAULT)
                            .get(again.results(Confidence.DEFAULT).size() - 1)
                            .details());
            assertThat(number.details()).containsKeys("criterion", "pValues");
            assertThat(number.inputs()).containsEntry("seed", 7L);
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(number.explain(locale)).hasSizeGreaterThanOrEqualTo(6);
            }
        }
    }

    @Test
    void fitted_means_add_up_to_the_events() {
        Joinpoint fit = fit(BELGIUM, Joinpoint.Model.POISSON, 1);
        double sum = fit.fitted().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).isCloseTo(Arrays.stream(BELGIUM).sum(), within(1e-8));
        assertThat(fit(new double[10], Joinpoint.Model.POISSON, 1).fitted()).isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void selections_out_of_range() {
            assertThatThrownBy(() -> new JoinpointSelection.Permutation(98, 1, 0.05))
                    .hasMessage("permutations must be 99 or more, was 98");
            assertThatThrownBy(() -> new JoinpointSelection.Permutation(99, 1, 1))
                    .hasMessageContaining("alpha must be");
        }

        @Test
        void arguments_out_of_range() {
            CountData three = CountData.of(new double[] {1, 0, 2});
            assertThatThrownBy(() -> Joinpoint.of(times(2), CountData.of(new double[2]), Joinpoint.Model.POISSON, 1))
                    .hasMessage("times must have 3 values or more, was 2");
            assertThatThrownBy(() -> Joinpoint.of(times(3), three, Joinpoint.Model.POISSON, -1))
                    .hasMessage("maxJoinpoints must be 0 or more, was -1");
            assertThatThrownBy(() -> Joinpoint.of(new double[] {1, 1, 2}, three, Joinpoint.Model.POISSON, 1))
                    .hasMessageStartingWith("times[1] must be finite and rise, was 1");
            assertThatThrownBy(() -> Joinpoint.of(times(3), three, Joinpoint.Model.LOG_LINEAR, 1))
                    .hasMessage("events[1] must be greater than 0 for the log-linear model, was 0");
            CountData empty = CountData.of(new double[3], new double[] {1, 0, 1});
            assertThatThrownBy(() -> Joinpoint.of(times(3), empty, Joinpoint.Model.POISSON, 1))
                    .hasMessage("personTime[1] must be greater than 0, was 0");
        }

        @Test
        void too_many_placements() {
            assertThatThrownBy(() -> fit(new double[192], Joinpoint.Model.POISSON, 5))
                    .hasMessage(
                            "maxJoinpoints must leave at most 50000 placements to fit, was 5 with 192 observations");
        }
    }
}
