package org.safecommunity.metrics.comparison;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.rate.CompensatedSum;

/** The sums over strata that the Mantel–Haenszel results for person-time are made of. */
final class MantelHaenszelRates {
    /** Σ x₁T₀/M and Σ x₀T₁/M, whose ratio is the common rate ratio. */
    final double groupSum;

    final double referenceSum;
    /** Σ (x₁ + x₀)T₁T₀/M², the variance of Σx₁ under no difference. */
    final double nullVariance;
    /** Σx₁ − Σ(x₁ + x₀)T₁/M. */
    final double excess;
    /** Σ T₁T₀/M. */
    final double weightSum;
    /** Σ (T₁T₀/M)²(x₁/T₁² + x₀/T₀²). */
    final double differenceVariance;

    MantelHaenszelRates(StratifiedRates data) {
        CompensatedSum[] sums = new CompensatedSum[6];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new CompensatedSum();
        }
        for (TwoRates r : data.strata().values()) {
            double share = r.share(); // T₁/M
            double other = r.swapped().share(); // T₀/M
            double weight = r.personTime() * other; // T₁T₀/M
            sums[0].add(r.events() * other);
            sums[1].add(r.referenceEvents() * share);
            sums[2].add(r.total() * share * other);
            sums[3].add(r.events() * other - r.referenceEvents() * share);
            sums[4].add(weight);
            double error = weight * RateDifferenceMethod.error(r);
            sums[5].add(error * error);
        }
        groupSum = sums[0].value();
        referenceSum = sums[1].value();
        nullVariance = sums[2].value();
        excess = sums[3].value();
        weightSum = sums[4].value();
        differenceVariance = sums[5].value();
    }

    /** The common rate ratio; 0, infinite or NaN where a sum is 0. */
    double ratio() {
        return groupSum / referenceSum;
    }

    /** Variance of the logarithm of the common ratio (Greenland–Robins). */
    double logVariance() {
        return nullVariance / (groupSum * referenceSum);
    }

    /** The test of no difference in any stratum; absent without an event. */
    Optional<HypothesisTest> test() {
        return nullVariance == 0
                ? Optional.empty()
                : Optional.of(chiSquared("mantel-haenszel", excess * excess / nullVariance, 1));
    }

    static HypothesisTest chiSquared(String method, double statistic, int df) {
        return new HypothesisTest(
                method,
                statistic,
                List.of((double) df),
                ChiSquaredDistribution.of(df).survivalProbability(statistic));
    }
}
