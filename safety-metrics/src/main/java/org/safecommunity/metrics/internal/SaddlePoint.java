package org.safecommunity.metrics.internal;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Parts of Loader's saddle-point expansion, which gives Poisson and binomial probabilities to full precision at any size:
 * the error of Stirling's formula and the deviance.
 *
 * <p>Source: C. Loader (2000), Fast and accurate computation of binomial probabilities.
 */
final class SaddlePoint {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
    private static final double SERIES_FROM = 15;

    private SaddlePoint() {}

    /** ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π for z above 0. */
    static double stirlingError(double z) {
        if (z < SERIES_FROM) {
            return LogGamma.value(z + 1) - (z + 0.5) * Math.log(z) + z - HALF_LOG_TWO_PI;
        }
        double s = 1 / (z * z);
        return (1 / 12d - (1 / 360d - (1 / 1260d - (1 / 1680d - 1 / 1188d * s) * s) * s) * s) / z;
    }

    /**
     * Deviance x·ln(x/m) + m − x, without cancellation where x and m are close.
     *
     * @param x          above 0
     * @param m          above 0
     * @param difference x − m, as exactly as the caller knows it
     */
    static double deviance(double x, double m, double difference) {
        if (Math.abs(difference) >= 0.1 * (x + m)) {
            return x * Math.log(x / m) - difference;
        }
        double v = difference / (x + m);
        double sum = difference * v;
        double term = 2 * x * v;
        for (int j = 3; ; j += 2) {
            term *= v * v;
            double next = sum + term / j;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }
}
