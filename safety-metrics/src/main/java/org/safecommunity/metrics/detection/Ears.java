package org.safecommunity.metrics.detection;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.detection.DetectionPoint.Calculation;
import org.safecommunity.metrics.detection.DetectionPoint.Judgement;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.series.AnnotatedSeries;
import org.safecommunity.metrics.series.EventSeries;

/**
 * The early aberration reporting system: a count against the mean and standard deviation of the points just before it.
 *
 * <p>C1_t = (y_t − mean)/SD over the b points t − b … t − 1; C2 over t − b − 2 … t − 3; C3_t = Σ over t − 2 … t of
 * max(0, C2 − 1). SD is at least the stated floor, so that a flat past does not make every count an alarm. Alarm when C is
 * above z(1 − α); the threshold is the count at which that happens: mean + z·SD, for C3 mean + SD·(1 + z − the two terms
 * before).
 * <p>Limits: no season and no trend; a day-of-week effect needs weekly sums. C1 needs b points of history, C2 b + 2, C3
 * b + 4. C3 sees the current point, and may still be an alarm when the count itself has fallen below the threshold. (R {@code surveillance::earsC} takes α 0.025 for C3 when none is given.)
 * <p>Checked against: R {@code surveillance::earsC} for C1 and C2. Its limits for C3 start from the observed count and lack
 * the 1, so that those are not followed.
 */
public enum Ears {
    /** The b points just before. */
    C1(1),
    /** The b points before a gap of two. */
    C2(3),
    /** Sum of three C2. */
    C3(3);

    private static final String SOURCE =
            "Hutwagner, Thompson, Seeman & Treadwell 2003, J Urban Health 80 Suppl 1:i89–i96; "
                    + "Fricker, Hegler & Dunfee 2008, Stat Med 27:3407–3429";

    private final int lag;

    Ears(int lag) {
        this.lag = lag;
    }

    /**
     * Settings.
     *
     * @param baseline points b the mean comes from, 2 or more
     * @param alpha    one-sided error probability, between 0 and 1
     * @param minSigma floor of the standard deviation, finite, 0 or more
     */
    public record Settings(int baseline, double alpha, double minSigma) {
        /** Seven points, α = 0.001, floor ½. */
        public static final Settings DEFAULT = new Settings(7, 0.001, 0.5);

        public Settings {
            if (baseline < 2) {
                throw new IllegalArgumentException("baseline must be 2 or more, was " + baseline);
            }
            Checks.openUnit(alpha, "alpha");
            Checks.notNegative(minSigma, "minSigma");
        }
    }

    /** Kebab-case name, e.g. {@code ears-c1}. */
    public String label() {
        return "ears-" + name().toLowerCase(Locale.ROOT);
    }

    /** Points of history that a judgement needs. */
    public int history(Settings settings) {
        return settings.baseline() + lag - 1 + (this == C3 ? 2 : 0);
    }

    /** Judges the events of a series; see {@link #points(double[], Settings, int, int)}. Denominators play no part. */
    public AnnotatedSeries judge(EventSeries series, Settings settings) {
        return DetectionPoint.annotate(series, points(series.events(), settings));
    }

    /** Judges all points of a series; see {@link #points(double[], Settings, int, int)}. */
    public List<DetectionPoint> points(double[] counts, Settings settings) {
        return points(counts, settings, 1, counts.length);
    }

    /**
     * Judges points of a series.
     *
     * @param counts   events in the order of time, whole, 0 or more
     * @param settings settings, not null
     * @param first    first point to judge, from 1
     * @param last     last point to judge, at most the number of counts
     * @return one result for each of these points; those with too little history have no threshold
     * @throws IllegalArgumentException if there is no count, one is not whole or negative, or the range is not inside the
     *     series
     */
    public List<DetectionPoint> points(double[] counts, Settings settings, int first, int last) {
        requireNonNull(settings, "settings");
        Farrington.requireCounts(counts);
        Farrington.requireRange(first, last, counts.length);
        List<DetectionPoint> points = new ArrayList<>();
        int needed = history(settings);
        for (int t = first - 1; t < last; t++) {
            points.add(
                    t < needed
                            ? DetectionPoint.without(label(), SOURCE, counts[t], List.of())
                            : point(counts, t, settings));
        }
        return Farrington.told(points, Math.min(last, needed) - first + 1, needed);
    }

    private DetectionPoint point(double[] counts, int t, Settings settings) {
        Past past = Past.of(counts, t - lag, settings);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(settings.alpha());
        double own = (counts[t] - past.mean()) / past.sd();
        double before = 0;
        if (this == C3) {
            for (int i = t - 2; i < t; i++) {
                Past other = Past.of(counts, i - lag, settings);
                before += Math.max(0, (counts[i] - other.mean()) / other.sd() - 1);
            }
        }
        double statistic = this == C3 ? before + Math.max(0, own - 1) : own;
        double threshold = past.mean() + past.sd() * (this == C3 ? 1 + z - before : z);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("earsStatistic", statistic);
        details.put("mean", past.mean());
        details.put("standardDeviation", past.sd());
        return DetectionPoint.of(
                label(),
                SOURCE,
                counts[t],
                new Judgement(threshold, statistic > z),
                details,
                steps(past, z, before, counts[t], new double[] {statistic, threshold}, settings));
    }

    private List<Calculation> steps(
            Past past, double z, double before, double count, double[] outcome, Settings settings) {
        String mean = num(past.mean());
        String sd = num(past.sd());
        List<Calculation> steps = new ArrayList<>();
        steps.add(new Calculation(
                "ears-mean", "mean = Σy / b", num(past.sum()) + " / " + settings.baseline(), past.mean()));
        steps.add(new Calculation(
                "ears-deviation",
                "SD = max(floor, √(Σ(y − mean)² / (b − 1)))",
                "max(" + num(settings.minSigma()) + ", " + num(past.raw()) + ")",
                past.sd()));
        boolean sum = this == C3;
        steps.add(new Calculation(
                "ears-statistic",
                sum ? "C3 = Σ max(0, C2 − 1)" : name() + " = (y − mean) / SD",
                sum
                        ? num(before) + " + max(0, (" + num(count) + " − " + mean + ") / " + sd + " − 1)"
                        : "(" + num(count) + " − " + mean + ") / " + sd,
                outcome[0]));
        steps.add(new Calculation("z", "z = Φ⁻¹(1 − α)", "Φ⁻¹(1 − " + num(settings.alpha()) + ")", z));
        steps.add(new Calculation(
                "detection-threshold",
                sum ? "U = mean + SD·(1 + z − Σ before)" : "U = mean + z·SD",
                sum
                        ? mean + " + " + sd + "·(1 + " + num(z) + " − " + num(before) + ")"
                        : mean + " + " + num(z) + "·" + sd,
                outcome[1]));
        return steps;
    }

    private static String num(double value) {
        return NumberText.shortest(value);
    }

    /** Sum, mean and standard deviation of the points up to one. */
    private record Past(double sum, double mean, double raw, double sd) {
        static Past of(double[] counts, int last, Settings settings) {
            int b = settings.baseline();
            double sum = 0;
            for (int i = last - b + 1; i <= last; i++) {
                sum += counts[i];
            }
            double mean = sum / b;
            double squares = 0;
            for (int i = last - b + 1; i <= last; i++) {
                squares += (counts[i] - mean) * (counts[i] - mean);
            }
            double raw = Math.sqrt(squares / (b - 1));
            // with a floor of 0 a flat past leaves no scale: the smallest one keeps every number finite
            double sd = Math.max(Math.max(raw, settings.minSigma()), SMALLEST);
            return new Past(sum, mean, raw, sd);
        }

        private static final double SMALLEST = 1e-9;
    }
}
