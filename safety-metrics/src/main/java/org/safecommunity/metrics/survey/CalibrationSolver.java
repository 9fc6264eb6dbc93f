package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.survey.Calibration.Round;
import org.safecommunity.metrics.survey.CalibrationException.Reason;

/**
 * The equations Σ w·F(x'λ)·x = X of a calibration by Newton steps on λ, halved while they lead away. The units stay, their weights
 * may change: those of the sample, and those of each replicate.
 */
final class CalibrationSolver {
    private static final double MET = 1e-11;
    private static final double NEARLY_MET = Math.sqrt(MET) * 1e-3;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 30;
    private static final double SINGULAR = 1e-12;

    private final List<String> names;
    private final double[] totals;
    private final List<double[]> x;
    private final Distance distance;

    /** How the distance of new weights from the old is measured. */
    record Distance(CalibrationMethod method, double lower, double upper) {
        double factor(double predictor) {
            return method.factor(predictor, lower, upper);
        }

        double slope(double predictor) {
            return method.slope(predictor, lower, upper);
        }
    }

    /** λ that meets the totals, and how it was found. */
    static final class Solution {
        private final double[] lambda;
        private final List<Round> rounds;

        Solution(double[] lambda, List<Round> rounds) {
            this.lambda = lambda;
            this.rounds = List.copyOf(rounds);
        }

        double[] lambda() {
            return lambda;
        }

        List<Round> rounds() {
            return rounds;
        }
    }

    /** Σ w·xx' with its columns scaled to one length, ready to solve. */
    static final class Normal {
        private final DecompositionSolver solver;
        private final double[] scale;

        Normal(DecompositionSolver solver, double[] scale) {
            this.solver = solver;
            this.scale = scale;
        }

        double[] solve(double[] right) {
            double[] scaled = right.clone();
            for (int j = 0; j < scaled.length; j++) {
                scaled[j] /= scale[j];
            }
            double[] found = solver.solve(new ArrayRealVector(scaled)).toArray();
            for (int j = 0; j < found.length; j++) {
                found[j] /= scale[j];
            }
            return found;
        }
    }

    CalibrationSolver(List<String> names, double[] totals, List<double[]> x, Distance distance) {
        this.names = names;
        this.totals = totals;
        this.x = x;
        this.distance = distance;
    }

    double factor(int unit, double[] lambda) {
        return distance.factor(predictor(unit, lambda));
    }

    /**
     * Solves for some weights, 0 allowed.
     *
     * @throws CalibrationException if a total has no unit, the totals depend on each other or cannot be met
     */
    Solution solve(double[] weight) {
        requireUnits(weight);
        double[] lambda = new double[totals.length];
        double[] missing = missing(weight, lambda);
        List<Round> rounds = new ArrayList<>();
        rounds.add(round(0, missing, 1));
        double worst = rounds.get(0).distance();
        while (rounds.size() <= MOST_STEPS && worst > MET) {
            double[] change = normal(slopes(weight, lambda)).solve(missing);
            double size = 1;
            double[] next = moved(lambda, change, size);
            double[] nextMissing = missing(weight, next);
            for (int halving = 1; halving < MOST_HALVINGS && !(worst(nextMissing) < worst); halving++) {
                size /= 2;
                next = moved(lambda, change, size);
                nextMissing = missing(weight, next);
            }
            lambda = next;
            missing = nextMissing;
            double before = worst;
            worst = worst(missing);
            rounds.add(round(rounds.size(), missing, size));
            if (!(worst < before)) {
                break;
            }
        }
        if (!(worst <= NEARLY_MET)) {
            Round last = rounds.get(rounds.size() - 1);
            throw new CalibrationException(
                    Reason.NOT_MET,
                    last.worst(),
                    worst,
                    "totals must be met, was " + NumberText.shortest(worst * 100) + " % off at " + last.worst()
                            + " after " + last.number() + " rounds; put levels together or widen the bounds");
        }
        return new Solution(lambda, rounds);
    }

    /**
     * Σ w·xx' for some weights.
     *
     * @throws CalibrationException if one column can be computed from the others
     */
    Normal normal(double[] weight) {
        int p = totals.length;
        double[][] sum = new double[p][p];
        for (int i = 0; i < x.size(); i++) {
            double[] row = x.get(i);
            for (int j = 0; j < p; j++) {
                double product = weight[i] * row[j];
                for (int k = 0; product != 0 && k <= j; k++) {
                    sum[j][k] += product * row[k];
                }
            }
        }
        double[] scale = new double[p];
        for (int j = 0; j < p; j++) {
            scale[j] = Math.sqrt(sum[j][j]);
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                sum[j][k] /= scale[j] * scale[k];
                sum[k][j] = sum[j][k];
            }
        }
        DecompositionSolver solver = new QRDecomposition(new Array2DRowRealMatrix(sum), SINGULAR).getSolver();
        if (!solver.isNonSingular()) {
            throw dependent(sum);
        }
        return new Normal(solver, scale);
    }

    /** Names the first total that those before it explain. */
    private CalibrationException dependent(double[][] matrix) {
        int p = matrix.length;
        double[][] left = new double[p][];
        Arrays.setAll(left, j -> matrix[j].clone());
        int found = p - 1;
        for (int j = p - 1; j >= 0; j--) {
            found = pivot(left, j) <= SINGULAR * p ? j : found;
        }
        return new CalibrationException(
                Reason.DEPENDENT,
                names.get(found),
                totals[found],
                "margins must be independent in the sample, was: " + names.get(found)
                        + " can be computed from the others");
    }

    /** What the columns before leave of a column, from a copy of the matrix. */
    private static double pivot(double[][] matrix, int column) {
        double[][] left = new double[column + 1][];
        Arrays.setAll(left, j -> Arrays.copyOf(matrix[j], column + 1));
        for (int j = 0; j < column; j++) {
            for (int k = j + 1; k <= column && left[j][j] > SINGULAR; k++) {
                double share = left[k][j] / left[j][j];
                for (int m = j; m <= column; m++) {
                    left[k][m] -= share * left[j][m];
                }
            }
        }
        return left[column][column];
    }

    private void requireUnits(double[] weight) {
        boolean[] has = new boolean[totals.length];
        for (int i = 0; i < weight.length; i++) {
            double[] row = x.get(i);
            for (int j = 0; j < has.length; j++) {
                has[j] |= weight[i] != 0 && row[j] != 0;
            }
        }
        for (int j = 0; j < has.length; j++) {
            if (!has[j] && totals[j] != 0) {
                throw new CalibrationException(
                        Reason.TOTAL_WITHOUT_UNIT,
                        names.get(j),
                        totals[j],
                        names.get(j) + " must have a unit in the sample for its total of "
                                + NumberText.shortest(totals[j]) + "; put it together with another level");
            }
        }
    }

    private static double[] moved(double[] lambda, double[] change, double size) {
        double[] next = lambda.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] += size * change[j];
        }
        return next;
    }

    private double[] slopes(double[] weight, double[] lambda) {
        double[] slopes = new double[weight.length];
        Arrays.setAll(slopes, i -> weight[i] * distance.slope(predictor(i, lambda)));
        return slopes;
    }

    private double predictor(int unit, double[] lambda) {
        double[] row = x.get(unit);
        double sum = 0;
        for (int j = 0; j < lambda.length; j++) {
            sum += row[j] * lambda[j];
        }
        return sum;
    }

    private double[] missing(double[] weight, double[] lambda) {
        double[] missing = totals.clone();
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] != 0) {
                double w = weight[i] * factor(i, lambda);
                double[] row = x.get(i);
                for (int j = 0; j < missing.length; j++) {
                    missing[j] -= w * row[j];
                }
            }
        }
        return missing;
    }

    private double share(double[] missing, int column) {
        double share = Math.abs(missing[column]) / Math.max(Math.abs(totals[column]), 1e-300);
        return Double.isNaN(share) ? Double.POSITIVE_INFINITY : share;
    }

    private double worst(double[] missing) {
        double worst = 0;
        for (int j = 0; j < missing.length; j++) {
            worst = Math.max(worst, share(missing, j));
        }
        return worst;
    }

    private Round round(int number, double[] missing, double size) {
        int place = 0;
        for (int j = 1; j < missing.length; j++) {
            place = share(missing, j) > share(missing, place) ? j : place;
        }
        return new Round(number, names.get(place), share(missing, place), size);
    }
}
