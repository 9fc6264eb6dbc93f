package org.safecommunity.metrics;

import static java.util.Objects.requireNonNull;

import org.safecommunity.metrics.internal.Checks;

/**
 * A confidence interval that knows its method and level. An infinite end is unbounded; lower = upper is allowed.
 *
 * @param method name of the method, kebab-case, e.g. {@code garwood}, not null
 * @param level  confidence level, greater than 0 and less than 1
 * @param lower  lower limit, not NaN, at most {@code upper}, not positive infinity
 * @param upper  upper limit, not NaN, not negative infinity
 */
public record Interval(String method, double level, double lower, double upper) {
    public Interval {
        requireNonNull(method, "method");
        Checks.openUnit(level, "level");
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must not exceed upper, was " + NumberText.shortest(lower)
                    + " and " + NumberText.shortest(upper));
        }
        if (lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "lower and upper must have a number between them, were both " + NumberText.shortest(lower));
        }
        lower += 0d; // -0.0 becomes 0.0
        upper += 0d;
    }

    /**
     * The interval of the quantity multiplied by a factor; an unbounded end stays unbounded.
     *
     * @param factor finite, greater than 0
     * @throws IllegalArgumentException if factor is not finite and greater than 0, or a limit grows past what a double
     *     can hold
     */
    public Interval times(double factor) {
        Checks.positive(factor, "factor");
        return new Interval(method, level, times(lower, factor), times(upper, factor));
    }

    private static double times(double limit, double factor) {
        double product = limit * factor;
        if (Double.isInfinite(product) && !Double.isInfinite(limit)) {
            throw new IllegalArgumentException("limit times factor must be finite, was " + NumberText.shortest(limit)
                    + " times " + NumberText.shortest(factor));
        }
        return product;
    }

    /** Whether the value lies inside, limits included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
