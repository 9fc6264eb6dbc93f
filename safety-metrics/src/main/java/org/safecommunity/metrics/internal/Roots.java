package org.safecommunity.metrics.internal;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Roots by Brent's method in a proven bracket, to the last digits of a double. */
public final class Roots {
    private static final double RELATIVE_ACCURACY = 1e-15;
    private static final double FUNCTION_ACCURACY = 1e-300;
    private static final int MAX_EVALUATIONS = 500;
    private static final int MAX_DOUBLINGS = 1100;

    private Roots() {}

    /**
     * The root between two ends at which the function has different signs.
     *
     * @param accuracy absolute accuracy that is enough where the root is near 0; else the last digit counts
     * @throws IllegalStateException if both ends have the same sign
     */
    public static double between(DoubleUnaryOperator function, double low, double high, double accuracy) {
        double atLow = function.applyAsDouble(low);
        double atHigh = function.applyAsDouble(high);
        if (atLow == 0) {
            return low;
        }
        if (atHigh == 0) {
            return high;
        }
        if ((atLow < 0) == (atHigh < 0)) {
            throw new IllegalStateException("no change of sign between " + low + " and " + high);
        }
        return new BrentSolver(RELATIVE_ACCURACY, accuracy, FUNCTION_ACCURACY)
                .solve(MAX_EVALUATIONS, function::applyAsDouble, low, high);
    }

    /** The root of a monotone function above a start, found by doubling a step until the sign changes. */
    public static double beyond(DoubleUnaryOperator function, double start, double step, double accuracy) {
        double atStart = function.applyAsDouble(start);
        if (atStart == 0) {
            return start;
        }
        double near = start;
        double width = step;
        for (int i = 0; i < MAX_DOUBLINGS; i++) {
            double far = near + width;
            double atFar = function.applyAsDouble(far);
            if (atFar == 0 || (atFar < 0) != (atStart < 0)) {
                return between(function, Math.min(near, far), Math.max(near, far), accuracy);
            }
            near = far;
            width *= 2;
        }
        throw new IllegalStateException("no change of sign beyond " + start);
    }

    /** The positive root of a monotone function that takes a logarithm: relative accuracy of the last digits. */
    public static double onLogScale(DoubleUnaryOperator functionOfLog, double start, double step) {
        return Math.exp(beyond(functionOfLog, start, step, 1e-16));
    }
}
