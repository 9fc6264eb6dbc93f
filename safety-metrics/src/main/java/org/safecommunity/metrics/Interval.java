package org.safecommunity.metrics;

import static java.util.Objects.requireNonNull;

/**
 * A confidence interval that knows its method and level. An infinite end is unbounded; lower = upper is allowed.
 *
 * @param method name of the method, kebab-case, e.g. {@code garwood}, not null
 * @param level  confidence level, greater than 0 and less than 1
 * @param lower  lower limit, not NaN, at most {@code upper}
 * @param upper  upper limit, not NaN
 */
public record Interval(String method, double level, double lower, double upper) {
    public Interval {
        requireNonNull(method, "method");
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must not exceed upper, was " + lower + " and " + upper);
        }
        lower += 0d; // -0.0 becomes 0.0
        upper += 0d;
    }

    /** The interval of the quantity multiplied by a factor of 0 or more. */
    public Interval times(double factor) {
        return new Interval(method, level, lower * factor, upper * factor);
    }

    /** Whether the value lies inside, limits included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
