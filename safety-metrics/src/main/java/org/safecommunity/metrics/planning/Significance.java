package org.safecommunity.metrics.planning;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.internal.Checks;

/**
 * The test that is planned. Immutable.
 *
 * @param alpha    probability of a false alarm α, greater than 0 and less than 1, e.g. 0.05
 * @param twoSided whether a difference in either direction counts
 */
public record Significance(double alpha, boolean twoSided) {
    /** Two-sided at 5 %. */
    public static final Significance DEFAULT = new Significance(0.05, true);

    public Significance {
        Checks.openUnit(alpha, "alpha");
    }

    /** Probability at each end: α/2 or α. */
    public double tail() {
        return twoSided ? alpha / 2 : alpha;
    }

    /** Standard normal quantile that leaves {@link #tail()} above it. */
    public double z() {
        return quantile(tail());
    }

    /** Standard normal quantile of a power. */
    static double quantileOfPower(double power) {
        return quantile(1 - Checks.openUnit(power, "power"));
    }

    /** Formula of the power with z_β the distance of the effect from the critical value: both tails count if two-sided. */
    static String formula(Significance test) {
        return test.twoSided() ? "Φ(z_β) + Φ(−z_β − 2z)" : "Φ(z_β)";
    }

    static double probability(double z) {
        return NormalDistribution.of(0, 1).cumulativeProbability(z);
    }

    private static double quantile(double upperTail) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(upperTail);
    }
}
