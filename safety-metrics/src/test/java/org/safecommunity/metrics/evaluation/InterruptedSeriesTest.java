package org.safecommunity.metrics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Near;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.evaluation.InterruptedSeries.Intervention;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CovarianceForm;

class InterruptedSeriesTest {
    private static final double[] COUNTS = {41, 38, 44, 36, 39, 41, 35, 37, 25, 27, 22, 24, 19, 21};

    private static double[] times(int first, int count) {
        return IntStream.range(first, first + count).mapToDouble(t -> t).toArray();
    }

    private static InterruptedSeries series(double[] counts, double at) {
        return InterruptedSeries.of(
                times(1, counts.length), CountData.of(counts), new Intervention(at, 0), CountFamily.POISSON);
    }

    private static List<MetricResult> results(InterruptedSeries series) {
        return series.results(CovarianceForm.model(), Confidence.DEFAULT);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "interrupted-series.reference.csv",
            useHeadersInDisplayName = true,
            maxCharsPerColumn = 20_000)
    void matches_reference_values(
            String name,
            String events,
            String personTime,
            String times,
            double at,
            int season,
            String family,
            String covariance,
            double level,
            double levelLower,
            double levelUpper,
            double levelStatistic,
            double slope,
            double slopeError,
            double trend,
            double trendError,
            double dispersion,
            double r1,
            double box,
            double boxP,
            double durbinWatson,
            @Nullable Double seasonal,
            double averted,
            double avertedError,
            double expectedEnd,
            double fittedEnd) {
        CountFamily counts = CountFamily.valueOf(family.toUpperCase(Locale.ROOT).replace('-', '_'));
        InterruptedSeries series = InterruptedSeries.of(
                Numbers.of(times),
                CountData.of(Numbers.of(events), Numbers.of(personTime)),
                new Intervention(at, season),
                counts);
        List<MetricResult> results = series.results(CovarianceForm.parse(covariance), Confidence.DEFAULT);
        assertThat(results)
                .as(name)
                .extracting(MetricResult::statistic)
                .containsExactly(
                        "level-change",
                        "slope-change",
                        "baseline-trend",
                        "dispersion",
                        "autocorrelation",
                        "events-averted");
        Interval interval = results.get(0).interval().orElseThrow();
        near(value(results.get(0)), level);
        near(interval.lower(), levelLower);
        near(interval.upper(), levelUpper);
        near(results.get(0).test().orElseThrow().statistic(), levelStatistic);
        near(value(results.get(1)), slope);
        near(Near.detail(results.get(1), "coefficientStandardError"), slopeError);
        near(value(results.get(2)), trend);
        near(Near.detail(results.get(2), "coefficientStandardError"), trendError);
        near(value(results.get(3)), dispersion);
        near(value(results.get(4)), r1);
        near(results.get(4).test().orElseThrow().statistic(), box);
        assertThat(results.get(4).test().orElseThrow().pValue())
                .isCloseTo(boxP, within(1e-8 * boxP * Math.max(1, box)));
        near(Near.detail(results.get(4), "durbinWatson"), durbinWatson);
        if (seasonal != null) {
            near(Near.detail(results.get(4), "seasonalCorrelation"), seasonal);
        }
        near(value(results.get(5)), averted);
        near(results.get(5).standardError().getAsDouble(), avertedError);
        near(Near.detail(results.get(5), "expectedEnd"), expectedEnd);
        near(Near.detail(results.get(5), "fittedEnd"), fittedEnd);
    }

    private static double value(MetricResult result) {
        return result.value().orElseThrow();
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
    }

    @Property(tries = 50)
    void a_factor_on_the_person_time_changes_the_intercept_only(
            @ForAll @Size(14) List<@IntRange(min = 1, max = 60) Integer> counts,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        double[] events = counts.stream().mapToDouble(c -> c).toArray();
        double[] people = new double[14];
        Arrays.fill(people, factor);
        InterruptedSeries scaled = InterruptedSeries.of(
                times(1, 14), CountData.of(events, people), new Intervention(8, 0), CountFamily.POISSON);
        List<MetricResult> expected = results(series(events, 8));
        List<MetricResult> actual = results(scaled);
        for (int i : new int[] {0, 1, 2, actual.size() - 1}) {
            assertThat(value(actual.get(i)))
                    .isCloseTo(value(expected.get(i)), within(1e-6 * Math.max(1, Math.abs(value(expected.get(i))))));
        }
    }

    @Property(tries = 50)
    void the_fitted_sums_equal_the_observed_on_either_side(
            @ForAll @Size(14) List<@IntRange(min = 1, max = 60) Integer> counts) {
        double[] events = counts.stream().mapToDouble(c -> c).toArray();
        List<java.util.Optional<InterruptedSeries.Course>> course =
                series(events, 8).course();
        double before = course.subList(0, 7).stream()
                .mapToDouble(c -> c.orElseThrow().fitted())
                .sum();
        double after = course.subList(7, 14).stream()
                .mapToDouble(c -> c.orElseThrow().fitted())
                .sum();
        assertThat(before).isCloseTo(Arrays.stream(events, 0, 7).sum(), within(1e-6));
        assertThat(after).isCloseTo(Arrays.stream(events, 7, 14).sum(), within(1e-6));
        course.subList(0, 7).forEach(c -> assertThat(c.orElseThrow().expected())
                .isCloseTo(
                        c.orElseThrow().fitted(), within(1e-9 * c.orElseThrow().fitted())));
    }

    @Test
    void a_measure_at_an_end_leaves_nothing_to_estimate_and_says_so() {
        for (double at : new double[] {1, 2, 14, 99}) {
            List<MetricResult> results = results(series(COUNTS, at));
            assertThat(results).allSatisfy(result -> assertThat(result.value()).isEmpty());
            assertThat(results.get(0).status()).isEqualTo(Status.EMPTY_DOMAIN);
            assertThat(results.get(0).warnings()).extracting(Note::code).containsExactly("interrupt-too-few");
            assertThat(results.get(0).explain(Locale.CHINESE)).isNotEmpty();
        }
    }

    @Test
    void few_times_on_a_side_are_marked_as_descriptive() {
        List<MetricResult> results = results(series(COUNTS, 12));
        assertThat(results.get(0).value()).isPresent();
        assertThat(results.get(0).warnings()).extracting(Note::code).contains("interrupt-descriptive");
        assertThat(results.get(0).details()).containsEntry("pointsBefore", 11L).containsEntry("pointsAfter", 3L);
    }

    @ParameterizedTest
    @EnumSource(CountFamily.class)
    void no_event_at_all_is_no_fit(CountFamily family) {
        InterruptedSeries series =
                InterruptedSeries.of(times(1, 20), CountData.of(new double[20]), new Intervention(10, 0), family);
        List<MetricResult> results = results(series);
        assertThat(results.get(0).status()).isEqualTo(Status.SEPARATED);
        assertThat(results.get(0).warnings()).extracting(Note::code).contains("no-events");
        assertThat(results.get(results.size() - 1).value()).isEmpty();
        assertThat(series.course()).allMatch(java.util.Optional::isEmpty);
    }

    @Test
    void no_event_after_the_measure_is_separated() {
        double[] counts = COUNTS.clone();
        Arrays.fill(counts, 7, 14, 0);
        assertThat(results(series(counts, 8)).get(0).status()).isEqualTo(Status.SEPARATED);
    }

    @Test
    void times_without_person_time_are_left_out() {
        double[] people = new double[14];
        Arrays.fill(people, 2);
        people[3] = 0;
        double[] counts = COUNTS.clone();
        counts[3] = 0;
        InterruptedSeries series = InterruptedSeries.of(
                times(2008, 14), CountData.of(counts, people), new Intervention(2015, 0), CountFamily.QUASI_POISSON);
        assertThat(series.before()).isEqualTo(6);
        assertThat(series.after()).isEqualTo(7);
        assertThat(series.course().get(3)).isEmpty();
        assertThat(series.course().get(4)).isPresent();
        assertThat(results(series).get(0).n().getAsLong()).isEqualTo(13);
    }

    @Test
    void doubts_are_named_until_the_covariance_answers_them() {
        double[] counts = {90, 12, 88, 15, 95, 9, 91, 14, 80, 10, 85, 11, 79, 8, 82, 13};
        InterruptedSeries series = series(counts, 9);
        assertThat(results(series).get(0).warnings())
                .extracting(Note::code)
                .containsExactly("interrupt-overdispersed", "interrupt-autocorrelated");
        assertThat(series.results(CovarianceForm.neweyWest(2), Confidence.DEFAULT)
                        .get(0)
                        .warnings())
                .isEmpty();
    }

    @Test
    void one_sided_limits_and_working() {
        for (Side side : Side.values()) {
            List<MetricResult> results = series(COUNTS, 9).results(CovarianceForm.model(), new Confidence(0.9, side));
            Interval limits = results.get(results.size() - 1).interval().orElseThrow();
            assertThat(Double.isFinite(limits.lower())).isEqualTo(side != Side.UPPER);
            assertThat(Double.isFinite(limits.upper())).isEqualTo(side != Side.LOWER);
            for (MetricResult result : results) {
                assertThat(result.explain(Locale.ENGLISH)).isNotEmpty();
                assertThat(result.explain(Locale.CHINESE)).hasSameSizeAs(result.explain(Locale.ENGLISH));
            }
            results.subList(4, 6).forEach(ResultContract::assertKept);
        }
    }

    @Nested
    class Rejects {
        private void rejects(double[] times, Intervention intervention, String message) {
            assertThatThrownBy(() -> InterruptedSeries.of(
                            times, CountData.of(new double[] {1, 2, 3}), intervention, CountFamily.POISSON))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }

        @Test
        void times_that_do_not_fit() {
            Intervention plain = new Intervention(2, 0);
            rejects(new double[] {1, 2}, plain, "times must have one value for each of the 3 counts, was 2");
            rejects(new double[] {1, 3, 3}, plain, "times[2] must be finite and rise, was 3");
            rejects(new double[] {1, Double.NaN, 3}, plain, "times[1] must be finite and rise, was NaN");
            rejects(new double[] {1, 1.5, 2}, new Intervention(2, 4), "times[1] must be whole for a season, was 1.5");
        }

        @Test
        void an_intervention_that_cannot_be() {
            assertThatThrownBy(() -> new Intervention(Double.NaN, 0)).hasMessage("at must be finite, was NaN");
            assertThatThrownBy(() -> new Intervention(1, 1)).hasMessage("seasonLength must be 0, or 2 or more, was 1");
            assertThatThrownBy(() -> new Intervention(1, -2))
                    .hasMessage("seasonLength must be 0, or 2 or more, was -2");
        }
    }
}
