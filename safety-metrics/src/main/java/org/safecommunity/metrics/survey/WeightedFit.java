package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.safecommunity.metrics.regression.Design;

/**
 * Weighted maximum of a pseudo-likelihood: Newton steps, each a weighted least squares problem solved by QR of columns
 * scaled to one length; a step that makes the deviance worse is halved.
 */
final class WeightedFit {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 30;
    /** Squared length of a step in units of its standard error; the next one would be of the size of rounding. */
    private static final double STILL = 1e-15;

    private static final double SINGULAR = 1e-10;
    /** Predictor, or distance of its logarithm from the average mean, that only a coefficient without an end reaches. */
    private static final double FAR = 25;

    private final SurveyModel model;
    private final Design design;
    private final RegressionSample sample;
    private final double[] weight;
    private final int n;
    private final int p;
    private double[] b;
    private double[] mean;
    private double[][] inverse = new double[0][];
    private double lastStep = Double.POSITIVE_INFINITY;
    private boolean converged;

    private WeightedFit(Design design, RegressionSample sample, double[] weight) {
        this.model = sample.model();
        this.design = design;
        this.sample = sample;
        this.weight = normalised(weight);
        this.n = sample.size();
        this.p = design.size();
        this.b = new double[p];
        this.mean = new double[n];
    }

    /** Fits from the responses. */
    static WeightedFit of(Design design, RegressionSample sample, double[] weight) {
        WeightedFit fit = new WeightedFit(design, sample, weight);
        double[] residual = new double[fit.n];
        for (int i = 0; i < fit.n; i++) {
            double y = sample.y(i);
            fit.mean[i] = fit.model.start(y);
            residual[i] =
                    fit.model.link(fit.mean[i]) - sample.offset(i) + (y - fit.mean[i]) / fit.model.slope(fit.mean[i]);
        }
        double[] start = fit.solve(residual);
        if (start.length > 0) {
            fit.b = start;
            fit.mean = fit.means(start);
            fit.run();
        }
        return fit;
    }

    /** Fits from the coefficients of another fit to the same respondents. */
    static WeightedFit from(WeightedFit other, double[] weight) {
        WeightedFit fit = new WeightedFit(other.design, other.sample, weight);
        fit.b = other.b.clone();
        fit.mean = fit.means(fit.b);
        fit.run();
        return fit;
    }

    private static double[] normalised(double[] weight) {
        double sum = 0;
        for (double w : weight) {
            sum += w;
        }
        double[] normalised = new double[weight.length];
        for (int i = 0; i < weight.length; i++) {
            normalised[i] = weight[i] * weight.length / sum;
        }
        return normalised;
    }

    private void run() {
        double deviance = deviance(mean);
        for (int step = 0; step < MOST_STEPS && !converged; step++) {
            double[] residual = new double[n];
            for (int i = 0; i < n; i++) {
                residual[i] = (sample.y(i) - mean[i]) / model.slope(mean[i]);
            }
            double[] change = solve(residual);
            if (change.length == 0 || !Double.isFinite(deviance)) {
                return;
            }
            converged = lastStep < STILL;
            double factor = 1;
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                double[] next = b.clone();
                for (int j = 0; j < p; j++) {
                    next[j] += factor * change[j];
                }
                double[] nextMean = means(next);
                double nextDeviance = deviance(nextMean);
                if (nextDeviance <= deviance + 1e-9 * (Math.abs(deviance) + 0.1)) {
                    b = next;
                    mean = nextMean;
                    deviance = nextDeviance;
                    break;
                }
                factor /= 2;
            }
        }
        if (converged) {
            double[] zero = new double[n];
            converged = solve(zero).length > 0;
        }
    }

    /** Coefficients of the weighted least squares problem; empty if a column has nothing of its own left. */
    private double[] solve(double[] residual) {
        double[] root = new double[n];
        double[] scale = new double[p];
        for (int i = 0; i < n; i++) {
            root[i] = Math.sqrt(weight[i] * model.slope(mean[i]));
            for (int j = 0; j < p; j++) {
                double x = root[i] * design.value(i, j);
                scale[j] += x * x;
            }
        }
        double[][] x = new double[n][p];
        double[] y = new double[n];
        for (int j = 0; j < p; j++) {
            scale[j] = Math.sqrt(scale[j]);
            if (!(scale[j] > 0) || Double.isInfinite(scale[j])) {
                return new double[0];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                x[i][j] = root[i] * design.value(i, j) / scale[j];
            }
            y[i] = root[i] == 0 ? 0 : root[i] * residual[i];
        }
        QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(x, false), SINGULAR);
        DecompositionSolver solver = qr.getSolver();
        if (n < p || !solver.isNonSingular()) {
            return new double[0];
        }
        double[] scaled = solver.solve(new ArrayRealVector(y, false)).toArray();
        RealMatrix r = qr.getR().getSubMatrix(0, p - 1, 0, p - 1);
        double[] length = r.operate(scaled);
        lastStep = 0;
        for (int j = 0; j < p; j++) {
            lastStep += length[j] * length[j];
        }
        RealMatrix half = new QRDecomposition(r).getSolver().solve(MatrixUtils.createRealIdentityMatrix(p));
        RealMatrix full = half.multiply(half.transpose());
        inverse = new double[p][p];
        for (int j = 0; j < p; j++) {
            scaled[j] /= scale[j];
            for (int k = 0; k < p; k++) {
                inverse[j][k] = full.getEntry(j, k) / (scale[j] * scale[k]);
            }
        }
        return scaled;
    }

    private double[] means(double[] coefficients) {
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = sample.offset(i);
            for (int j = 0; j < p; j++) {
                sum += design.value(i, j) * coefficients[j];
            }
            means[i] = model.mean(sum);
        }
        return means;
    }

    private double deviance(double[] means) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (weight[i] != 0) {
                sum += weight[i] * model.deviance(sample.y(i), means[i]);
            }
        }
        return sum;
    }

    /** For each coefficient, the influence of a row on it, weight included. */
    double influence(int row, int column) {
        double sum = 0;
        for (int k = 0; k < p; k++) {
            sum += inverse[column][k] * design.value(row, k);
        }
        return sum * weight[row] * (sample.y(row) - mean[row]);
    }

    /** Names of the columns whose coefficients run off to infinity; empty if all stay. */
    List<String> separated() {
        List<String> names = new ArrayList<>();
        if (model == SurveyModel.LINEAR) {
            return names;
        }
        double average = 0;
        for (double one : mean) {
            average += one / n;
        }
        boolean off = false;
        for (int i = 0; i < n; i++) {
            double distance = model == SurveyModel.LOGISTIC
                    ? Math.abs(Math.log(mean[i] / (1 - mean[i])))
                    : Math.log(average / mean[i]);
            off |= !(distance < FAR);
        }
        for (int j = 0; off && j < p; j++) {
            double size = 0;
            for (int i = 0; i < n; i++) {
                size = Math.max(size, Math.abs(b[j] * design.value(i, j)));
            }
            if (size > FAR / 2) {
                names.add(design.names().get(j));
            }
        }
        return names;
    }

    boolean converged() {
        return converged;
    }

    /** Fitted mean of a row. */
    double mean(int row) {
        return mean[row];
    }

    double[] coefficients() {
        return b.clone();
    }
}
