package org.safecommunity.metrics.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A point as it is drawn.
 *
 * @param value    height
 * @param centre   centre line
 * @param sd       standard deviation of the height
 * @param lower    lower limit; absent where there is none
 * @param upper    upper limit; absent where there is none
 * @param opposite lower cumulative sum of a CUSUM, 0 for others
 * @param steps    how centre, deviation and limits came about
 */
record Drawn(
        double value,
        double centre,
        double sd,
        OptionalDouble lower,
        OptionalDouble upper,
        double opposite,
        List<Working> steps) {

    /**
     * A step of the working.
     *
     * @param key     what it is
     * @param formula formula
     * @param numbers the formula with the numbers put in
     * @param value   outcome
     */
    record Working(String key, String formula, String numbers, double value) {}

    /** Outcome of a step; empty where there is none of the name. */
    OptionalDouble step(String key) {
        return steps.stream()
                .filter(step -> step.key().equals(key))
                .mapToDouble(Working::value)
                .findFirst();
    }

    /** Whether the point is above the upper limit. */
    boolean above() {
        return upper.isPresent() && value > upper.getAsDouble();
    }

    /** Whether the point, or the lower cumulative sum, is below the lower limit. */
    boolean below() {
        return lower.isPresent() && (value < lower.getAsDouble() || (opposite > 0 && -opposite < lower.getAsDouble()));
    }
}
