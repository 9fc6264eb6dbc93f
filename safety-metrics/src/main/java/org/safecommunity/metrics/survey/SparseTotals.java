package org.safecommunity.metrics.survey;

/** Totals of m quantities in those units of a stage that have any. */
final class SparseTotals {
    private final int[] unit;
    private final double[][] total;

    SparseTotals(int[] unit, double[][] total) {
        this.unit = unit;
        this.total = total;
    }

    int[] unit() {
        return unit;
    }

    double[][] total() {
        return total;
    }

    /** The totals of the stage above: each unit's totals go to its parent. */
    SparseTotals sumBy(IntVector parent, int parents) {
        int[] position = new int[parents];
        IntVector touched = new IntVector();
        for (int u : unit) {
            int p = parent.get(u);
            if (position[p] == 0) {
                touched.add(p);
                position[p] = touched.size();
            }
        }
        double[][] sums = new double[total.length][touched.size()];
        for (int k = 0; k < total.length; k++) {
            for (int i = 0; i < unit.length; i++) {
                sums[k][position[parent.get(unit[i])] - 1] += total[k][i];
            }
        }
        return new SparseTotals(touched.toArray(), sums);
    }
}
