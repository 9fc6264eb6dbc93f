package org.safecommunity.risk.matrix;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How a matrix orders two risks drawn at random, likelihood and consequence independent and uniform over its axes: share of
 * pairs with the same level (ties), of pairs whose higher level has the higher risk (correct), and of pairs the other way
 * round (reversed). The three add up to 1. Computed by exact integration, not by drawing.
 *
 * <p>For two cells the share is the integral of f(z)·G(z), f the density of the risk z = p·c in one, G the distribution
 * function in the other; both are pieces of 1, z, ln z and z·ln z, so each piece has an antiderivative in closed form.
 *
 * @param tie      share of pairs with the same level
 * @param correct  share of pairs in the right order
 * @param reversed share of pairs in the wrong order
 */
public record RankOrder(double tie, double correct, double reversed) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if a share is not a finite number
     */
    public RankOrder {
        if (!Double.isFinite(tie + correct + reversed)) {
            throw new IllegalArgumentException("shares must be finite");
        }
    }

    static RankOrder of(int[][] grades, List<BigDecimal> rowBounds, List<BigDecimal> columnBounds) {
        double[] rows = shares(rowBounds);
        double[] columns = shares(columnBounds);
        int width = grades[0].length;
        double tie = 0;
        double correct = 0;
        double reversed = 0;
        for (int u = 0; u < grades.length * width; u++) {
            for (int v = 0; v < grades.length * width; v++) {
                Corners a = new Corners(rows, u / width, columns, u % width);
                Corners b = new Corners(rows, v / width, columns, v % width);
                int difference = grades[u / width][u % width] - grades[v / width][v % width];
                if (difference == 0) {
                    tie += a.area() * b.area();
                } else if (difference > 0) {
                    double above = a.above(b);
                    correct += 2 * above;
                    reversed += 2 * (a.area() * b.area() - above);
                }
            }
        }
        double area = square(rows[rows.length - 1] - rows[0]) * square(columns[columns.length - 1] - columns[0]);
        return new RankOrder(tie / area, correct / area, Math.max(0, reversed / area));
    }

    private static double square(double x) {
        return x * x;
    }

    /** Bounds over the greatest, so that the risk is at most 1. */
    private static double[] shares(List<BigDecimal> bounds) {
        double greatest = bounds.get(bounds.size() - 1).doubleValue();
        return bounds.stream().mapToDouble(b -> b.doubleValue() / greatest).toArray();
    }

    /** A cell by the risks at its four corners: the area below a risk is a sum over them with these signs. */
    private static final class Corners {
        private static final int[] SIGN = {1, -1, -1, 1};
        private final double[] risk;
        private final double area;

        Corners(double[] rows, int i, double[] columns, int j) {
            risk = new double[] {
                rows[i + 1] * columns[j + 1], rows[i] * columns[j + 1], rows[i + 1] * columns[j], rows[i] * columns[j]
            };
            area = (rows[i + 1] - rows[i]) * (columns[j + 1] - columns[j]);
        }

        double area() {
            return area;
        }

        /** Area of the pairs with the risk of this cell above that of the other. */
        double above(Corners other) {
            TreeSet<Double> cuts = new TreeSet<>();
            Arrays.stream(risk).forEach(cuts::add);
            Arrays.stream(other.risk).filter(r -> r < risk[0]).forEach(cuts::add);
            cuts.add(0d);
            double sum = 0;
            double from = 0;
            for (double to : cuts) {
                if (to > from) {
                    sum += piece(other, from, to);
                }
                from = to;
            }
            return sum;
        }

        private double piece(Corners other, double from, double to) {
            double a0 = 0;
            double a1 = 0;
            for (int k = 0; k < SIGN.length; k++) {
                if (risk[k] >= to) {
                    a0 += SIGN[k] * Math.log(risk[k]);
                    a1 -= SIGN[k];
                }
            }
            double b0 = 0;
            double b1 = 0;
            double b2 = 0;
            for (int k = 0; k < SIGN.length; k++) {
                if (other.risk[k] >= to) {
                    b1 += SIGN[k] * (1 + Math.log(other.risk[k]));
                    b2 -= SIGN[k];
                } else {
                    b0 += SIGN[k] * other.risk[k];
                }
            }
            return a0 * b0 * (to - from)
                    + a1 * b0 * (zLog(to) - to - (zLog(from) - from))
                    + a0 * b1 * (square(to) - square(from)) / 2
                    + (a1 * b1 + a0 * b2) * (half(to) - half(from))
                    + a1 * b2 * (halfSquare(to) - halfSquare(from));
        }

        private static double zLog(double z) {
            return z == 0 ? 0 : z * Math.log(z);
        }

        /** Antiderivative of z·ln z. */
        private static double half(double z) {
            return z * zLog(z) / 2 - square(z) / 4;
        }

        /** Antiderivative of z·(ln z)². */
        private static double halfSquare(double z) {
            return square(zLog(z)) / 2 - z * zLog(z) / 2 + square(z) / 4;
        }
    }
}
