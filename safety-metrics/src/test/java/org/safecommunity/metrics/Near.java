package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;

/** Agreement with a reference value, relative to its size. */
public final class Near {
    private Near() {}

    /** Asserts that the value agrees with the reference to a relative tolerance; a reference of 0 must be met exactly. */
    public static void assertNear(double actual, double expected, double relative) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * relative));
        }
    }

    /** A number among the details of a result. */
    public static double detail(MetricResult result, String name) {
        return ((Number) Objects.requireNonNull(result.details().get(name), name)).doubleValue();
    }
}
