package org.safecommunity.metrics.comparison;

import java.util.function.DoubleUnaryOperator;
import org.safecommunity.metrics.internal.Roots;

/**
 * Score statistics of two Poisson rates at a given ratio or difference, plain or with Laud's correction for skewness, and
 * the values at which they reach z.
 */
final class SkewScore {
    private final TwoRates counts;
    private final boolean corrected;

    SkewScore(TwoRates counts, boolean corrected) {
        this.counts = counts;
        this.corrected = corrected;
    }

    /** The statistic at a ratio φ above 0; falls with φ. */
    double atRatio(double ratio) {
        double t1 = counts.personTime();
        double t0 = counts.referencePersonTime();
        double lambda0 = counts.total() / (ratio * t1 + t0);
        double lambda1 = ratio * lambda0;
        double contrast = counts.rate() - ratio * counts.referenceRate();
        double variance = lambda1 / t1 + ratio * ratio * lambda0 / t0;
        double third = lambda1 / (t1 * t1) - ratio * ratio * ratio * lambda0 / (t0 * t0);
        return statistic(contrast, variance, third);
    }

    /** The statistic at a difference δ; falls with δ. */
    double atDifference(double difference) {
        if (difference < 0) {
            return -new SkewScore(counts.swapped(), corrected).atDifference(-difference);
        }
        double t1 = counts.personTime();
        double t0 = counts.referencePersonTime();
        double lambda0 = restricted(difference);
        double lambda1 = lambda0 + difference;
        double contrast = counts.rate() - counts.referenceRate() - difference;
        double variance = lambda1 / t1 + lambda0 / t0;
        double third = lambda1 / (t1 * t1) - lambda0 / (t0 * t0);
        return statistic(contrast, variance, third);
    }

    /** Rate of the reference that maximises the likelihood when the rates differ by δ, 0 or more. */
    double restricted(double difference) {
        double a = counts.personTime() + counts.referencePersonTime();
        double b = a * difference - counts.total();
        double product = counts.referenceEvents() * difference;
        double root = Math.sqrt(b * b + 4 * a * product);
        // the larger root of a λ² + b λ − x0 δ = 0, without cancellation
        return b > 0 ? 2 * product / (b + root) : (root - b) / (2 * a);
    }

    private double statistic(double contrast, double variance, double third) {
        if (contrast == 0 && variance == 0) {
            return 0;
        }
        double score = contrast / Math.sqrt(variance);
        if (!corrected) {
            return score;
        }
        double kappa = third / (6 * variance * Math.sqrt(variance));
        // κZ² + Z − (score + κ) = 0
        double discriminant = Math.max(0, 1 + 4 * kappa * (score + kappa));
        return 2 * (score + kappa) / (1 + Math.sqrt(discriminant));
    }

    /** The ratio at which the statistic is z. Needs events in the group for a positive z, in the reference for a negative. */
    double ratio(double z) {
        double start = Math.log((counts.events() + 0.5) / counts.personTime())
                - Math.log((counts.referenceEvents() + 0.5) / counts.referencePersonTime());
        return Math.exp(root(t -> atRatio(Math.exp(t)) - z, start, 0.25));
    }

    /** The difference at which the statistic is z. */
    double difference(double z) {
        double spread = Math.sqrt((counts.events() + 1) / (counts.personTime() * counts.personTime())
                + (counts.referenceEvents() + 1) / (counts.referencePersonTime() * counts.referencePersonTime()));
        return root(d -> atDifference(d) - z, counts.rate() - counts.referenceRate(), spread);
    }

    /** The root of a falling function. */
    private static double root(DoubleUnaryOperator function, double start, double step) {
        return Roots.beyond(function, start, function.applyAsDouble(start) > 0 ? step : -step);
    }
}
