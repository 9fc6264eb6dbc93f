package org.safecommunity.metrics;

import static java.util.Objects.requireNonNull;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.internal.Checks;

/**
 * Confidence level and side of an interval. Immutable.
 *
 * @param level coverage probability, greater than 1.2·10⁻¹⁶ and less than 1, e.g. 0.95
 * @param side  which limits are wanted, not null
 */
public record Confidence(double level, Side side) {
    /** Two-sided 95 %. */
    public static final Confidence DEFAULT = new Confidence(0.95, Side.BOTH);

    private static final double DECIMALS = 1e15;

    public Confidence {
        Checks.openUnit(level, "level");
        if (1 - level == 1) {
            throw new IllegalArgumentException("level must be above 1.2E-16, was " + NumberText.shortest(level));
        }
        requireNonNull(side, "side");
    }

    /** Obtains a two-sided confidence. */
    public static Confidence of(double level) {
        return new Confidence(level, Side.BOTH);
    }

    /**
     * Error probability at each limit: (1 − level) / 2 for two limits, 1 − level for one. It is that of the decimal level:
     * 0.025 for 0.95, not the 0.025000000000000022 that the difference of the two doubles leaves.
     */
    public double tail() {
        double alpha = 1 - level;
        double decimal = Math.rint(alpha * DECIMALS) / DECIMALS;
        if (1 - decimal == level) {
            alpha = decimal;
        }
        return side == Side.BOTH ? alpha / 2 : alpha;
    }

    /** Standard normal quantile that leaves {@link #tail()} above it, e.g. 1.95996398454005 at two-sided 95 %. */
    public double z() {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail());
    }

    /** Whether a lower limit is wanted. */
    public boolean hasLower() {
        return side != Side.UPPER;
    }

    /** Whether an upper limit is wanted. */
    public boolean hasUpper() {
        return side != Side.LOWER;
    }
}
