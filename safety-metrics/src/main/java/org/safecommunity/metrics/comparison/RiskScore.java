package org.safecommunity.metrics.comparison;

import org.safecommunity.metrics.internal.Roots;

/**
 * Score statistics of two binomial risks at a given ratio or difference, with or without the factor N/(N − 1) of
 * Miettinen and Nurminen, and the values at which they reach z.
 */
final class RiskScore {
    /** Larger statistics than this are not told apart; the variance is 0 at the ends of the scale. */
    private static final double LARGEST = 1e8;

    private final TwoProportions counts;
    private final double factor;

    RiskScore(TwoProportions counts, boolean corrected) {
        this.counts = counts;
        double n = counts.total();
        this.factor = corrected ? n / (n - 1) : 1;
    }

    /** The statistic at a difference δ from −1 to 1; falls with δ. */
    double atDifference(double difference) {
        double p0 = restricted(difference);
        double p1 = Math.min(1, Math.max(0, p0 + difference));
        double variance = p1 * (1 - p1) / counts.trials() + p0 * (1 - p0) / counts.referenceTrials();
        return statistic(counts.risk() - counts.referenceRisk() - difference, variance);
    }

    /** The statistic at a ratio φ above 0; falls with φ. */
    double atRatio(double ratio) {
        double n1 = counts.trials();
        double n0 = counts.referenceTrials();
        double b = n1 * ratio + counts.events() + n0 + counts.referenceEvents() * ratio;
        double c = counts.totalEvents();
        // the smaller root of Nφ p² − b p + c = 0, without cancellation
        double p0 = 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * counts.total() * ratio * c)));
        double p1 = Math.min(1, ratio * p0);
        double variance = p1 * (1 - p1) / n1 + ratio * ratio * p0 * (1 - p0) / n0;
        return statistic(counts.risk() - ratio * counts.referenceRisk(), variance);
    }

    private double statistic(double contrast, double variance) {
        if (contrast == 0) {
            return 0;
        }
        double z = contrast / Math.sqrt(variance * factor);
        return Math.max(-LARGEST, Math.min(LARGEST, z));
    }

    /**
     * Risk of the reference that maximises the likelihood when the risks differ by δ: the root of the likelihood equation,
     * whose left side falls from one end of the possible values to the other; halved to neighbouring doubles.
     */
    double restricted(double difference) {
        double low = Math.max(0, -difference);
        double high = Math.min(1, 1 - difference);
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (slope(middle, difference) > 0) {
                low = middle;
            } else {
                high = middle;
            }
            if (high < 1e-300) {
                return 0;
            }
        }
    }

    /** Derivative of the log-likelihood; a count of 0 has no term. */
    double slope(double p0, double difference) {
        double p1 = p0 + difference;
        return term(counts.events(), p1)
                - term(counts.others(), 1 - p1)
                + term(counts.referenceEvents(), p0)
                - term(counts.referenceOthers(), 1 - p0);
    }

    private static double term(long count, double probability) {
        return count == 0 ? 0 : count / Math.max(probability, Double.MIN_NORMAL);
    }

    /** The difference at which the statistic is z, from −1 to 1. */
    double difference(double z) {
        double d = counts.risk() - counts.referenceRisk();
        if (z >= 0) {
            return d <= -1 || atDifference(-1) <= z ? -1 : Roots.between(x -> atDifference(x) - z, -1, d, 1e-17);
        }
        return d >= 1 || atDifference(1) >= z ? 1 : Roots.between(x -> atDifference(x) - z, d, 1, 1e-17);
    }

    /** The ratio at which the statistic is z. Needs events in the group for z of 0 or more, in the reference for z of 0 or less. */
    double ratio(double z) {
        double start = Math.log((counts.events() + 0.5) / (counts.trials() + 1))
                - Math.log((counts.referenceEvents() + 0.5) / (counts.referenceTrials() + 1));
        double step = atRatio(Math.exp(start)) > z ? 0.25 : -0.25;
        return Roots.onLogScale(t -> atRatio(Math.exp(t)) - z, start, step);
    }
}
