package org.safecommunity.metrics.detection;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.safecommunity.metrics.internal.BetaTail;

/** Upper quantile of the negative binomial with given mean and variance; its size need not be whole. */
final class NegativeBinomialQuantile {
    /** φ − 1 below this is Poisson to all digits of a quantile. */
    private static final double NEGLIGIBLE = 1e-9;

    private NegativeBinomialQuantile() {}

    /**
     * Smallest k with P(Y &gt; k) at most alpha.
     *
     * @param mean  mean μ, greater than 0
     * @param phi   variance over mean, 1 or more
     * @param alpha tail probability, between 0 and 1
     */
    static double upper(double mean, double phi, double alpha) {
        if (phi - 1 < NEGLIGIBLE) {
            return PoissonDistribution.of(mean).inverseSurvivalProbability(alpha);
        }
        double size = mean / (phi - 1);
        long above = 1;
        while (tail(above, size, phi) > alpha) {
            above *= 2;
        }
        long below = -1; // P(Y > −1) = 1 > alpha
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (tail(middle, size, phi) > alpha) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }

    /** P(Y &gt; k) = I(1 − 1/φ; k + 1, size). */
    private static double tail(long k, double size, double phi) {
        return new BetaTail(k + 1d, size, true).tail(1 - 1 / phi);
    }
}
