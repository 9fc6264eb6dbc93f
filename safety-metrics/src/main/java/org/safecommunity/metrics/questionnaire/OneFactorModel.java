package org.safecommunity.metrics.questionnaire;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * One factor behind the items, R = λλ' + diag(θ), fitted to their correlations by maximum likelihood with Fisher scoring.
 * Unique variances are not held above 0, so that a boundary (Heywood) case shows.
 */
final class OneFactorModel {
    private static final int MOST_STEPS = 5000;
    private static final int MOST_HALVINGS = 40;
    private static final double SMALL_SCORE = 1e-13;
    private static final double ROUNDING = 1e-12;
    private static final double MOST_START = 0.95;

    private final int k;
    private final RealMatrix observed;
    private double[] parameters;
    private final boolean converged;

    /** Fits the model to a correlation matrix of three items or more. */
    OneFactorModel(double[][] correlations) {
        this.k = correlations.length;
        this.observed = new Array2DRowRealMatrix(correlations, false);
        this.parameters = start();
        this.converged = cholesky(observed) != null && climb();
    }

    boolean converged() {
        return converged;
    }

    double loading(int item) {
        return parameters[item];
    }

    double unique(int item) {
        return parameters[k + item];
    }

    /** Numbers of the items whose unique variance is not above 0. */
    List<Integer> improper() {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            if (unique(i) <= 0) {
                items.add(i);
            }
        }
        return items;
    }

    /** gradient' · information⁻¹ · gradient: n − 1 times the variance of a function with this gradient in (λ, θ). */
    double variance(double[] gradient) {
        RealVector g = new ArrayRealVector(gradient);
        return g.dotProduct(new LUDecomposition(information(inverse(parameters)))
                .getSolver()
                .solve(g));
    }

    private double[] start() {
        EigenDecomposition eigen = new EigenDecomposition(observed);
        double[] first = eigen.getEigenvector(0).toArray();
        double sum = 0;
        for (double one : first) {
            sum += one;
        }
        double scale = Math.sqrt(Math.max(0, eigen.getRealEigenvalue(0))) * (sum < 0 ? -1 : 1);
        double[] start = new double[2 * k];
        for (int i = 0; i < k; i++) {
            start[i] = Math.max(-MOST_START, Math.min(MOST_START, first[i] * scale));
            start[k + i] = 1 - start[i] * start[i];
        }
        return start;
    }

    private boolean climb() {
        for (int i = 0; i < MOST_STEPS; i++) {
            RealMatrix inverse = inverse(parameters);
            RealVector score = score(inverse);
            if (score.getLInfNorm() < SMALL_SCORE) {
                return true;
            }
            LUDecomposition information = new LUDecomposition(information(inverse));
            if (!information.getSolver().isNonSingular()) {
                return false;
            }
            double[] next = step(information.getSolver().solve(score));
            if (next == parameters) {
                return score.getLInfNorm() < ROUNDING;
            }
            parameters = next;
        }
        return false;
    }

    /** The parameters after a step, halved until the fit is no worse; the same array where no step helps. */
    private double[] step(RealVector direction) {
        double before = misfit(parameters);
        double length = 1;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double[] next = new ArrayRealVector(parameters)
                    .combine(1, length, direction)
                    .toArray();
            if (misfit(next) <= before + ROUNDING) {
                return next;
            }
            length /= 2;
        }
        return parameters;
    }

    /** ln|Σ| + tr(RΣ⁻¹); infinite where Σ is not positive definite. */
    private double misfit(double[] at) {
        CholeskyDecomposition cholesky = cholesky(implied(at));
        if (cholesky == null) {
            return Double.POSITIVE_INFINITY;
        }
        double logarithm = 0;
        for (int i = 0; i < k; i++) {
            logarithm += 2 * Math.log(cholesky.getL().getEntry(i, i));
        }
        return logarithm + cholesky.getSolver().solve(observed).getTrace();
    }

    private static @Nullable CholeskyDecomposition cholesky(RealMatrix matrix) {
        try {
            return new CholeskyDecomposition(matrix, 1e-10, 1e-12);
        } catch (NonPositiveDefiniteMatrixException e) {
            return null;
        }
    }

    private RealMatrix implied(double[] at) {
        RealMatrix implied = new Array2DRowRealMatrix(k, k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                implied.setEntry(i, j, at[i] * at[j] + (i == j ? at[k + i] : 0));
            }
        }
        return implied;
    }

    private RealMatrix inverse(double[] at) {
        return new LUDecomposition(implied(at)).getSolver().getInverse();
    }

    private RealVector loadings() {
        return new ArrayRealVector(parameters, 0, k);
    }

    /** W = Σ⁻¹(R − Σ)Σ⁻¹; Wλ for the loadings, W_ii/2 for the unique variances. */
    private RealVector score(RealMatrix inverse) {
        RealMatrix w = inverse.multiply(observed.subtract(implied(parameters))).multiply(inverse);
        RealVector score = new ArrayRealVector(w.operate(loadings()), new ArrayRealVector(k));
        for (int i = 0; i < k; i++) {
            score.setEntry(k + i, w.getEntry(i, i) / 2);
        }
        return score;
    }

    /** Expected information of one degree of freedom: tr(Σ⁻¹Σ_aΣ⁻¹Σ_b)/2. */
    private RealMatrix information(RealMatrix inverse) {
        RealVector u = inverse.operate(loadings());
        double q = u.dotProduct(loadings());
        RealMatrix information = new Array2DRowRealMatrix(2 * k, 2 * k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double v = inverse.getEntry(i, j);
                information.setEntry(i, j, u.getEntry(i) * u.getEntry(j) + q * v);
                information.setEntry(i, k + j, v * u.getEntry(j));
                information.setEntry(k + j, i, v * u.getEntry(j));
                information.setEntry(k + i, k + j, v * v / 2);
            }
        }
        return information;
    }
}
