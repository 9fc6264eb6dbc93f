package org.safecommunity.metrics.interval;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** Limits that count half the probability of the observed value; solved by Brent's method in a proven bracket. */
final class MidP {
    private static final double RELATIVE_ACCURACY = 1e-14;
    private static final double ABSOLUTE_ACCURACY = 1e-300;
    private static final double FUNCTION_ACCURACY = 1e-300;
    private static final int MAX_EVALUATIONS = 500;

    private MidP() {}

    /** P(X &gt; x | μ) + ½P(X = x | μ) = tail; grows with μ. */
    static double poissonLower(double x, double tail) {
        // the mid-P tail lies between P(X > x) and P(X >= x), whose roots are the brackets
        double low = GammaDistribution.of(x, 1).inverseCumulativeProbability(tail);
        double high = GammaDistribution.of(x + 1, 1).inverseCumulativeProbability(tail);
        return solve(mean -> poissonUpperTail(x, mean) - tail, low, high);
    }

    /** P(X &lt; x | μ) + ½P(X = x | μ) = tail; falls with μ. */
    static double poissonUpper(double x, double tail) {
        double low = GammaDistribution.of(x, 1).inverseSurvivalProbability(tail);
        double high = GammaDistribution.of(x + 1, 1).inverseSurvivalProbability(tail);
        return solve(mean -> poissonLowerTail(x, mean) - tail, low, high);
    }

    /** P(X &gt; x | p) + ½P(X = x | p) = tail; grows with p. Needs 0 &lt; x. */
    static double binomialLower(long x, long n, double tail) {
        double low = ProportionIntervalMethod.betaLower(x, n - x + 1, tail);
        double high = x == n ? 1 : ProportionIntervalMethod.betaLower(x + 1, n - x, tail);
        return solve(p -> binomialUpperTail(x, n, p) - tail, low, high);
    }

    /** P(X &lt; x | p) + ½P(X = x | p) = tail; falls with p. Needs x &lt; n. */
    static double binomialUpper(long x, long n, double tail) {
        double low = x == 0 ? 0 : ProportionIntervalMethod.betaUpper(x, n - x + 1, tail);
        double high = ProportionIntervalMethod.betaUpper(x + 1, n - x, tail);
        return solve(p -> binomialLowerTail(x, n, p) - tail, low, high);
    }

    private static double poissonUpperTail(double x, double mean) {
        // P(X > x) = P(x + 1, μ) and P(X >= x) = P(x, μ), regularised lower gamma functions
        return (GammaDistribution.of(x + 1, 1).cumulativeProbability(mean)
                        + GammaDistribution.of(x, 1).cumulativeProbability(mean))
                / 2;
    }

    private static double poissonLowerTail(double x, double mean) {
        return (GammaDistribution.of(x, 1).survivalProbability(mean)
                        + GammaDistribution.of(x + 1, 1).survivalProbability(mean))
                / 2;
    }

    private static double binomialUpperTail(long x, long n, double p) {
        return (ProportionIntervalMethod.atLeast(x, n, p) + ProportionIntervalMethod.atLeast(x + 1, n, p)) / 2;
    }

    private static double binomialLowerTail(long x, long n, double p) {
        return (ProportionIntervalMethod.atMost(x, n, p) + ProportionIntervalMethod.atMost(x - 1, n, p)) / 2;
    }

    private static double solve(DoubleUnaryOperator function, double low, double high) {
        double atLow = function.applyAsDouble(low);
        double atHigh = function.applyAsDouble(high);
        if (atLow == 0 || low == high) {
            return low;
        }
        if (atHigh == 0) {
            return high;
        }
        if (atLow * atHigh > 0) {
            // the bracket ends are roots of the neighbouring tails; rounding can put both on one side
            return Math.abs(atLow) < Math.abs(atHigh) ? low : high;
        }
        return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, FUNCTION_ACCURACY)
                .solve(MAX_EVALUATIONS, function::applyAsDouble, low, high);
    }
}
