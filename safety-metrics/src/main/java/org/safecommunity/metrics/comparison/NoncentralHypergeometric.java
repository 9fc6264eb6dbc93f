package org.safecommunity.metrics.comparison;

import java.util.function.DoubleUnaryOperator;
import org.safecommunity.metrics.internal.Roots;
import org.safecommunity.metrics.rate.CompensatedSum;

/**
 * Distribution of the events of a group, given the margins of a two by two table and the odds ratio ψ: P(k) ∝ C(n₁, k)·
 * C(n₀, m − k)·ψᵏ (Fisher's noncentral hypergeometric distribution). Terms are summed outwards from the most likely count.
 */
final class NoncentralHypergeometric {
    /** Terms below this part of the largest one are 0 in any tail that is shown. */
    private static final double SMALLEST = 1e-300;
    /** Two terms closer than this count as equally likely, as in R {@code fisher.test}. */
    private static final double EQUAL = 1 + 1e-7;

    private final TwoProportions counts;
    private final long lowest;
    private final long highest;

    NoncentralHypergeometric(TwoProportions counts) {
        this.counts = counts;
        this.lowest = Math.max(0, counts.totalEvents() - counts.referenceTrials());
        this.highest = Math.min(counts.trials(), counts.totalEvents());
    }

    /** Probabilities of fewer, as many and more events than observed, and the mean. */
    record Parts(double below, double at, double above, double mean) {}

    boolean isLowest() {
        return counts.events() == lowest;
    }

    boolean isHighest() {
        return counts.events() == highest;
    }

    Parts parts(double oddsRatio) {
        CompensatedSum[] sums = {new CompensatedSum(), new CompensatedSum(), new CompensatedSum()};
        CompensatedSum moment = new CompensatedSum();
        walk(oddsRatio, (k, weight) -> {
            sums[Long.signum(k - counts.events()) + 1].add(weight);
            moment.add((k - counts.events()) * weight);
        });
        double total = sums[0].value() + sums[1].value() + sums[2].value();
        return new Parts(
                sums[0].value() / total,
                sums[1].value() / total,
                sums[2].value() / total,
                counts.events() + moment.value() / total);
    }

    /** Sum of the probabilities, at an odds ratio of 1, of all counts that are no more likely than the observed one. */
    double minimumLikelihood() {
        double[] observed = new double[1];
        walk(1, (k, weight) -> {
            if (k == counts.events()) {
                observed[0] = weight;
            }
        });
        CompensatedSum total = new CompensatedSum();
        CompensatedSum rare = new CompensatedSum();
        walk(1, (k, weight) -> {
            total.add(weight);
            if (weight <= observed[0] * EQUAL) {
                rare.add(weight);
            }
        });
        return Math.min(1, rare.value() / total.value());
    }

    /** The odds ratio at which a function of these probabilities is 0; the function is monotone. */
    double oddsRatio(java.util.function.ToDoubleFunction<Parts> function, boolean rising) {
        double start = Math.log((counts.events() + 0.5) / (counts.others() + 0.5))
                - Math.log((counts.referenceEvents() + 0.5) / (counts.referenceOthers() + 0.5));
        DoubleUnaryOperator atLog = t -> function.applyAsDouble(parts(Math.exp(t)));
        double step = (atLog.applyAsDouble(start) < 0) == rising ? 0.5 : -0.5;
        return Roots.onLogScale(atLog, start, step);
    }

    /** Receives a count and its weight relative to the most likely one. */
    private interface Visitor {
        void visit(long k, double weight);
    }

    private void walk(double oddsRatio, Visitor visitor) {
        double n1 = counts.trials();
        double m = counts.totalEvents();
        double free = counts.referenceTrials() - m;
        long mode = mode(oddsRatio);
        visitor.visit(mode, 1);
        double weight = 1;
        for (long k = mode; k < highest && weight > SMALLEST; k++) {
            weight *= oddsRatio * (n1 - k) * (m - k) / ((k + 1) * (free + k + 1));
            visitor.visit(k + 1, weight);
        }
        weight = 1;
        for (long k = mode; k > lowest && weight > SMALLEST; k--) {
            weight *= k * (free + k) / (oddsRatio * (n1 - k + 1) * (m - k + 1));
            visitor.visit(k - 1, weight);
        }
    }

    /** Liao and Rosen 2001; off by one at most, which costs nothing. */
    private long mode(double oddsRatio) {
        double n1 = counts.trials();
        double m = counts.totalEvents();
        double a = oddsRatio - 1;
        double b = -((m + n1 + 2) * oddsRatio + counts.referenceTrials() - m);
        double c = oddsRatio * (n1 + 1) * (m + 1);
        double q = (-b + Math.sqrt(Math.max(0, b * b - 4 * a * c))) / 2;
        return Math.min(highest, Math.max(lowest, (long) (c / q)));
    }
}
