package org.safecommunity.metrics.internal;

/**
 * One tail of a distribution on the numbers above 0, and the argument at which it has a given probability: Halley's
 * iteration on the logarithms of both, kept inside a bracket that every evaluation narrows.
 */
public abstract class TailRoot {
    private static final int MAX_ITERATIONS = 300;
    /** A step whose cube, times the curvature, is below this is the last: the error left is below rounding. */
    private static final double LAST_STEP = 1e-17;

    private final boolean lower;

    /** A lower tail, which grows with the argument, or an upper tail, which falls. */
    TailRoot(boolean lower) {
        this.lower = lower;
    }

    /** The tail probability at x. */
    public abstract double tail(double x);

    /** Absolute derivative of the tail by ln x: the density at x times x. */
    abstract double slope(double x);

    /** Derivative of ln slope by ln x. */
    abstract double bend(double x);

    /** The tail half-way between two tails of the same side, as a mid-P limit needs it. */
    public static TailRoot mean(TailRoot first, TailRoot second) {
        return new TailRoot(first.lower) {
            @Override
            public double tail(double x) {
                return (first.tail(x) + second.tail(x)) / 2;
            }

            @Override
            double slope(double x) {
                return (first.slope(x) + second.slope(x)) / 2;
            }

            @Override
            double bend(double x) {
                double a = first.slope(x);
                double b = second.slope(x);
                return (a * first.bend(x) + b * second.bend(x)) / (a + b);
            }
        };
    }

    /**
     * Solves tail(x) = target.
     *
     * @param target probability, above 0 and below 1
     * @param high   upper end of the distribution, may be infinite
     * @param guess  where to start; one outside the distribution is replaced
     * @return the root
     */
    public final double solve(double target, double high, double guess) {
        double below = 0;
        double above = high;
        double x = guess > below && guess < above ? guess : between(below, above);
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double probability = tail(x);
            if (probability > target == lower) {
                above = x;
            } else {
                below = x;
            }
            double ratio = slope(x) / probability;
            double bend = bend(x);
            double step = halley(Math.log(probability / target), lower ? ratio : -ratio, bend);
            double next = x * Math.exp(-step);
            if (!(next >= below && next <= above)) {
                next = between(below, above);
                if (!(next > below && next < above)) {
                    return x; // no number is left between the ends
                }
            } else if (Math.abs(step * step * step) * (1 + ratio * ratio + bend * bend) < LAST_STEP) {
                return next;
            }
            if (next == x) {
                return x;
            }
            x = next;
        }
        throw new ArithmeticException("no root found between " + below + " and " + above + " for " + target);
    }

    /** Step in ln x: Newton's, corrected by the second derivative as far as that neither halves nor doubles it. */
    private static double halley(double excess, double gradient, double bend) {
        double correction = 1 - excess * (bend / gradient - 1) / 2;
        return excess / gradient / Math.min(2, Math.max(0.5, correction));
    }

    private static double between(double below, double above) {
        if (Double.isInfinite(above)) {
            return below == 0 ? 1 : 2 * below;
        }
        return below > 0 ? Math.sqrt(below) * Math.sqrt(above) : above / 2;
    }
}
