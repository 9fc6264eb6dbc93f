package org.safecommunity.metrics.survey;

import java.util.Arrays;

/**
 * A quantity summed by leaf of the design, for those leaves that have any. Sums, differences and multiples of such vectors
 * carry every linearised variance.
 */
final class LeafTotals {
    private final int[] leaf;
    private final double[] value;

    LeafTotals(int[] leaf, double[] value) {
        this.leaf = leaf;
        this.value = value;
    }

    int size() {
        return leaf.length;
    }

    int[] leaves() {
        return leaf;
    }

    double[] values() {
        return value;
    }

    /** Sum over all leaves, compensated. */
    double sum() {
        double sum = 0;
        double lost = 0;
        for (double term : value) {
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    /** a·this + b·other; leaves of either. */
    LeafTotals combine(double a, double b, LeafTotals other) {
        if (Arrays.equals(leaf, other.leaf)) {
            double[] sums = new double[leaf.length];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = a * value[i] + b * other.value[i];
            }
            return new LeafTotals(leaf, sums);
        }
        LongIntMap places = new LongIntMap();
        DoubleVector sums = new DoubleVector();
        IntVector leaves = new IntVector();
        add(places, leaves, sums, this, a);
        add(places, leaves, sums, other, b);
        return new LeafTotals(leaves.toArray(), sums.toArray());
    }

    private static void add(LongIntMap places, IntVector leaves, DoubleVector sums, LeafTotals totals, double factor) {
        for (int i = 0; i < totals.leaf.length; i++) {
            int place = places.indexOf(totals.leaf[i]);
            if (place == sums.size()) {
                leaves.add(totals.leaf[i]);
                sums.add(0);
            }
            sums.plus(place, factor * totals.value[i]);
        }
    }

    /** Every value multiplied. */
    LeafTotals times(double factor) {
        double[] product = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            product[i] = value[i] * factor;
        }
        return new LeafTotals(leaf, product);
    }
}
