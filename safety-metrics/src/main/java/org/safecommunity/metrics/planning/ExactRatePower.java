package org.safecommunity.metrics.planning;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Power of the exact conditional test of two Poisson counts: given their sum the first is binomial, and the test rejects when a
 * tail of that law is at most the error probability of its end. Both directions count when the test is two-sided.
 */
final class ExactRatePower {
    /** Above this many expected events the normal formula is as good and the sum is long. */
    static final double MOST_EVENTS = 20_000;

    private ExactRatePower() {}

    /**
     * The power.
     *
     * @param mean1 expected events of the first group
     * @param mean0 expected events of the second group
     * @param share share of the first group in the person-time
     * @param test  level and side
     * @return the power; empty when too many events are expected
     */
    static OptionalDouble of(double mean1, double mean0, double share, Significance test) {
        double mean = mean1 + mean0;
        if (mean > MOST_EVENTS) {
            return OptionalDouble.empty();
        }
        double reach = 10 * Math.sqrt(mean) + 30;
        int from = (int) Math.max(0, Math.floor(mean - reach));
        int to = (int) Math.ceil(mean + reach);
        PoissonDistribution total = PoissonDistribution.of(mean);
        boolean upper = test.twoSided() || mean1 / share > mean0 / (1 - share);
        boolean lower = test.twoSided() || !upper;
        double power = 0;
        for (int n = from; n <= to; n++) {
            power += total.probability(n) * rejection(n, mean1 / mean, share, test.tail(), lower, upper);
        }
        return OptionalDouble.of(Math.min(1, power));
    }

    private static double rejection(int n, double truth, double share, double tail, boolean lower, boolean upper) {
        BinomialDistribution nullLaw = BinomialDistribution.of(n, share);
        BinomialDistribution law = BinomialDistribution.of(n, truth);
        double probability = 0;
        if (upper) {
            // smallest x with P(X > x) <= tail: x + 1 and more are rejected
            probability += law.survivalProbability(nullLaw.inverseSurvivalProbability(tail));
        }
        if (lower) {
            int x = nullLaw.inverseCumulativeProbability(tail);
            probability += law.cumulativeProbability(nullLaw.cumulativeProbability(x) <= tail ? x : x - 1);
        }
        return probability;
    }
}
