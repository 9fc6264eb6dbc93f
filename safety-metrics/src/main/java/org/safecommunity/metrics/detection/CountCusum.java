package org.safecommunity.metrics.detection;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.detection.DetectionPoint.Calculation;
import org.safecommunity.metrics.detection.DetectionPoint.Judgement;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.series.AnnotatedSeries;
import org.safecommunity.metrics.series.EventSeries;

/**
 * Cumulative sums of counts above what a baseline leads to expect: C = max(0, C + s − k), alarm when C is above h. It is
 * not set back after an alarm.
 *
 * <p>Poisson: s is the count, k = (λ1 − λ0)/(ln λ1 − ln λ0) with λ1 = ratio·λ0, the best reference value against a rise
 * from λ0 to λ1. Rossi: s = (y − 3·λ0 + 2·√(y·λ0))/(2·√λ0), near standard normal, with k and h in its units. The threshold of
 * a point is the count at which the sum reaches h; it is below 0 where the sums before are an alarm by themselves.
 * <p>Limits: no season and no trend; λ0 is the mean of the first points, or given. A baseline without an event counts as
 * half an event, so that λ0 is never 0 (a note says so).
 * <p>Checked against: R {@code surveillance::algo.cusum} (its alarm is C ≥ h, ours C &gt; h).
 */
public enum CountCusum {
    /** Reference value of two Poisson means. */
    POISSON("Lucas 1985, Technometrics 27:129–144"),
    /** Transformed to near normal. */
    ROSSI("Rossi, Lampugnani & Marchi 1999, Stat Med 18:2111–2122");

    private final String source;

    CountCusum(String source) {
        this.source = source;
    }

    /**
     * Settings.
     *
     * @param baseline first points that λ0 comes from, 2 or more; they are not judged unless λ0 is given
     * @param mean     λ0, finite, greater than 0; absent: the mean of the baseline
     * @param ratio    λ1/λ0, finite, greater than 1, which the Poisson form is to find
     * @param k        reference value of the Rossi form, 0 or more
     * @param h        decision interval, finite, greater than 0, in counts (Poisson) or standard deviations (Rossi)
     */
    public record Settings(int baseline, OptionalDouble mean, double ratio, double k, double h) {
        /** Twelve points, twice the mean, h = 5 for Poisson. */
        public static final Settings POISSON_DEFAULT = new Settings(12, OptionalDouble.empty(), 2, 1.04, 5);
        /** Twelve points, k = 1.04 and h = 2.26 for Rossi: an in-control run of about 500 under a normal law. */
        public static final Settings ROSSI_DEFAULT = new Settings(12, OptionalDouble.empty(), 2, 1.04, 2.26);

        public Settings {
            if (baseline < 2) {
                throw new IllegalArgumentException("baseline must be 2 or more, was " + baseline);
            }
            mean.ifPresent(value -> Checks.positive(value, "mean"));
            if (!(ratio > 1 && ratio <= 1e6)) {
                throw new IllegalArgumentException(
                        "ratio must be above 1 and at most 1000000, was " + NumberText.shortest(ratio));
            }
            Checks.notNegative(k, "k");
            Checks.positive(h, "h");
        }
    }

    /** Kebab-case name, e.g. {@code cusum}. */
    public String label() {
        return this == POISSON ? "cusum" : "cusum-" + name().toLowerCase(Locale.ROOT);
    }

    /** Points of history that a judgement needs. */
    public int history(Settings settings) {
        return settings.mean().isPresent() ? 0 : settings.baseline();
    }

    /** Judges the events of a series; see {@link #points(double[], Settings, int, int)}. Denominators play no part. */
    public AnnotatedSeries judge(EventSeries series, Settings settings) {
        return DetectionPoint.annotate(series, points(series.events(), settings, 1, series.size()));
    }

    /**
     * Judges points of a series; the sums begin at the first point after the baseline, whatever the range.
     *
     * @param counts   events in the order of time, whole, 0 or more
     * @param settings settings, not null
     * @param first    first point to judge, from 1
     * @param last     last point to judge, at most the number of counts
     * @return one result for each of these points; those of the baseline have no threshold
     * @throws IllegalArgumentException if there is no count, one is not whole or negative, or the range is not inside the
     *     series
     */
    public List<DetectionPoint> points(double[] counts, Settings settings, int first, int last) {
        requireNonNull(settings, "settings");
        Farrington.requireCounts(counts);
        Farrington.requireRange(first, last, counts.length);
        int needed = history(settings);
        double mean = mean(counts, settings);
        List<DetectionPoint> points = new ArrayList<>();
        double sum = 0;
        for (int t = 0; t < last; t++) {
            DetectionPoint point = t < needed ? DetectionPoint.without(label(), source, counts[t], List.of()) : null;
            if (point == null) {
                double before = sum;
                sum = Math.max(0, sum + score(counts[t], mean) - reference(mean, settings));
                point = point(counts[t], mean, before, sum, settings);
            }
            if (t >= first - 1) {
                points.add(point);
            }
        }
        if (needed > 0 && total(counts, needed) == 0 && last > needed) {
            int at = Math.max(0, needed + 1 - first);
            points.set(at, points.get(at).with(List.of(Note.of("cusum-floor", needed, NumberText.shortest(mean)))));
        }
        return Farrington.told(points, Math.min(last, needed) - first + 1, needed);
    }

    private static double total(double[] counts, int most) {
        double sum = 0;
        for (int i = 0; i < Math.min(most, counts.length); i++) {
            sum += counts[i];
        }
        return sum;
    }

    private static double mean(double[] counts, Settings settings) {
        double total = Math.max(0.5, total(counts, settings.baseline()));
        return settings.mean().orElse(total / Math.min(settings.baseline(), counts.length));
    }

    private double score(double count, double mean) {
        return this == POISSON ? count : (count - 3 * mean + 2 * Math.sqrt(count * mean)) / (2 * Math.sqrt(mean));
    }

    private double reference(double mean, Settings settings) {
        return this == POISSON ? mean * (settings.ratio() - 1) / Math.log(settings.ratio()) : settings.k();
    }

    /** The count whose score takes the sum to h. */
    private double threshold(double mean, double before, Settings settings) {
        double score = settings.h() + reference(mean, settings) - before;
        if (this == POISSON) {
            return score;
        }
        double square = 4 * mean + 2 * Math.sqrt(mean) * score;
        double root = Math.sqrt(Math.max(0, square)) - Math.sqrt(mean);
        return root < 0 ? -1 : root * root;
    }

    private DetectionPoint point(double count, double mean, double before, double sum, Settings settings) {
        double threshold = threshold(mean, before, settings);
        double k = reference(mean, settings);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("cusum", sum);
        details.put("mean", mean);
        details.put("k", k);
        details.put("h", settings.h());
        List<Calculation> steps = new ArrayList<>();
        boolean given = settings.mean().isPresent();
        steps.add(new Calculation(
                "detection-expected",
                given ? "λ0" : "λ0 = max(½, Σy) / N",
                given ? num(mean) : "N = " + settings.baseline(),
                mean));
        if (this == POISSON) {
            steps.add(new Calculation(
                    "cusum-reference",
                    "k = (λ1 − λ0) / (ln λ1 − ln λ0), λ1 = ratio·λ0",
                    num(mean) + "·(" + num(settings.ratio()) + " − 1) / ln " + num(settings.ratio()),
                    k));
        } else {
            steps.add(new Calculation(
                    "chart-standardised",
                    "z = (y − 3·λ0 + 2·√(y·λ0)) / (2·√λ0)",
                    "y = " + num(count) + ", λ0 = " + num(mean),
                    score(count, mean)));
        }
        steps.add(new Calculation(
                "chart-upper-sum",
                this == POISSON ? "C = max(0, C + y − k)" : "C = max(0, C + z − k)",
                "max(0, " + num(before) + " + " + num(score(count, mean)) + " − " + num(k) + ")",
                sum));
        steps.add(new Calculation(
                "detection-threshold",
                this == POISSON ? "U = h + k − C" : "z(U) = h + k − C",
                num(settings.h()) + " + " + num(k) + " − " + num(before),
                threshold));
        return DetectionPoint.of(label(), source, count, new Judgement(threshold, sum > settings.h()), details, steps);
    }

    private static String num(double value) {
        return NumberText.shortest(value);
    }
}
