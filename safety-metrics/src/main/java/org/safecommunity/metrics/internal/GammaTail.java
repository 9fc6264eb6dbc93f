package org.safecommunity.metrics.internal;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Tail of a gamma distribution with scale 1; with shape x the tail of a Poisson count of mean μ at x events. */
public final class GammaTail extends TailRoot {
    private final double shape;
    private final boolean lower;
    private final double stirlingError;

    /**
     * A tail.
     *
     * @param shape finite, above 0
     * @param lower lower tail, or else upper
     */
    public GammaTail(double shape, boolean lower) {
        super(lower);
        this.shape = shape;
        this.lower = lower;
        this.stirlingError = SaddlePoint.stirlingError(shape);
    }

    @Override
    public double tail(double x) {
        return lower ? RegularizedGamma.P.value(shape, x) : RegularizedGamma.Q.value(shape, x);
    }

    @Override
    double slope(double x) {
        double deviance = SaddlePoint.deviance(shape, x, shape - x);
        return Math.sqrt(shape / (2 * Math.PI)) * Math.exp(-stirlingError - deviance);
    }

    @Override
    double bend(double x) {
        return shape - x;
    }
}
