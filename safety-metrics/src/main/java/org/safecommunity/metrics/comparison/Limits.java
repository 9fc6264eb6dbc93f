package org.safecommunity.metrics.comparison;

import java.util.Optional;
import org.safecommunity.metrics.Interval;

/** Limits of a ratio. */
final class Limits {
    private Limits() {}

    /**
     * The interval of two limits, put in order where rounding has crossed them. A lower limit without bound is no interval:
     * it belongs to a one-sided level under one half with no event in the reference.
     */
    static Optional<Interval> of(String method, double level, double lower, double upper) {
        return Double.isInfinite(lower)
                ? Optional.empty()
                : Optional.of(new Interval(method, level, Math.min(lower, upper), Math.max(lower, upper)));
    }
}
