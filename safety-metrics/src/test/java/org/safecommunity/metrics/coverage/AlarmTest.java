package org.safecommunity.metrics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.chart.ChartData;
import org.safecommunity.metrics.chart.ChartPoint;
import org.safecommunity.metrics.chart.ChartRule;
import org.safecommunity.metrics.chart.ChartSettings;
import org.safecommunity.metrics.chart.ChartSettings.Baseline;
import org.safecommunity.metrics.chart.ChartType;
import org.safecommunity.metrics.chart.ControlChart;
import org.safecommunity.metrics.detection.CountCusum;
import org.safecommunity.metrics.detection.DetectionPoint;
import org.safecommunity.metrics.detection.Ears;
import org.safecommunity.metrics.detection.Farrington;
import org.safecommunity.metrics.evaluation.InterruptedSeries;
import org.safecommunity.metrics.evaluation.InterruptedSeries.Intervention;
import org.safecommunity.metrics.method.MethodEntry;
import org.safecommunity.metrics.method.MethodEntry.Part;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CovarianceForm;

/**
 * False alarms and power of charts and detectors, and the coverage of the events averted when neighbouring times go
 * together, by simulation with a fixed seed. The figures in the textbook entries must be these.
 */
@Tag("slow")
class AlarmTest {
    private static final long SEED = 20261125;
    private static final int BASELINE = 24;
    private static final int WATCHED = 12;
    private static final int CHARTS = 4000;
    private static final int DETECTORS = 4000;
    private static final int MODELS = 2000;

    /**
     * Limits from 24 points in control; then 12 points, in control or at 1.5 times the rate (g and t: gaps three times as
     * long). Counts have mean 10, shares 5 % of 200, gaps mean 20, single measurements mean 10 and SD 1 (then + 1.5).
     */
    @ParameterizedTest
    @EnumSource(ChartType.class)
    void of_a_chart(ChartType type) {
        SplittableRandom random = new SplittableRandom(SEED);
        int alarms = 0;
        int falseSeries = 0;
        int found = 0;
        for (int run = 0; run < CHARTS; run++) {
            long still = signals(type, random, false);
            alarms += (int) still;
            falseSeries += still > 0 ? 1 : 0;
            found += signals(type, random, true) > 0 ? 1 : 0;
        }
        String figures = type.label() + " " + percent(alarms, (double) CHARTS * WATCHED) + ", "
                + percent(falseSeries, CHARTS) + ", " + percent(found, CHARTS);
        compare(entry(type), figures);
    }

    private static String entry(ChartType type) {
        return switch (type) {
            case C, U, NP, P -> "control-chart";
            case LANEY_U, LANEY_P -> "laney-chart";
            case G -> "g-chart";
            case T, I_MR -> "individuals-chart";
            case EWMA -> "ewma";
            case CUSUM -> "cusum";
        };
    }

    private static long signals(ChartType type, SplittableRandom random, boolean changed) {
        double[] values = new double[BASELINE + WATCHED];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(type, random, changed && i >= BASELINE);
        }
        ChartSettings settings =
                ChartSettings.DEFAULT.with(new Baseline(1, BASELINE)).with(EnumSet.of(ChartRule.BEYOND_LIMITS));
        double[] sizes = new double[values.length];
        Arrays.fill(sizes, type.counted() ? 200 : 5);
        ChartData data = type.needsSizes() ? ChartData.of(values, sizes) : ChartData.of(values);
        // a chart of sums remembers: it is started where the watch begins, with the centre and σ of the baseline
        List<ChartPoint> points = type.weighted()
                ? watched(type, values)
                : ControlChart.of(type, data, settings).points();
        return points.stream()
                .skip(points.size() - WATCHED)
                .filter(point -> !point.signals().isEmpty())
                .count();
    }

    private static List<ChartPoint> watched(ChartType type, double[] values) {
        double mean = Arrays.stream(values, 0, BASELINE).average().orElseThrow();
        ChartSettings.Weighted weighted = ChartSettings.DEFAULT.weighted();
        ChartSettings settings = ChartSettings.DEFAULT.with(new ChartSettings.Weighted(
                weighted.lambda(),
                weighted.k(),
                weighted.h(),
                java.util.OptionalDouble.of(mean),
                java.util.OptionalDouble.of(Math.sqrt(mean))));
        return ControlChart.of(type, ChartData.of(Arrays.copyOfRange(values, BASELINE, values.length)), settings)
                .points();
    }

    private static double value(ChartType type, SplittableRandom random, boolean changed) {
        double u = random.nextDouble();
        return switch (type) {
            case NP, P, LANEY_P ->
                BinomialDistribution.of(200, changed ? 0.075 : 0.05).inverseCumulativeProbability(u);
            case G -> GeometricDistribution.of(1 / ((changed ? 60d : 20d) + 1)).inverseCumulativeProbability(u);
            case T -> -(changed ? 60 : 20) * Math.log1p(-u);
            case I_MR -> NormalDistribution.of(changed ? 11.5 : 10, 1).inverseCumulativeProbability(u);
            default -> poisson(changed ? 15 : 10, u);
        };
    }

    /** Counts with mean 10; the outbreak doubles three points, the first of which is judged as well as the two after it. */
    @ParameterizedTest
    @EnumSource(Ears.class)
    void of_ears(Ears method) {
        SplittableRandom random = new SplittableRandom(SEED);
        int alarms = 0;
        int found = 0;
        for (int run = 0; run < DETECTORS; run++) {
            double[] still = counts(20, random, i -> 10);
            alarms += alarms(method.points(still, Ears.Settings.DEFAULT, 20, 20));
            double[] outbreak = counts(20, random, i -> i >= 17 ? 20 : 10);
            found += alarms(method.points(outbreak, Ears.Settings.DEFAULT, 18, 20)) > 0 ? 1 : 0;
        }
        compare("ears", method.label() + " " + percent(alarms, DETECTORS) + ", " + percent(found, DETECTORS));
    }

    /** Six years of weeks with mean 10·exp(0.3·sin), Poisson; the outbreak doubles the week judged. */
    @ParameterizedTest
    @CsvSource({"false, farrington", "true, farrington-flexible"})
    void of_farrington(boolean flexible, String id) {
        SplittableRandom random = new SplittableRandom(SEED);
        Farrington.Settings settings = new Farrington.Settings(flexible, 52, 4, 3, 10, 2.58, 26, 0.05);
        int alarms = 0;
        int found = 0;
        int runs = DETECTORS / 2;
        for (int run = 0; run < runs; run++) {
            int week = 260 + run % 52;
            double[] still = counts(week, random, AlarmTest::season);
            alarms += alarms(Farrington.points(still, settings, week, week));
            int last = week - 1;
            double[] outbreak = counts(week, random, i -> i == last ? 2 * season(i) : season(i));
            found += alarms(Farrington.points(outbreak, settings, week, week));
        }
        compare(id, percent(alarms, runs) + ", " + percent(found, runs));
    }

    /** A mean from 24 points of mean 4, then 12 points watched, in control or at twice the mean; ratio 2, usual limits. */
    @ParameterizedTest
    @EnumSource(CountCusum.class)
    void of_a_cusum_of_counts(CountCusum method) {
        SplittableRandom random = new SplittableRandom(SEED);
        double h = method == CountCusum.POISSON ? 5 : 2.26;
        CountCusum.Settings settings = new CountCusum.Settings(BASELINE, java.util.OptionalDouble.empty(), 2, 1.04, h);
        int alarms = 0;
        int falseSeries = 0;
        int found = 0;
        for (int run = 0; run < DETECTORS; run++) {
            int last = BASELINE + WATCHED;
            int still = alarms(method.points(counts(last, random, i -> 4), settings, BASELINE + 1, last));
            alarms += still;
            falseSeries += still > 0 ? 1 : 0;
            double[] doubled = counts(last, random, i -> i >= BASELINE ? 8 : 4);
            found += alarms(method.points(doubled, settings, BASELINE + 1, last)) > 0 ? 1 : 0;
        }
        compare(
                "count-cusum",
                method.label() + " " + percent(alarms, (double) DETECTORS * WATCHED) + ", "
                        + percent(falseSeries, DETECTORS) + ", " + percent(found, DETECTORS));
    }

    private static double season(int week) {
        return 10 * Math.exp(0.3 * Math.sin(2 * Math.PI * week / 52));
    }

    /**
     * 60 months before and 24 after a measure that lowers the mean of 50 by a fifth; the log of the mean varies with SD 0.15
     * and the correlation named between neighbouring months. How often does the 95 % interval hold the events averted?
     */
    @ParameterizedTest
    @CsvSource({"model, 0", "newey-west:3, 0", "model, 0.5", "newey-west:3, 0.5"})
    void of_the_events_averted(String form, double correlation) {
        SplittableRandom random = new SplittableRandom(SEED);
        double sd = 0.15;
        double before = 50 * Math.exp(sd * sd / 2);
        double truth = 24 * before * 0.2;
        double[] times = new double[84];
        Arrays.setAll(times, i -> i);
        int held = 0;
        int fitted = 0;
        for (int run = 0; run < MODELS; run++) {
            double[] log = correlated(84, correlation, sd, random);
            double[] events = counts(84, random, i -> 50 * Math.exp(log[i]) * (i >= 60 ? 0.8 : 1));
            MetricResult averted = InterruptedSeries.of(
                            times, CountData.of(events), new Intervention(60, 0), CountFamily.QUASI_POISSON)
                    .averted(CovarianceForm.parse(form), Confidence.DEFAULT);
            fitted += averted.interval().isPresent() ? 1 : 0;
            held += averted.interval().filter(holds(truth)).isPresent() ? 1 : 0;
        }
        assertThat(fitted).isEqualTo(MODELS);
        compare("events-averted", form + ", r = " + (correlation == 0 ? "0" : "0.5") + ": " + percent(held, MODELS));
    }

    private static java.util.function.Predicate<Interval> holds(double truth) {
        return interval -> interval.contains(truth);
    }

    private static double[] correlated(int size, double correlation, double sd, SplittableRandom random) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            double fresh = normal.inverseCumulativeProbability(random.nextDouble());
            values[i] = i == 0
                    ? sd * fresh
                    : correlation * values[i - 1] + sd * Math.sqrt(1 - correlation * correlation) * fresh;
        }
        return values;
    }

    private static double[] counts(int size, SplittableRandom random, IntToDoubleFunction mean) {
        double[] counts = new double[size];
        for (int i = 0; i < size; i++) {
            counts[i] = poisson(mean.applyAsDouble(i), random.nextDouble());
        }
        return counts;
    }

    private static int poisson(double mean, double u) {
        return PoissonDistribution.of(mean).inverseCumulativeProbability(u);
    }

    private static int alarms(List<DetectionPoint> points) {
        return (int) points.stream().filter(DetectionPoint::alarm).count();
    }

    private static String percent(double part, double whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part / whole);
    }

    /** The entry holds the figures, in both languages. */
    private static void compare(String id, String figures) {
        MethodEntry entry = MethodEntry.find(id).get(0);
        assertThat(entry.text(Part.SIMULATION, Locale.ENGLISH).orElse("none"))
                .as(id)
                .contains(figures);
        assertThat(entry.text(Part.SIMULATION, Locale.CHINESE).orElse("none"))
                .as(id)
                .contains(figures.replace(" %", "%"));
    }
}
