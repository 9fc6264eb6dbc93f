package org.safecommunity.metrics.regression;

import java.util.ArrayList;
import java.util.List;

/**
 * QR decomposition by Householder reflections, columns in their order. A column that depends on earlier ones is set aside,
 * as LINPACK's {@code dqrdc2} does, so that it can be named; the others are decomposed.
 */
final class Qr {
    /** A column is dependent when less than this share of its length is left beside the earlier columns. */
    static final double TOLERANCE = 1e-11;

    private final int rows;
    /** Columns after the reflections: above the diagonal R, from the diagonal down the reflection vector. */
    private final double[][] work;

    private final double[] diagonal;
    private final double[] factors;
    private final List<Integer> kept = new ArrayList<>();
    private final List<Integer> dependent = new ArrayList<>();

    /**
     * Decomposes a matrix.
     *
     * @param columns columns of equal length, finite; not changed
     */
    Qr(double[][] columns) {
        this.rows = columns[0].length;
        this.work = new double[columns.length][];
        this.diagonal = new double[columns.length];
        this.factors = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            work[j] = effects(columns[j]);
            double length = norm(columns[j], 0);
            double left = kept.size() < rows ? norm(work[j], kept.size()) : 0;
            if (left <= TOLERANCE * length) {
                dependent.add(j);
            } else {
                keep(j, left);
            }
        }
    }

    private void keep(int column, double length) {
        int k = kept.size();
        double[] v = work[column];
        diagonal[k] = v[k] > 0 ? -length : length;
        v[k] -= diagonal[k];
        factors[k] = -1 / (diagonal[k] * v[k]);
        kept.add(column);
    }

    /** Positions of the columns that depend on earlier ones. */
    List<Integer> dependent() {
        return List.copyOf(dependent);
    }

    /** Q'y: first the effects of the columns that were kept, then the residuals in the other axes of Q. */
    double[] effects(double[] y) {
        double[] effects = y.clone();
        for (int k = 0; k < kept.size(); k++) {
            reflect(work[kept.get(k)], k, factors[k], effects);
        }
        return effects;
    }

    /** Coefficients b with R·b = the first elements of the effects; 0 for dependent columns. */
    double[] solve(double[] effects) {
        double[] b = new double[work.length];
        for (int j = kept.size() - 1; j >= 0; j--) {
            double sum = effects[j];
            for (int k = j + 1; k < kept.size(); k++) {
                sum -= work[kept.get(k)][j] * b[kept.get(k)];
            }
            b[kept.get(j)] = sum / diagonal[j];
        }
        return b;
    }

    /** The inverse of R by rows; R⁻¹·R⁻ᵀ is the inverse of X'X. Only for full column rank. */
    double[][] inverse() {
        int size = work.length;
        double[][] inverse = new double[size][size];
        for (int j = 0; j < size; j++) {
            double[] unit = new double[size];
            unit[j] = 1;
            double[] column = solve(unit);
            for (int i = 0; i < size; i++) {
                inverse[i][j] = column[i];
            }
        }
        return inverse;
    }

    /** A basis of the vectors c with X·c = 0, one for each dependent column, which has the element −1. */
    List<double[]> nullSpace() {
        List<double[]> basis = new ArrayList<>();
        for (int column : dependent) {
            double[] c = solve(work[column]);
            c[column] = -1;
            basis.add(c);
        }
        return basis;
    }

    /** Reflects x by I − factor·v·v', v being zero before its start. */
    private static void reflect(double[] v, int start, double factor, double[] x) {
        double product = 0;
        for (int i = start; i < v.length; i++) {
            product += v[i] * x[i];
        }
        double times = factor * product;
        for (int i = start; i < v.length; i++) {
            x[i] -= times * v[i];
        }
    }

    private static double norm(double[] x, int start) {
        double sum = 0;
        for (int i = start; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum);
    }
}
