package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Wald statistic of independence: Y = N_rc − N_r·N_c/N over all rows and columns but the first, W = Y'V⁻¹Y with V from the
 * covariance of the totals of the cells by the delta method. Checked against: R {@code survey::svychisq} 4.1.
 */
final class TableWald {
    private TableWald() {}

    /** W; empty where V has no inverse. */
    static OptionalDouble statistic(double[] totals, double[][] covariance, int rows, int columns) {
        double[] byRow = new double[rows];
        double[] byColumn = new double[columns];
        double all = 0;
        for (int cell = 0; cell < totals.length; cell++) {
            byRow[cell / columns] += totals[cell];
            byColumn[cell % columns] += totals[cell];
            all += totals[cell];
        }
        List<double[]> slopes = new ArrayList<>();
        RealVector y = new ArrayRealVector();
        for (int r = 1; r < rows; r++) {
            for (int c = 1; c < columns; c++) {
                y = y.append(totals[r * columns + c] - byRow[r] * byColumn[c] / all);
                double[] slope = new double[totals.length];
                for (int cell = 0; cell < totals.length; cell++) {
                    slope[cell] = byRow[r] * byColumn[c] / (all * all)
                            - (cell / columns == r ? byColumn[c] / all : 0)
                            - (cell % columns == c ? byRow[r] / all : 0)
                            + (cell == r * columns + c ? 1 : 0);
                }
                slopes.add(slope);
            }
        }
        RealMatrix jacobian = new Array2DRowRealMatrix(slopes.toArray(double[][]::new));
        RealMatrix v = jacobian.multiply(new Array2DRowRealMatrix(covariance)).multiply(jacobian.transpose());
        LUDecomposition solver = new LUDecomposition(v);
        return solver.getSolver().isNonSingular()
                ? OptionalDouble.of(y.dotProduct(solver.getSolver().solve(y)))
                : OptionalDouble.empty();
    }
}
