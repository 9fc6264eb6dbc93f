package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;

/** Comparison of numbers by relative difference, for tests. */
public final class Close {
    private Close() {}

    /** Fails unless the numbers differ by at most the given fraction of the expected one; 0 must be met exactly. */
    public static void assertClose(double actual, double expected, double relative) {
        assertThat(relativeDifference(actual, expected))
                .as("%s should be %s to a relative %s", actual, expected, relative)
                .isLessThanOrEqualTo(relative);
    }

    /** Difference as a fraction of the expected number; infinite where that is 0 and the other is not. */
    public static double relativeDifference(double actual, double expected) {
        if (actual == expected) {
            return 0;
        }
        double difference = Math.abs(actual - expected) / Math.abs(expected);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
