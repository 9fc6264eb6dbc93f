package org.safecommunity.metrics.comparison;

import java.util.function.DoubleUnaryOperator;
import org.safecommunity.metrics.internal.Roots;

/**
 * Score statistics of two Poisson rates at a given ratio or difference, plain or with Laud's correction for skewness, and
 * the values at which they reach z.
 */
final class SkewScore {
    /** The counts with the larger person-time as unit, so that squares of times stay in range. */
    private final TwoRates counts;

    private final double unit;
    private final boolean corrected;

    SkewScore(TwoRates counts, boolean corrected) {
        this.unit = Math.max(counts.personTime(), counts.referencePersonTime());
        this.counts = new TwoRates(
                counts.events(),
                counts.personTime() / unit,
                counts.referenceEvents(),
                counts.referencePersonTime() / unit);
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
        return atUnitDifference(difference * unit);
    }

    private double atUnitDifference(double difference) {
        if (difference < 0) {
            return -new SkewScore(counts.swapped(), corrected).atUnitDifference(-difference);
        }
        double t1 = counts.personTime();
        double t0 = counts.referencePersonTime();
        double lambda0 = restrictedInUnit(difference);
        double lambda1 = lambda0 + difference;
        double contrast = counts.rate() - counts.referenceRate() - difference;
        double variance = lambda1 / t1 + lambda0 / t0;
        double third = lambda1 / (t1 * t1) - lambda0 / (t0 * t0);
        return statistic(contrast, variance, third);
    }

    /** Rate of the reference that maximises the likelihood when the rates differ by δ, 0 or more. */
    double restricted(double difference) {
        return restrictedInUnit(difference * unit) / unit;
    }

    private double restrictedInUnit(double difference) {
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

    /** The ratio at which the statistic is z; the corrected statistic stays below √(6x₁ + 1) and above −√(6x₀ + 1). */
    double ratio(double z) {
        if (z >= Math.sqrt(6d * counts.events() + 1)) {
            return 0;
        }
        if (-z >= Math.sqrt(6d * counts.referenceEvents() + 1)) {
            return Double.POSITIVE_INFINITY;
        }
        double start = Math.log((counts.events() + 0.5) / counts.personTime())
                - Math.log((counts.referenceEvents() + 0.5) / counts.referencePersonTime());
        DoubleUnaryOperator function = t -> atRatio(Math.exp(t)) - z;
        return Roots.onLogScale(function, start, function.applyAsDouble(start) > 0 ? 0.25 : -0.25);
    }

    /** The difference at which the statistic is z. */
    double difference(double z) {
        double spread = Math.sqrt((counts.events() + 1) / (counts.personTime() * counts.personTime())
                + (counts.referenceEvents() + 1) / (counts.referencePersonTime() * counts.referencePersonTime()));
        DoubleUnaryOperator function = d -> atUnitDifference(d) - z;
        double start = counts.rate() - counts.referenceRate();
        double step = function.applyAsDouble(start) > 0 ? spread : -spread;
        return Roots.beyond(function, start, step, spread * 1e-17) / unit;
    }
}
