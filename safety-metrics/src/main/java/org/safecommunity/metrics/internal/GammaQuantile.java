package org.safecommunity.metrics.internal;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Quantiles of the gamma distribution with scale 1, from either tail: the exact limits of a Poisson mean.
 *
 * <p>From shape 100,000 the Cornish–Fisher expansion of Goldberg and Levine (1946, Annals of Mathematical Statistics 17,
 * 216–225), exact to a double there; below it the root of {@link GammaTail}.
 */
public final class GammaQuantile {
    private static final double EXPANSION_FROM = 1e5;
    private static final double EXPANSION_AS_GUESS_FROM = 10;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private GammaQuantile() {}

    /**
     * The value that a gamma variable stays below with the given probability.
     *
     * @param shape finite, above 0
     * @param tail  probability, above 0 and below 1
     */
    public static double lower(double shape, double tail) {
        return quantile(shape, tail, true);
    }

    /**
     * The value that a gamma variable exceeds with the given probability.
     *
     * @param shape finite, above 0
     * @param tail  probability, above 0 and below 1
     */
    public static double upper(double shape, double tail) {
        return quantile(shape, tail, false);
    }

    private static double quantile(double shape, double tail, boolean lower) {
        if (tail > 0.5) {
            // the smaller tail is the one that keeps its digits; the difference is exact
            return quantile(shape, 1 - tail, !lower);
        }
        double normal = NORMAL.inverseSurvivalProbability(tail);
        double z = lower ? -normal : normal;
        if (shape >= EXPANSION_FROM) {
            return expansion(shape, z);
        }
        double guess = shape >= EXPANSION_AS_GUESS_FROM ? expansion(shape, z) : wilsonHilferty(shape, z);
        if (!(guess > 0)) {
            // lower end: P(shape, x) is near x^shape / Γ(shape + 1)
            guess = Math.exp((Math.log(lower ? tail : 1 - tail) + LogGamma.value(shape + 1)) / shape);
            if (guess < Double.MIN_NORMAL) {
                return guess; // as good as 0: a tiny shape
            }
        }
        return new GammaTail(shape, lower).solve(tail, Double.POSITIVE_INFINITY, guess);
    }

    private static double wilsonHilferty(double shape, double z) {
        double base = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        return base < 0.3 ? 0 : shape * base * base * base;
    }

    /** Cornish–Fisher expansion to the order shape^(−5/2). */
    static double expansion(double shape, double z) {
        double r = Math.sqrt(shape);
        double y = z * z;
        double t3 = z * (y - 7) / (36 * r);
        double t4 = -((3 * y + 7) * y - 16) / (810 * shape);
        double t5 = z * ((9 * y + 256) * y - 433) / (38880 * shape * r);
        double t6 = (((12 * y - 243) * y - 923) * y + 1472) / (204120 * shape * shape);
        double t7 = -z * (((3753 * y + 4353) * y - 289517) * y - 289717) / (146966400 * shape * shape * r);
        return shape + (z * r + ((y - 1) / 3 + (t3 + (t4 + (t5 + (t6 + t7))))));
    }
}
