package org.safecommunity.metrics.regression;

import org.apache.commons.math3.special.Gamma;

/**
 * Variance, deviance and likelihood of one count with variance μ + μ²/θ. Infinite θ is Poisson.
 *
 * @param theta θ, greater than 0, may be infinite
 */
record CountVariance(double theta) {
    static final CountVariance POISSON = new CountVariance(Double.POSITIVE_INFINITY);

    /** Above this whole count the sum of logarithms over 0 … y − 1 is taken by gamma functions. */
    private static final int LONGEST_SUM = 256;

    boolean poisson() {
        return Double.isInfinite(theta);
    }

    /** Variance of a count with mean μ. */
    double variance(double mean) {
        return mean * (1 + mean / theta);
    }

    /** Share of the score (y − μ) that counts on the log scale: μ / variance. */
    double shrink(double mean) {
        return 1 / (1 + mean / theta);
    }

    /** Twice the log-likelihood lost against a mean equal to the count. */
    double deviance(double y, double mean) {
        if (poisson()) {
            return 2 * (mean - y + (y == 0 ? 0 : y * logRatio(y, mean)));
        }
        double both = (y - mean) / (mean + theta);
        return 2 * ((y == 0 ? 0 : y * logRatio(y, mean)) - (y + theta) * Math.log1p(both));
    }

    private static double logRatio(double y, double mean) {
        double difference = (y - mean) / mean;
        return Math.abs(difference) < 0.5 ? Math.log1p(difference) : Math.log(y / mean);
    }

    /** Log of the probability of a count. */
    double logLikelihood(double y, double mean) {
        if (poisson()) {
            return (y == 0 ? 0 : y * Math.log(mean)) - mean - Gamma.logGamma(y + 1);
        }
        double chosen = Gamma.logGamma(theta + y) - Gamma.logGamma(theta) - y * Math.log(theta);
        if (y <= LONGEST_SUM && y == Math.rint(y)) {
            chosen = 0;
            for (int j = 1; j < y; j++) {
                chosen += Math.log1p(j / theta);
            }
        }
        double success = y == 0 ? 0 : y * (Math.log(mean) - Math.log1p(mean / theta));
        return chosen + success - theta * Math.log1p(mean / theta) - Gamma.logGamma(y + 1);
    }

    /** Derivative of the log-likelihood by θ. */
    double thetaScore(double y, double mean) {
        return PolygammaDifference.digamma(theta, y) - Math.log1p(mean / theta) + (mean - y) / (mean + theta);
    }

    /** Second derivative of the log-likelihood by θ. */
    double thetaCurvature(double y, double mean) {
        double all = theta + mean;
        return PolygammaDifference.trigamma(theta, y) + mean / (theta * all) + (y - mean) / (all * all);
    }
}
