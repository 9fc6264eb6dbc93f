package org.safecommunity.metrics.regression;

/**
 * Iteratively re-weighted least squares for log-linear counts with a given variance function. Each step solves the weighted
 * least squares problem of the working residuals by QR; a step that makes the deviance worse is halved.
 */
final class Irls {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double DEVIANCE_GOAL = 1e-10;
    /** Length of the last step, in standard errors, that counts as a zero score. */
    private static final double SCORE_GOAL = 1e-10;

    private static final double SCORE_FLOOR = 1e-6;

    private final Design design;
    private final CountData data;
    private final CountVariance variance;
    private double[] coefficients;
    private double[] mean;
    private double deviance;
    private int steps;
    private boolean converged;

    private Irls(Design design, CountData data, CountVariance variance, double[] coefficients, double[] mean) {
        this.design = design;
        this.data = data;
        this.variance = variance;
        this.coefficients = coefficients;
        this.mean = mean;
        this.deviance = deviance(mean);
    }

    /** Fits from the counts themselves. */
    static Irls fit(Design design, CountData data, CountVariance variance) {
        int n = data.size();
        double[] mean = new double[n];
        double[] root = new double[n];
        double[] response = new double[n];
        for (int i = 0; i < n; i++) {
            mean[i] = data.events(i) + 0.5;
            root[i] = Math.sqrt(data.weight(i) * mean[i] * variance.shrink(mean[i]));
            response[i] = root[i] * Math.log(mean[i] / data.personTime(i));
        }
        Qr qr = new Qr(design.scaled(root));
        double[] start = qr.solve(qr.effects(response));
        return new Irls(design, data, variance, start, means(design, data, start)).run();
    }

    /** Fits from the result of another fit to the same data. */
    static Irls refit(Irls other, CountVariance variance) {
        return new Irls(other.design, other.data, variance, other.coefficients, other.mean).run();
    }

    /** The same fit, marked as not converged. */
    Irls unfinished() {
        converged = false;
        return this;
    }

    private Irls run() {
        double last = Double.POSITIVE_INFINITY;
        while (!converged && steps < MOST_STEPS) {
            Qr qr = decomposition();
            if (!Double.isFinite(deviance) || !qr.dependent().isEmpty()) {
                return this;
            }
            double[] effects = qr.effects(workingResiduals());
            double length = length(effects, coefficients.length);
            double before = deviance;
            if (!step(qr.solve(effects))) {
                converged = length < SCORE_FLOOR;
                return this;
            }
            steps++;
            boolean still = Math.abs(deviance - before) <= DEVIANCE_GOAL * (Math.abs(deviance) + 0.1);
            boolean flat = length < SCORE_GOAL || (length < SCORE_FLOOR && length > last / 2);
            converged = still && flat;
            last = length;
        }
        return this;
    }

    private boolean step(double[] change) {
        double factor = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] next = coefficients.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += factor * change[j];
            }
            double[] nextMean = means(design, data, next);
            double nextDeviance = deviance(nextMean);
            if (nextDeviance <= deviance + 1e-9 * (Math.abs(deviance) + 0.1)) {
                coefficients = next;
                mean = nextMean;
                deviance = nextDeviance;
                return true;
            }
            factor /= 2;
        }
        return false;
    }

    private double[] workingResiduals() {
        double[] residuals = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            residuals[i] = Math.sqrt(workingWeight(i)) * (data.events(i) - mean[i]) / mean[i];
        }
        return residuals;
    }

    private double workingWeight(int i) {
        return data.weight(i) * mean[i] * variance.shrink(mean[i]);
    }

    private double deviance(double[] means) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += data.weight(i) * variance.deviance(data.events(i), means[i]);
        }
        return Math.max(0, sum);
    }

    private static double[] means(Design design, CountData data, double[] coefficients) {
        double[] means = new double[data.size()];
        for (int i = 0; i < means.length; i++) {
            double sum = Math.log(data.personTime(i));
            for (int j = 0; j < coefficients.length; j++) {
                sum += design.value(i, j) * coefficients[j];
            }
            means[i] = Math.exp(sum);
        }
        return means;
    }

    private static double length(double[] effects, int size) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += effects[j] * effects[j];
        }
        return Math.sqrt(sum);
    }

    /** The weighted design at the present means. */
    Qr decomposition() {
        return new Qr(design.scaled(roots()));
    }

    /** Derivative of the log-likelihood by the linear predictor, row by row. */
    double[] scores() {
        double[] scores = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            scores[i] = data.weight(i) * (data.events(i) - mean[i]) * variance.shrink(mean[i]);
        }
        return scores;
    }

    /** Square roots of the working weights, row by row. */
    double[] roots() {
        double[] roots = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            roots[i] = Math.sqrt(workingWeight(i));
        }
        return roots;
    }

    /** Pearson's chi-squared: squared residuals over variances. */
    double pearson() {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < mean.length; i++) {
            double residual = data.events(i) - mean[i];
            sum += data.weight(i) * residual * residual / variance.variance(mean[i]);
            total += data.weight(i) * data.events(i);
        }
        return sum <= 1e-22 * total ? 0 : sum;
    }

    double logLikelihood() {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += data.weight(i) * variance.logLikelihood(data.events(i), mean[i]);
        }
        return sum;
    }

    CountVariance variance() {
        return variance;
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    double mean(int row) {
        return mean[row];
    }

    CountData data() {
        return data;
    }

    double deviance() {
        return deviance;
    }

    int steps() {
        return steps;
    }

    boolean converged() {
        return converged;
    }
}
