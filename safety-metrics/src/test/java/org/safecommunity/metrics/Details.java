package org.safecommunity.metrics;

import java.util.Objects;

/** Numbers among the details of a result, for tests. */
public final class Details {
    private Details() {}

    /** A number among the details; fails when there is none of that name. */
    public static double detail(MetricResult result, String name) {
        return ((Number) Objects.requireNonNull(result.details().get(name), name)).doubleValue();
    }
}
