package org.safecommunity.metrics.internal;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Quantiles of the beta distribution from either tail: the exact limits of a binomial probability.
 *
 * <p>Where both parameters are 10⁸ or more, the Cornish–Fisher expansion by four cumulants, exact to a double there;
 * below it the root of {@link BetaTail}.
 */
public final class BetaQuantile {
    private static final double EXPANSION_FROM = 1e8;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private BetaQuantile() {}

    /**
     * The value that a beta variable stays below with the given probability.
     *
     * @param a    first parameter, finite, above 0
     * @param b    second parameter, finite, above 0
     * @param tail probability, above 0 and below 1
     */
    public static double lower(double a, double b, double tail) {
        return a <= b ? quantile(a, b, tail, true) : 1 - quantile(b, a, tail, false);
    }

    /**
     * The value that a beta variable exceeds with the given probability.
     *
     * @param a    first parameter, finite, above 0
     * @param b    second parameter, finite, above 0
     * @param tail probability, above 0 and below 1
     */
    public static double upper(double a, double b, double tail) {
        return a <= b ? quantile(a, b, tail, false) : 1 - quantile(b, a, tail, true);
    }

    private static double quantile(double a, double b, double tail, boolean lower) {
        if (tail > 0.5) {
            // the smaller tail is the one that keeps its digits; the difference is exact
            return quantile(a, b, 1 - tail, !lower);
        }
        if (a >= EXPANSION_FROM) {
            double z = NORMAL.inverseSurvivalProbability(tail);
            return expansion(a, b, lower ? -z : z);
        }
        double gamma = lower ? GammaQuantile.lower(a, tail) : GammaQuantile.upper(a, tail);
        if (gamma < Double.MIN_NORMAL && b >= 1) {
            return 0; // below the smallest number: a tiny first parameter
        }
        double guess = gamma / (b + (a - 1 + gamma) / 2);
        return new BetaTail(a, b, lower).solve(tail, 1, guess);
    }

    private static double expansion(double a, double b, double z) {
        double n = a + b;
        // products of a and b as quotients: they may exceed 2^53
        double sd = Math.sqrt(a / n * (b / n) / (n + 1));
        double skewness = 2 * (b - a) / n * Math.sqrt((n + 1) / a / b) * (n / (n + 2));
        double kurtosis = 6 * ((a - b) / a * ((a - b) / b) * (n + 1) - (n + 2)) / (n + 2) / (n + 3);
        double y = z * z;
        double w =
                z + skewness * (y - 1) / 6 + kurtosis * z * (y - 3) / 24 - skewness * skewness * z * (2 * y - 5) / 36;
        return a / n + sd * w;
    }
}
