package org.safecommunity.metrics.agreement;

/**
 * Resampling of items with replacement, for coefficients without a formula of their error. The same seed gives the same limits
 * on every machine.
 *
 * @param resamples number of resamples, from 100 to 1000000
 * @param seed      seed of the random numbers ({@link java.util.Random})
 */
public record Bootstrap(int resamples, long seed) {
    /** 1000 resamples, seed 1. */
    public static final Bootstrap DEFAULT = new Bootstrap(1000, 1);

    public Bootstrap {
        if (resamples < 100 || resamples > 1_000_000) {
            throw new IllegalArgumentException("resamples must be from 100 to 1000000, was " + resamples);
        }
    }

    /** Quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan). */
    static double quantile(double[] sorted, int size, double probability) {
        double position = (size - 1) * probability;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, size - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
