package org.safecommunity.metrics.survey;

import org.jspecify.annotations.Nullable;

/**
 * A total, or the quotient of two, as a function of sums by leaf. Its linearised value at a leaf is (N − R·D)/ΣD, or N for a
 * total.
 *
 * @param numerator   N by leaf
 * @param denominator D by leaf; null for a total
 */
record Estimand(LeafTotals numerator, @Nullable LeafTotals denominator) {

    /** The estimate; NaN where the denominator is 0. */
    double value() {
        LeafTotals d = denominator;
        return d == null ? numerator.sum() : numerator.sum() / d.sum();
    }

    /** Linearised values by leaf. */
    LeafTotals influence() {
        LeafTotals d = denominator;
        if (d == null) {
            return numerator;
        }
        double sum = d.sum();
        return numerator.combine(1 / sum, -value() / sum, d);
    }
}
