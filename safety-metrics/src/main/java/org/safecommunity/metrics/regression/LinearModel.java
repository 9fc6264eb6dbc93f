package org.safecommunity.metrics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/**
 * Linear regression by least squares, weighted or not: y = x'b + e, Var(e) = σ²/w. Immutable.
 *
 * <p>Solved by Householder QR with one step of refinement from the residuals; tests and intervals are by t on the residual
 * degrees of freedom.
 * <p>Checked against: NIST StRD Norris, Longley and Filip; R {@code lm}, {@code sandwich}.
 */
public final class LinearModel extends Regression {
    /** Largest value whose products and squares stay finite. */
    private static final double LARGEST = 1e70;

    private final double[] response;
    private final double[] residuals;
    private final double residualSum;

    private LinearModel(
            Design design, int[] used, int rows, Solution solution, double[] response, double[] residuals, double sum) {
        super(design, used, rows, Status.OK, solution);
        this.response = response;
        this.residuals = residuals;
        this.residualSum = sum;
    }

    /**
     * Fits a model with equal weights.
     *
     * @param design   columns, one row for each value, not null
     * @param response values y, finite, at most 1e70 in size
     * @throws IllegalArgumentException if the rows of design and response differ in number, or a value is not finite
     * @throws DependentColumnsException if the columns are not independent
     */
    public static LinearModel fit(Design design, double[] response) {
        double[] weights = new double[response.length];
        Arrays.fill(weights, 1);
        return fit(design, response, weights);
    }

    /**
     * Fits a weighted model; a row of weight 0 is left out.
     *
     * @param design   columns, one row for each value, not null
     * @param response values y, finite, at most 1e70 in size
     * @param weights  w, from 0 to 1e70, one at least greater than 0
     * @throws IllegalArgumentException if the numbers of rows differ, a value is not finite, or a weight is negative, not
     *     finite, or none is greater than 0
     * @throws DependentColumnsException if the columns are not independent in the rows that are fitted
     */
    public static LinearModel fit(Design design, double[] response, double[] weights) {
        check(design, response, weights);
        int[] used =
                IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
        if (used.length == 0) {
            throw new IllegalArgumentException("weights must have a value greater than 0");
        }
        Design rows = design.select(used);
        rows.requireFullRank();
        double[] y = Arrays.stream(used).mapToDouble(i -> response[i]).toArray();
        double[] roots =
                Arrays.stream(used).mapToDouble(i -> Math.sqrt(weights[i])).toArray();
        return solve(rows, used, weights.length, y, roots);
    }

    private static LinearModel solve(Design design, int[] used, int rows, double[] y, double[] roots) {
        int n = y.length;
        Qr qr = new Qr(design.scaled(roots));
        double[] b = new double[design.size()];
        double[] residuals = y.clone();
        for (int round = 0; round < 2; round++) {
            double[] scaled = new double[n];
            for (int i = 0; i < n; i++) {
                scaled[i] = roots[i] * residuals[i];
            }
            double[] change = qr.solve(qr.effects(scaled));
            for (int j = 0; j < b.length; j++) {
                b[j] += change[j];
            }
            residuals = residuals(design, y, b);
        }
        double sum = 0;
        double total = 0;
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            double w = roots[i] * roots[i];
            scores[i] = w * residuals[i];
            sum += scores[i] * residuals[i];
            total += w * y[i] * y[i];
        }
        sum = sum <= 1e-28 * total ? 0 : sum;
        int df = n - b.length;
        OptionalDouble variance = df > 0 ? OptionalDouble.of(sum / df) : OptionalDouble.empty();
        Solution solution = new Solution(b, qr.inverse(), scores, roots, variance, true);
        return new LinearModel(design, used, rows, solution, y, residuals, sum);
    }

    /** y − Xb with products and sums in doubled precision, so that the refinement sees what rounding left over. */
    private static double[] residuals(Design design, double[] y, double[] b) {
        double[] residuals = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double sum = y[i];
            double rest = 0;
            for (int j = 0; j < b.length; j++) {
                double product = -design.value(i, j) * b[j];
                rest += Math.fma(-design.value(i, j), b[j], -product);
                double next = sum + product;
                double back = next - sum;
                rest += (sum - (next - back)) + (product - back);
                sum = next;
            }
            residuals[i] = sum + rest;
        }
        return residuals;
    }

    private static void check(Design design, double[] response, double[] weights) {
        int n = response.length;
        if (design.rows() != n || weights.length != n) {
            throw new IllegalArgumentException("design and weights must have one row for each of the " + n
                    + " values, was " + design.rows() + " and " + weights.length);
        }
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(response[i]) <= LARGEST)) {
                throw new IllegalArgumentException("response[" + i + "] must be finite and at most 1e70 in size, was "
                        + NumberText.shortest(response[i]));
            }
            if (!(weights[i] >= 0 && weights[i] <= LARGEST)) {
                throw new IllegalArgumentException(
                        "weights[" + i + "] must be from 0 to 1e70, was " + NumberText.shortest(weights[i]));
            }
        }
    }

    /** Fitted value of each row that was fitted. */
    public double[] fitted() {
        double[] fitted = new double[response.length];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = response[i] - residuals[i];
        }
        return fitted;
    }

    /** y less the fitted value, of each row that was fitted. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** Weighted sum of squared residuals. */
    public double residualSumOfSquares() {
        return residualSum;
    }

    /** Residual standard deviation σ = √(RSS/(n − p)); absent without residual degrees of freedom. */
    public OptionalDouble residualStandardDeviation() {
        OptionalDouble variance = solution().dispersion();
        return variance.isEmpty() ? variance : OptionalDouble.of(Math.sqrt(variance.getAsDouble()));
    }

    @Override
    Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("points", (long) response.length);
        inputs.put("model", "least-squares");
        return inputs;
    }

    @Override
    List<Note> notes() {
        return List.of();
    }

    @Override
    List<Step> steps(Locale locale) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.remark(
                Messages.text(locale, "step.model"),
                Messages.text(locale, "model.least-squares", String.join(", ", design().names()), response.length)));
        residualStandardDeviation()
                .ifPresent(deviation -> steps.add(EffectSteps.calculation(
                        locale,
                        "step.residual-deviation",
                        "σ = √(RSS / (n − p))",
                        "√(" + NumberText.shortest(residualSum) + " / (" + response.length + " − " + design().size()
                                + "))",
                        deviation,
                        "")));
        return steps;
    }

    @Override
    String assumptions(Locale locale) {
        return Messages.text(locale, "assumptions.least-squares");
    }

    @Override
    String citation() {
        return "Seber & Lee 2003, Linear Regression Analysis, 2nd ed.";
    }
}
