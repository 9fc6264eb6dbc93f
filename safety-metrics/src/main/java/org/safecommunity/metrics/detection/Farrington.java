package org.safecommunity.metrics.detection;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.detection.DetectionPoint.Calculation;
import org.safecommunity.metrics.detection.DetectionPoint.Judgement;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.series.AnnotatedSeries;
import org.safecommunity.metrics.series.EventSeries;

/**
 * The algorithm of Farrington and its flexible form: a count against what a log-linear model of the same time of year in
 * past years predicts.
 *
 * <p>Reference values: the points up to w around the same point of each of the last b years; in the flexible form all of
 * them, in season blocks, but for the last ones. Quasi-Poisson with a trend, counts that stand out given less weight
 * (Anscombe residual s above a limit: weight s⁻²), φ = max(1, Pearson/(n − p)). The trend stays with at least three years
 * and a prediction not above the largest reference value; in the classic form it must also be significant (p &lt; 0.05).
 * Threshold with z = z(1 − α): classic U = μ0·(1 + ⅔·z·√(φμ0 + Var(μ0))/μ0)^(3/2); flexible the quantile of the negative
 * binomial with mean μ0 and variance φμ0, of Poisson where φ = 1. Alarm when the count is above U and the last four points
 * hold five events or more.
 * <p>Limits: points follow one another without a gap. Where all reference values are 0 the mean is put at the upper limit
 * −ln α over their number, which the details mark ({@code zeroReference}). R {@code algo.farrington} takes a two-sided α: its
 * 0.05 is 0.025 here.
 * <p>Checked against: R {@code surveillance}, with its fits run to full convergence.
 */
public final class Farrington {
    private static final String SOURCE = "Farrington, Andrews, Beale & Catchpole 1996, J R Stat Soc A 159:547–563; "
            + "Noufaily, Enki, Farrington, Garthwaite, Andrews & Charlett 2013, Stat Med 32:1206–1222";
    private static final int RECENT = 4;
    private static final double ENOUGH = 5;

    private final Settings settings;
    private final double[] counts;

    private Farrington(double[] counts, Settings settings) {
        this.counts = counts;
        this.settings = settings;
    }

    /**
     * Settings.
     *
     * @param flexible         whether the flexible form
     * @param frequency        points in a year, e.g. 52, 2 or more
     * @param yearsBack        b, 1 or more
     * @param halfWindow       w, 0 or more, 2w + 1 at most {@code frequency}
     * @param seasonPeriods    season blocks of the flexible form, 1 or more; 1 takes the windows only
     * @param weightsThreshold residual above which a count has less weight in the flexible form, greater than 0 (classic: 1)
     * @param pastExcluded     points just before that the flexible form leaves out, 0 or more, below {@code frequency}
     * @param alpha            one-sided error probability, between 0 and 1
     */
    public record Settings(
            boolean flexible,
            int frequency,
            int yearsBack,
            int halfWindow,
            int seasonPeriods,
            double weightsThreshold,
            int pastExcluded,
            double alpha) {
        /** Weeks: four years, three weeks on either side, ten season blocks, 26 weeks left out, α = 0.05. */
        public static final Settings DEFAULT = new Settings(false, 52, 4, 3, 10, 2.58, 26, 0.05);

        public Settings {
            if (frequency < 2 || yearsBack < 1) {
                throw new IllegalArgumentException(
                        "frequency must be 2 or more and yearsBack 1 or more, was " + frequency + " and " + yearsBack);
            }
            if (halfWindow < 0 || 2 * (long) halfWindow + 1 > frequency) {
                throw new IllegalArgumentException(
                        "halfWindow must be 0 or more and 2·halfWindow + 1 at most the frequency, was " + halfWindow);
            }
            int between = frequency - 2 * halfWindow - 1;
            if (seasonPeriods < 1 || seasonPeriods - 1 > between) {
                throw new IllegalArgumentException("seasonPeriods must be from 1 to " + (between + 1)
                        + " with these years and windows, was " + seasonPeriods);
            }
            Checks.positive(weightsThreshold, "weightsThreshold");
            if (pastExcluded < 0 || pastExcluded >= frequency) {
                throw new IllegalArgumentException(
                        "pastExcluded must be 0 or more and below the frequency, was " + pastExcluded);
            }
            Checks.openUnit(alpha, "alpha");
        }

        /** Name of the form, e.g. {@code farrington-flexible}. */
        public String label() {
            return flexible ? "farrington-flexible" : "farrington";
        }

        /** Points of history that a judgement needs. */
        public long history() {
            return (long) yearsBack * frequency + halfWindow;
        }
    }

    static void requireCounts(double[] counts) {
        if (counts.length == 0) {
            throw new IllegalArgumentException("counts must have a value");
        }
        for (int i = 0; i < counts.length; i++) {
            Checks.notNegative(counts[i], "counts[" + i + "]");
            if (counts[i] != Math.rint(counts[i]) || counts[i] > Checks.MAX_COUNT) {
                throw new IllegalArgumentException("counts[" + i + "] must be a whole number of at most 2^53, was "
                        + NumberText.shortest(counts[i]));
            }
        }
    }

    /**
     * Judges the events of a series; denominators play no part.
     *
     * @param series   points that follow one another, not null
     * @param settings settings, not null
     * @throws IllegalArgumentException if the series has a gap, or an event number is not whole or negative
     */
    public static AnnotatedSeries judge(EventSeries series, Settings settings) {
        series.requireNoGaps();
        return DetectionPoint.annotate(series, points(series.events(), settings, 1, series.size()));
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
    public static List<DetectionPoint> points(double[] counts, Settings settings, int first, int last) {
        requireNonNull(settings, "settings");
        requireCounts(counts);
        requireRange(first, last, counts.length);
        Farrington farrington = new Farrington(counts.clone(), settings);
        List<DetectionPoint> points = new ArrayList<>();
        for (int t = first - 1; t < last; t++) {
            points.add(
                    t < settings.history()
                            ? DetectionPoint.without(settings.label(), SOURCE, counts[t], List.of())
                            : farrington.point(t));
        }
        return told(points, Math.min(last, settings.history()) - first + 1, settings.history());
    }

    static void requireRange(int first, int last, int length) {
        if (first < 1 || last < first || last > length) {
            throw new IllegalArgumentException(
                    "range must be inside 1 to " + length + ", was " + first + " to " + last);
        }
    }

    /** The points, the first of them telling how many have too little history. */
    static List<DetectionPoint> told(List<DetectionPoint> points, long without, long needed) {
        if (without > 0) {
            points.set(0, points.get(0).with(List.of(Note.of("history-short", without, needed))));
        }
        return points;
    }

    private DetectionPoint point(int t) {
        ReferenceModel model = ReferenceModel.of(counts, t, settings);
        double recent = 0;
        for (int i = Math.max(0, t - RECENT + 1); i <= t; i++) {
            recent += counts[i];
        }
        boolean enough = recent >= ENOUGH;
        if (!model.estimable()) {
            return DetectionPoint.without(settings.label(), SOURCE, counts[t], List.of(Note.of("no-reference-model")));
        }
        double threshold = threshold(model);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("expected", model.mean());
        details.put("dispersion", model.dispersion());
        details.put("trend", model.trend());
        details.put("enoughEvents", enough);
        if (model.zero()) {
            details.put("zeroReference", true);
        }
        return DetectionPoint.of(
                settings.label(),
                SOURCE,
                counts[t],
                new Judgement(threshold, enough && counts[t] > threshold),
                details,
                steps(model, threshold));
    }

    private double threshold(ReferenceModel model) {
        double mean = model.mean();
        if (settings.flexible() || model.zero()) {
            return NegativeBinomialQuantile.upper(mean, model.dispersion(), settings.alpha());
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(settings.alpha());
        double spread = Math.sqrt(model.dispersion() * mean + model.variance()) / mean;
        return mean * Math.pow(Math.max(0, 1 + 2 / 3d * z * spread), 1.5);
    }

    private List<Calculation> steps(ReferenceModel model, double threshold) {
        String mean = NumberText.shortest(model.mean());
        String phi = NumberText.shortest(model.dispersion());
        String alpha = NumberText.shortest(settings.alpha());
        List<Calculation> steps = new ArrayList<>();
        steps.add(new Calculation(
                "detection-expected",
                model.zero() ? "μ0 = −ln α / m" : "μ0 = exp(x0'b)",
                model.zero() ? "−ln " + alpha + " / " + model.references() : "exp(x0'b), m = " + model.references(),
                model.mean()));
        steps.add(new Calculation(
                "dispersion",
                "φ = max(1, X² / (n − p))",
                "max(1, " + NumberText.shortest(model.rawDispersion()) + ")",
                model.dispersion()));
        if (settings.flexible() || model.zero()) {
            steps.add(new Calculation(
                    "detection-threshold",
                    "U: P(Y > U) ≤ α, Y ~ NB(μ0, φ·μ0)",
                    "NB(" + mean + ", " + phi + "·" + mean + "), " + alpha,
                    threshold));
        } else {
            steps.add(new Calculation(
                    "detection-threshold",
                    "U = μ0·(1 + ⅔·z·√(φ·μ0 + Var(μ0)) / μ0)^(3/2)",
                    mean + "·(1 + ⅔·z(1 − " + alpha + ")·√(" + phi + "·" + mean + " + "
                            + NumberText.shortest(model.variance()) + ") / " + mean + ")^(3/2)",
                    threshold));
        }
        return steps;
    }
}
