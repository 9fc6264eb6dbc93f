package org.safecommunity.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.chart.ChartData;
import org.safecommunity.metrics.chart.ChartSettings;
import org.safecommunity.metrics.chart.ChartType;
import org.safecommunity.metrics.chart.ControlChart;
import org.safecommunity.metrics.detection.CountCusum;
import org.safecommunity.metrics.detection.DetectionPoint;
import org.safecommunity.metrics.detection.Ears;
import org.safecommunity.metrics.detection.Farrington;
import org.safecommunity.metrics.evaluation.InterruptedSeries;
import org.safecommunity.metrics.evaluation.InterruptedSeries.Intervention;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.season.Seasonality;
import org.safecommunity.metrics.trend.Joinpoint;
import org.safecommunity.metrics.trend.JoinpointSelection;
import org.safecommunity.metrics.trend.LogLinearTrend;
import org.safecommunity.metrics.trend.MannKendall;
import org.safecommunity.metrics.trend.SenSlope;

class EventSeriesTest {
    private static final double[] TIMES =
            IntStream.rangeClosed(1, 24).asDoubleStream().toArray();
    private static final double[] EVENTS = {
        20, 18, 25, 22, 19, 24, 21, 23, 20, 26, 22, 19, 9, 12, 10, 11, 8, 12, 10, 9, 11, 40, 10, 9
    };
    private static final double[] PERSONS =
            IntStream.range(0, 24).mapToDouble(i -> 1000 + 10 * i).toArray();
    private static final EventSeries SERIES = EventSeries.of(TIMES, EVENTS, PERSONS);

    @Test
    void a_series_gives_back_what_went_in() {
        EventSeries series = EventSeries.of(new double[] {2020, 2021}, new double[] {3, 0}, new double[] {10, 0})
                .labelled(List.of("first", "second"));

        assertThat(series.size()).isEqualTo(2);
        assertThat(series.label(1)).isEqualTo("second");
        assertThat(series.time(1)).isEqualTo(2021);
        assertThat(series.events(0)).isEqualTo(3);
        assertThat(series.denominator(0)).isEqualTo(10);
        assertThat(series.rate(0)).hasValue(0.3);
        assertThat(series.rate(1)).isEmpty();
        assertThat(series.position("second")).hasValue(1);
        assertThat(series.position("third")).isEmpty();
        assertThat(series.hasDenominators()).isTrue();
        assertThat(EventSeries.of(new double[] {4, 5}).hasDenominators()).isFalse();
        assertThat(EventSeries.of(new double[] {4, 5}).label(1)).isEqualTo("2");
    }

    @Test
    void gaps_are_named_and_nothing_is_put_into_them() {
        EventSeries series = EventSeries.of(new double[] {1, 2, 5, 6}, new double[] {1, 1, 1, 1})
                .labelled(List.of("2024-01", "2024-02", "2024-05", "2024-06"));

        assertThat(series.regular()).isTrue();
        assertThat(series.step()).hasValue(1);
        assertThat(series.gaps()).containsExactly(new EventSeries.Gap("2024-02", "2024-05", 2));
        assertThat(series.size()).isEqualTo(4);
    }

    @Test
    void a_series_of_months_in_years_is_regular_in_spite_of_rounding() {
        double[] months =
                IntStream.range(0, 240).mapToDouble(i -> 2000 + i / 12d).toArray();

        EventSeries series = EventSeries.of(months, new double[240]);

        assertThat(series.regular()).isTrue();
        assertThat(series.gaps()).isEmpty();
        assertThat(series.step().orElseThrow()).isCloseTo(1 / 12d, within(1e-9));
    }

    @Test
    void times_on_no_grid_are_not_regular_and_have_no_gaps() {
        EventSeries series = EventSeries.of(new double[] {1, 2, 3.4}, new double[3]);

        assertThat(series.regular()).isFalse();
        assertThat(series.step()).isEmpty();
        assertThat(series.gaps()).isEmpty();
        assertThat(EventSeries.of(new double[] {7}).regular()).isTrue();
        assertThat(EventSeries.of(new double[] {7}).step()).isEmpty();
    }

    @Property(tries = 100)
    void removing_points_of_a_regular_series_makes_gaps_of_as_many_times(
            @ForAll @Size(min = 4, max = 30) List<@IntRange(min = 0, max = 1) Integer> kept) {
        // the first two and the last stay, so that step and ends are those of the whole
        double[] times = IntStream.range(0, kept.size())
                .filter(i -> i < 2 || i == kept.size() - 1 || kept.get(i) == 1)
                .mapToDouble(i -> i)
                .toArray();
        long missing = EventSeries.of(times, new double[times.length]).gaps().stream()
                .mapToLong(EventSeries.Gap::missing)
                .sum();

        assertThat(missing).isEqualTo(kept.size() - times.length);
    }

    @Test
    void a_chart_of_a_series_is_the_chart_of_its_numbers_with_limits_and_signals() {
        ControlChart chart = ControlChart.of(ChartType.U, SERIES, ChartSettings.DEFAULT);
        ControlChart plain = ControlChart.of(ChartType.U, ChartData.of(EVENTS, PERSONS), ChartSettings.DEFAULT);

        assertThat(chart.annotated()).usingRecursiveComparison().isEqualTo(plain.annotated());
        SeriesPoint peak = chart.annotated().points().get(21);
        assertThat(peak.label()).isEqualTo("22");
        assertThat(peak.signals()).contains("beyond-limits");
        assertThat(peak.value().orElseThrow()).isEqualTo(40 / 1210d);
        assertThat(peak.expected()).isEqualTo(plain.points().get(21).centre());
        assertThat(peak.upper().orElseThrow()).isLessThan(peak.value().orElseThrow());
        assertThat(chart.annotated().signals()).contains(peak);
    }

    @Test
    void detection_of_a_series_has_the_threshold_as_upper_limit() {
        List<DetectionPoint> plain = Ears.C1.points(EVENTS, Ears.Settings.DEFAULT);
        AnnotatedSeries judged = Ears.C1.judge(SERIES, Ears.Settings.DEFAULT);

        assertThat(judged.signals()).extracting(SeriesPoint::label).containsExactly("22");
        assertThat(judged.points().get(21).upper()).isEqualTo(plain.get(21).threshold());
        assertThat(judged.points().get(21).expected()).isEqualTo(plain.get(21).expected());
        assertThat(judged.points().get(0).upper()).isEmpty();
        assertThat(CountCusum.POISSON
                        .judge(SERIES, CountCusum.Settings.POISSON_DEFAULT)
                        .signals())
                .allSatisfy(point -> assertThat(point.signals()).containsExactly("alarm"));
    }

    @Test
    void farrington_judges_a_series_without_gaps() {
        double[] months = IntStream.range(0, 72).mapToDouble(i -> i).toArray();
        double[] counts = IntStream.range(0, 72).mapToDouble(i -> 10 + i % 3).toArray();
        Farrington.Settings monthly = new Farrington.Settings(false, 12, 3, 1, 1, 1, 0, 0.05);

        AnnotatedSeries judged = Farrington.judge(EventSeries.of(months, counts), monthly);

        assertThat(judged.points().get(71).upper())
                .isEqualTo(Farrington.points(counts, monthly, 72, 72).get(0).threshold());
        assertThat(judged.points().get(71).expected()).isPresent();
    }

    @Test
    void an_interrupted_series_has_the_course_without_the_measure() {
        InterruptedSeries model = InterruptedSeries.of(SERIES, new Intervention(13, 0), CountFamily.QUASI_POISSON);

        AnnotatedSeries annotated = model.annotate(SERIES);

        assertThat(annotated.signals()).extracting(SeriesPoint::time).containsExactly(13d);
        assertThat(annotated.points().get(20).expected().orElseThrow())
                .isEqualTo(model.course().get(20).orElseThrow().expected());
        assertThat(model.model().orElseThrow().fitted())
                .isEqualTo(InterruptedSeries.of(
                                TIMES,
                                CountData.of(EVENTS, PERSONS),
                                new Intervention(13, 0),
                                CountFamily.QUASI_POISSON)
                        .model()
                        .orElseThrow()
                        .fitted());
    }

    @Test
    void joinpoints_of_a_series_are_its_signals() {
        double[] bent = IntStream.range(0, 20)
                .mapToDouble(i -> Math.rint(1000 * Math.exp(i < 10 ? 0.1 * i : 0.9 - 0.1 * (i - 9))))
                .toArray();
        EventSeries series = EventSeries.of(bent);
        Joinpoint joinpoint = Joinpoint.of(series, Joinpoint.Model.POISSON, 1, JoinpointSelection.BIC);

        AnnotatedSeries annotated = joinpoint.annotate(series);

        assertThat(joinpoint.locations()).containsExactly(10d);
        assertThat(annotated.signals()).extracting(SeriesPoint::time).containsExactly(10d);
        assertThat(annotated.points().get(3).expected().orElseThrow())
                .isEqualTo(joinpoint.fitted().get(3));
    }

    @Test
    void a_trend_of_a_series_runs_through_the_model() {
        LogLinearTrend trend = LogLinearTrend.of(SERIES, CountFamily.POISSON);

        AnnotatedSeries annotated = trend.annotate(SERIES);

        double expected = 0;
        for (int i = 0; i < 24; i++) {
            expected += annotated.points().get(i).expected().orElseThrow() * PERSONS[i];
        }
        // the score equation of the intercept: fitted events add up to the observed ones
        assertThat(expected).isCloseTo(Arrays.stream(EVENTS).sum(), within(1e-8));
        double ratio = annotated.points().get(1).expected().orElseThrow()
                / annotated.points().get(0).expected().orElseThrow();
        assertThat(100 * (ratio - 1))
                .isCloseTo(trend.annualPercentChange(Confidence.DEFAULT).value().orElseThrow(), within(1e-9));
    }

    @Test
    void rank_tests_and_season_take_the_series() {
        double[] rates = SERIES.rates();

        assertThat(MannKendall.of(SERIES).value())
                .isEqualTo(MannKendall.of(rates).value());
        assertThat(SenSlope.of(SERIES, Confidence.DEFAULT).value())
                .isEqualTo(SenSlope.of(TIMES, rates, Confidence.DEFAULT).value());
        double[] counts = new double[12];
        double[] exposure = new double[12];
        for (int i = 0; i < 24; i++) {
            counts[(i + 1) % 12] += EVENTS[i];
            exposure[(i + 1) % 12] += PERSONS[i];
        }
        assertThat(Seasonality.of(SERIES, 12)
                        .results(Seasonality.Method.COSINOR, Confidence.DEFAULT)
                        .get(0)
                        .value())
                .isEqualTo(Seasonality.of(counts, exposure)
                        .results(Seasonality.Method.COSINOR, Confidence.DEFAULT)
                        .get(0)
                        .value());
    }

    @Test
    void a_model_that_was_not_fitted_expects_nothing() {
        EventSeries one = EventSeries.of(new double[] {1, 2}, new double[] {3, 0}, new double[] {5, 0});

        assertThat(LogLinearTrend.of(one, CountFamily.POISSON).annotate(one).points())
                .extracting(SeriesPoint::expected)
                .containsOnly(OptionalDouble.empty());
    }

    @Nested
    class Rejects {
        @Test
        void two_points_of_one_time() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventSeries.of(new double[] {1, 2, 2}, new double[3]))
                    .withMessage("times[2] must be greater than the time before it, was 2 after 2");
        }

        @Test
        void times_out_of_order() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventSeries.of(new double[] {2, 1}, new double[2]))
                    .withMessage("times[1] must be greater than the time before it, was 1 after 2");
        }

        @Test
        void events_without_denominator() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventSeries.of(new double[] {1}, new double[] {3}, new double[] {0}))
                    .withMessage("denominators[0] must be greater than 0, or 0 without events, was 0 with events 3");
        }

        @Test
        void numbers_that_are_none() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventSeries.of(new double[] {Double.NaN}, new double[1]))
                    .withMessage("times[0] must be finite, was NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventSeries.of(new double[] {1}, new double[] {Double.POSITIVE_INFINITY}))
                    .withMessage("events[0] must be finite, was Infinity");
        }

        @Test
        void series_of_different_lengths_or_of_none() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventSeries.of(new double[] {1, 2}, new double[1]))
                    .withMessage(
                            "times, events and denominators must have the same number of values, 1 or more, was 2, 1"
                                    + " and 1");
            assertThatIllegalArgumentException().isThrownBy(() -> EventSeries.of(new double[0]));
        }

        @Test
        void labels_that_are_not_one_for_each_point() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SERIES.labelled(List.of("a")))
                    .withMessage("names must be one for each of the 24 points, was 1");
        }

        @Test
        void gaps_where_points_must_follow_one_another() {
            EventSeries gap = EventSeries.of(new double[] {1, 2, 5}, new double[3]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Farrington.judge(gap, Farrington.Settings.DEFAULT))
                    .withMessage("series must have no gap, was one of 2 between 2 and 5");
            assertThatIllegalArgumentException()
                    .isThrownBy(EventSeries.of(new double[] {1, 2, 3.3}, new double[3])::requireNoGaps)
                    .withMessage("series must be regular: its times lie on no grid of one step");
        }

        @Test
        void a_rate_without_denominator() {
            EventSeries series = EventSeries.of(new double[] {1, 2}, new double[2], new double[] {1, 0});
            assertThatIllegalArgumentException()
                    .isThrownBy(series::rates)
                    .withMessage("denominator must be greater than 0, was 0 at 2");
        }

        @Test
        void another_series_than_the_fitted_one() {
            InterruptedSeries model = InterruptedSeries.of(SERIES, new Intervention(13, 0), CountFamily.POISSON);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.annotate(EventSeries.of(EVENTS).labelled(List.of("x"))))
                    .withMessage("names must be one for each of the 24 points, was 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.annotate(EventSeries.of(new double[] {1, 2})))
                    .withMessage("series must be the one that was fitted: its times differ");
        }

        @Test
        void a_season_of_times_that_are_not_whole() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Seasonality.of(EventSeries.of(new double[] {1.5}, new double[] {1}), 12))
                    .withMessage("times[0] must be whole for a season, was 1.5");
        }

        @Test
        void more_points_than_the_series_has() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AnnotatedSeries(SERIES, List.of()))
                    .withMessage("points must be one for each of the 24 of the series, was 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DetectionPoint.annotate(SERIES, List.of()))
                    .withMessage("judged must have one point for each of the 24 of the series, was 0");
        }
    }
}
