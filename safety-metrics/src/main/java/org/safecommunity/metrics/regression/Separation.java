package org.safecommunity.metrics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells whether a log-linear model of counts has finite estimates. It has none exactly when some combination of the columns
 * is 0 in every row with events and never negative, but not always 0, in the rows without: its coefficient runs to minus
 * infinity. Combinations that are 0 where there are events come from a QR decomposition of those rows; whether one of them
 * has no negative row is found by projecting in turn on the combinations and on the positive rows.
 *
 * @see <a href="https://arxiv.org/abs/1903.01633">Correia, Guimarães &amp; Zylkin 2019</a>
 */
final class Separation {
    private static final int MOST_STEPS = 5000;

    private Separation() {}

    /** Names of the columns whose coefficients have no finite estimate; empty when every coefficient has one. */
    static List<String> columns(Design design, CountData data) {
        int[] with =
                IntStream.range(0, data.size()).filter(i -> data.events(i) > 0).toArray();
        if (with.length == data.size()) {
            return List.of();
        }
        if (with.length == 0) {
            return design.names();
        }
        List<double[]> basis = new Qr(columns(design, with)).nullSpace();
        if (basis.isEmpty()) {
            return List.of();
        }
        int[] without =
                IntStream.range(0, data.size()).filter(i -> data.events(i) == 0).toArray();
        double[] direction = direction(combine(columns(design, without), basis));
        double[] coefficients = new double[design.size()];
        for (int k = 0; k < basis.size(); k++) {
            for (int j = 0; j < coefficients.length; j++) {
                coefficients[j] += direction[k] * basis.get(k)[j];
            }
        }
        return named(design, coefficients);
    }

    private static List<String> named(Design design, double[] coefficients) {
        double[] sizes = new double[coefficients.length];
        double largest = 0;
        for (int j = 0; j < sizes.length; j++) {
            for (int i = 0; i < design.rows(); i++) {
                sizes[j] = Math.max(sizes[j], Math.abs(coefficients[j] * design.value(i, j)));
            }
            largest = Math.max(largest, sizes[j]);
        }
        List<String> names = new ArrayList<>();
        for (int j = 0; j < sizes.length; j++) {
            if (sizes[j] > 1e-6 * largest && largest > 0) {
                names.add(design.names().get(j));
            }
        }
        return names;
    }

    /** Weights of the basis that give a combination without negative rows; all 0 when there is none. */
    private static double[] direction(double[][] combinations) {
        int rows = combinations[0].length;
        Qr qr = new Qr(combinations);
        double[] positive = new double[rows];
        java.util.Arrays.fill(positive, 1);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] weights = qr.solve(qr.effects(positive));
            double least = 0;
            double most = 0;
            for (int i = 0; i < rows; i++) {
                double value = 0;
                for (int k = 0; k < weights.length; k++) {
                    value += weights[k] * combinations[k][i];
                }
                least = Math.min(least, value);
                most = Math.max(most, value);
                positive[i] = Math.max(0, value);
            }
            if (most < 1e-9) {
                break;
            }
            if (least > -1e-9 * most) {
                return weights;
            }
        }
        return new double[combinations.length];
    }

    private static double[][] columns(Design design, int[] rows) {
        double[][] columns = new double[design.size()][rows.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                columns[j][i] = design.value(rows[i], j);
            }
        }
        return columns;
    }

    private static double[][] combine(double[][] columns, List<double[]> basis) {
        double[][] combined = new double[basis.size()][columns[0].length];
        for (int k = 0; k < combined.length; k++) {
            for (int j = 0; j < columns.length; j++) {
                for (int i = 0; i < combined[k].length; i++) {
                    combined[k][i] += basis.get(k)[j] * columns[j][i];
                }
            }
        }
        return combined;
    }
}
