package org.safecommunity.metrics.comparison;

import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Side;

/**
 * Limits of a difference and of a ratio from the limits of each part (method of variance estimates recovery): Zou &amp;
 * Donner 2008 and Donner &amp; Zou 2012.
 *
 * @param value estimate of one part, 0 or more
 * @param lower its lower limit
 * @param upper its upper limit
 */
record Mover(double value, double lower, double upper) {
    /** Two limits with the tail that each limit of the comparison has. */
    static Confidence[] sides(Confidence confidence) {
        if (confidence.side() == Side.BOTH) {
            return new Confidence[] {confidence, confidence};
        }
        return new Confidence[] {
            new Confidence(confidence.level(), Side.LOWER), new Confidence(confidence.level(), Side.UPPER)
        };
    }

    double lowerDifference(Mover other) {
        return value - other.value - Math.hypot(value - lower, other.upper - other.value);
    }

    double upperDifference(Mover other) {
        return value - other.value + Math.hypot(upper - value, other.value - other.lower);
    }

    /** Whether the lower limit of the ratio to another part exists. */
    boolean hasLowerRatio(Mover other) {
        return 2 * other.value > other.upper;
    }

    double lowerRatio(Mover other) {
        double product = value * other.value;
        double part = lower * (2 * value - lower);
        double root = Math.sqrt(Math.max(0, product * product - part * other.upper * (2 * other.value - other.upper)));
        // the smaller root, without cancellation
        return part == 0 ? 0 : part / (product + root);
    }

    double upperRatio(Mover other) {
        double divisor = other.lower * (2 * other.value - other.lower);
        double product = value * other.value;
        double root = Math.sqrt(Math.max(0, product * product - upper * (2 * value - upper) * divisor));
        return divisor == 0 ? Double.POSITIVE_INFINITY : (product + root) / divisor;
    }
}
