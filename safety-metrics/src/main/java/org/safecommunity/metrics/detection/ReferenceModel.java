package org.safecommunity.metrics.detection;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CountModel;
import org.safecommunity.metrics.regression.CovarianceForm;
import org.safecommunity.metrics.regression.Design;
import org.safecommunity.metrics.regression.LinearCombination;

/** The model of the reference values of one point, and what it predicts for that point. */
final class ReferenceModel {
    private static final String TIME = "time";
    private static final String BLOCK = "block";
    private static final double SIGNIFICANT = 0.05;
    private static final int YEARS_FOR_TREND = 3;
    private static final double LEVERAGE = 1e-12;
    private static final double EXACT = 1e-10;

    private final int references;
    private final boolean zero;
    private final boolean trend;
    private final double mean;
    private final double variance;
    private final double rawDispersion;

    private ReferenceModel(
            int references, boolean zero, boolean trend, double mean, double variance, double rawDispersion) {
        this.references = references;
        this.zero = zero;
        this.trend = trend;
        this.mean = mean;
        this.variance = variance;
        this.rawDispersion = rawDispersion;
    }

    /** Fits the references of a point, from 0. */
    static ReferenceModel of(double[] counts, int t, Farrington.Settings settings) {
        ReferenceBlocks blocks = ReferenceBlocks.of(t, settings);
        List<Integer> current = blocks.current();
        if (current.stream().allMatch(i -> counts[i] == 0)) {
            double upper = -Math.log(settings.alpha()) / current.size();
            return new ReferenceModel(current.size(), true, false, upper, 0, 1);
        }
        Fit withTrend = Fit.of(counts, t, blocks, true, settings);
        boolean keep = settings.yearsBack() >= YEARS_FOR_TREND
                && withTrend != null
                && withTrend.mean()
                        <= (1 + EXACT)
                                * blocks.all().stream()
                                        .mapToDouble(i -> counts[i])
                                        .max()
                                        .orElse(0)
                && (settings.flexible() || withTrend.trendP() < SIGNIFICANT);
        Fit fit = keep ? withTrend : Fit.of(counts, t, blocks, false, settings);
        return fit == null
                ? new ReferenceModel(0, false, false, 0, 0, 1)
                : new ReferenceModel(blocks.all().size(), false, keep, fit.mean(), fit.variance(), fit.rawDispersion());
    }

    /** Whether there is a prediction. */
    boolean estimable() {
        return references > 0 && Double.isFinite(mean) && mean > 0 && Double.isFinite(variance);
    }

    /** Number of reference values. */
    int references() {
        return references;
    }

    /** Whether all reference values of the time of year are 0. */
    boolean zero() {
        return zero;
    }

    /** Whether the model has a trend. */
    boolean trend() {
        return trend;
    }

    /** Prediction μ0. */
    double mean() {
        return mean;
    }

    /** Variance of the prediction. */
    double variance() {
        return variance;
    }

    /** φ, at least 1. */
    double dispersion() {
        return Math.max(1, rawDispersion);
    }

    /** Pearson's chi-squared over its degrees of freedom. */
    double rawDispersion() {
        return rawDispersion;
    }

    /**
     * A fit with weights.
     *
     * @param mean          prediction
     * @param variance      its variance, with φ of at least 1
     * @param rawDispersion Pearson's chi-squared over its degrees of freedom
     * @param trendP        two-sided p-value of the trend; 1 without
     */
    private record Fit(double mean, double variance, double rawDispersion, double trendP) {

        /** Null without finite estimates. */
        static @Nullable Fit of(
                double[] counts, int t, ReferenceBlocks blocks, boolean trend, Farrington.Settings settings) {
            // a block without events fits exactly wherever it is: its rows say nothing of the others
            List<Integer> rows = blocks.withEvents(counts);
            int silent = blocks.all().size() - rows.size();
            int silentBlocks = blocks.silent(counts);
            List<String> names = rows.stream().map(blocks::name).toList();
            Design design = design(rows, names, blocks.name(), trend);
            if (!design.dependentColumns().isEmpty()) {
                return null;
            }
            double[] y = rows.stream().mapToDouble(i -> counts[i]).toArray();
            CountData data = CountData.of(y);
            CountModel first = CountModel.fit(design, data, CountFamily.POISSON);
            int df = rows.size() + silent - design.size() - silentBlocks;
            if (first.status() != Status.OK || df <= 0) {
                return null;
            }
            double phi = Math.max(1, first.pearson() / df);
            double[] weights = weights(first, y, phi, silent, settings.flexible() ? settings.weightsThreshold() : 1);
            CountModel model = CountModel.fit(design, data.weighted(weights), CountFamily.POISSON);
            return model.status() == Status.OK ? predicted(model, t - rows.get(0) + 1d, trend, df) : null;
        }

        private static Design design(List<Integer> rows, List<String> names, String current, boolean trend) {
            Design.Builder builder = Design.builder(rows.size()).intercept();
            if (trend) {
                int origin = rows.get(0);
                builder.numeric(
                        TIME, rows.stream().mapToDouble(i -> i - origin + 1).toArray());
            }
            if (names.stream().distinct().count() > 1) {
                builder.factor(BLOCK, names, current);
            }
            return builder.build();
        }

        /** γ·s⁻² where the Anscombe residual s is above the limit, else γ, so that they sum to the number of rows. */
        private static double[] weights(CountModel model, double[] y, double phi, int silent, double limit) {
            double[] means = model.fitted();
            double[] leverages = model.leverages();
            double[] weights = new double[y.length];
            double sum = silent;
            for (int i = 0; i < y.length; i++) {
                double free = phi * (1 - leverages[i]);
                double s = 1.5
                        * (Math.pow(y[i], 2 / 3d) * Math.pow(means[i], -1 / 6d) - Math.sqrt(means[i]))
                        / Math.sqrt(Math.max(free, LEVERAGE));
                weights[i] = s > limit && free > LEVERAGE ? 1 / (s * s) : 1;
                sum += weights[i];
            }
            double gamma = (y.length + silent) / sum;
            return Arrays.stream(weights).map(weight -> gamma * weight).toArray();
        }

        private static Fit predicted(CountModel model, double time, boolean trend, int df) {
            double raw = model.pearson() / df;
            double[] x0 = new double[model.design().size()];
            x0[0] = 1;
            double p = 1;
            if (trend) {
                int at = model.design().index(TIME);
                x0[at] = time;
                p = trendP(model.combination(TIME, CovarianceForm.model()), raw, df);
            }
            LinearCombination prediction = model.combination(x0, CovarianceForm.model());
            double mean = Math.exp(prediction.estimate().orElseThrow());
            double error = prediction.standardError().orElse(0) * mean;
            return new Fit(mean, error * error * Math.max(1, raw), raw, p);
        }

        private static double trendP(LinearCombination slope, double raw, int df) {
            double size = Math.abs(slope.estimate().orElseThrow());
            if (raw < EXACT) {
                return size < EXACT ? 1 : 0; // a fit without residuals: what is left of a slope of 0 is rounding
            }
            double error = slope.standardError().orElse(0) * Math.sqrt(raw);
            return Math.min(1, 2 * TDistribution.of(df).survivalProbability(size / error));
        }
    }
}
