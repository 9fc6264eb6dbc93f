package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/**
 * Test of independence of two categorical variables in a sample with design: Pearson's chi-squared with the second-order
 * correction of Rao and Scott, as an F statistic; others of {@link IndependenceTest} by choice.
 *
 * <p>X² = n·Σ(p − p_r·p_c)²/(p_r·p_c); Δ = (C'D⁻¹C/n)⁻¹(C'D⁻¹VD⁻¹C) with D = diag(p) (the variant of R {@code svychisq}; 1/0 is
 * 0), V the covariance of the cell proportions, C the interaction contrasts cleared of the main effects; F = X²/tr Δ on
 * δ = (tr Δ)²/tr(Δ²) and δ·ν degrees of freedom, ν those of the design.
 * <p>First order: X²/(tr Δ/m) on chi-squared of m = (r − 1)(c − 1); R prints X² beside that p-value. Wald: W/m on F of m and ν,
 * adjusted W·(ν − m + 1)/(ν·m) on m and ν − m + 1, W from the differences of the cells from independence.
 * <p>Rows and columns without a respondent are left out by the caller. Checked against: R {@code survey::svychisq} 4.1.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176346391">Rao &amp; Scott (1984), Ann. Stat. 12, 46–60</a>
 */
public final class SurveyIndependence {
    /** The trace is about the degrees of freedom in a simple random sample; below this it is rounding. */
    private static final double TINY = 1e-12;

    private SurveyIndependence() {}

    /**
     * Tests independence.
     *
     * @param estimates how variances are computed
     * @param sums      sums with a domain for each cell
     * @param cells     domain of each cell, {@code cells[row][column]}
     * @return Pearson's chi-squared with the F statistic as its test; status {@code empty-domain} for an empty table, {@code
     *     no-df} for a table of one row or column or a design without degrees of freedom
     */
    public static SurveyEstimate of(SurveyEstimates estimates, SurveySums sums, int[][] cells) {
        return of(estimates, sums, cells, IndependenceTest.RAO_SCOTT_F);
    }

    /**
     * Tests independence by a test of choice.
     *
     * @param kind the test, not null; a Wald test of m degrees of freedom has status {@code no-df} where the design has fewer
     * @return as {@link #of(SurveyEstimates, SurveySums, int[][])}
     */
    public static SurveyEstimate of(SurveyEstimates estimates, SurveySums sums, int[][] cells, IndependenceTest kind) {
        requireNonNull(kind, "kind");
        int rows = cells.length;
        int columns = rows == 0 ? 0 : cells[0].length;
        int[] all = new int[rows * columns];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(cells[r], 0, all, r * columns, columns);
        }
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts("independence");
        for (int cell : all) {
            parts.n += sums.units(cell);
        }
        SurveyVariance variance = estimates.variance();
        Working working = new Working(variance, kind, rows, columns, parts.n);
        parts.working = working;
        int nu = variance.degreesOfFreedom();
        if (parts.n == 0) {
            parts.status = Status.EMPTY_DOMAIN;
        } else if (rows < 2 || columns < 2 || nu <= 0) {
            parts.status = Status.NO_DF;
            parts.value = pearson(shares(sums, all), rows, columns) * parts.n;
        } else {
            test(parts, working, estimates, sums, all, nu);
        }
        return new SurveyEstimate(parts);
    }

    private static void test(
            SurveyEstimate.Parts parts,
            Working working,
            SurveyEstimates estimates,
            SurveySums sums,
            int[] cells,
            int nu) {
        double[] p = shares(sums, cells);
        double chiSquared = pearson(p, working.rows, working.columns) * parts.n;
        parts.value = chiSquared;
        working.chiSquared = chiSquared;
        if (working.wald()) {
            wald(parts, working, estimates.covarianceOfWeights(sums, cells), totals(sums, cells), nu);
            return;
        }
        RealMatrix c = interaction(working.rows, working.columns);
        double[] inverse = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            inverse[i] = p[i] == 0 ? 0 : 1 / p[i];
        }
        RealMatrix d = new DiagonalMatrix(inverse);
        RealMatrix dc = d.multiply(c);
        RealMatrix below = c.transpose().multiply(dc).scalarMultiply(1d / parts.n);
        RealMatrix above = dc.transpose()
                .multiply(new Array2DRowRealMatrix(estimates.covarianceOfShares(sums, cells)))
                .multiply(dc);
        LUDecomposition solver = new LUDecomposition(below);
        if (!solver.getSolver().isNonSingular()) {
            parts.status = Status.NOT_CONVERGED;
            return;
        }
        RealMatrix delta = solver.getSolver().solve(above);
        double trace = delta.getTrace();
        double traceOfSquare = delta.multiply(delta).getTrace();
        if (!(trace > TINY)) {
            parts.status = Status.SINGLE_PSU;
            return;
        }
        working.trace = trace;
        parts.details.put("traceOfDelta", trace);
        if (working.kind == IndependenceTest.RAO_SCOTT_CHISQ) {
            double m = delta.getColumnDimension();
            double corrected = chiSquared / (trace / m);
            double p1 = ChiSquaredDistribution.of(m).survivalProbability(corrected);
            parts.test = new HypothesisTest(working.kind.label(), corrected, List.of(m), p1);
            return;
        }
        double df = trace * trace / traceOfSquare;
        double f = chiSquared / trace;
        double pValue = FDistribution.of(df, df * nu).survivalProbability(f);
        parts.test = new HypothesisTest("rao-scott-f", f, List.of(df, df * nu), pValue);
    }

    private static void wald(
            SurveyEstimate.Parts parts, Working working, double[][] covariance, double[] totals, int nu) {
        int m = (working.rows - 1) * (working.columns - 1);
        if (nu < m) {
            parts.status = Status.NO_DF;
            return;
        }
        OptionalDouble w = TableWald.statistic(totals, covariance, working.rows, working.columns);
        if (w.isEmpty()) {
            parts.status = Status.SINGLE_PSU;
            return;
        }
        boolean adjusted = working.kind == IndependenceTest.ADJUSTED_WALD;
        double below = adjusted ? nu - m + 1d : nu;
        double f = Math.max(0, w.getAsDouble()) / m * (below / nu);
        parts.test = new HypothesisTest(
                working.kind.label(),
                f,
                List.of((double) m, below),
                FDistribution.of(m, below).survivalProbability(f));
    }

    private static double[] totals(SurveySums sums, int[] cells) {
        double[] totals = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            totals[i] = sums.weights(cells[i]).sum();
        }
        return totals;
    }

    private static double[] shares(SurveySums sums, int[] cells) {
        double[] p = new double[cells.length];
        double total = 0;
        for (int i = 0; i < cells.length; i++) {
            p[i] = sums.weights(cells[i]).sum();
            total += p[i];
        }
        for (int i = 0; i < cells.length; i++) {
            p[i] /= total;
        }
        return p;
    }

    private static double pearson(double[] p, int rows, int columns) {
        double[] rowSum = new double[rows];
        double[] columnSum = new double[columns];
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < columns; k++) {
                rowSum[r] += p[r * columns + k];
                columnSum[k] += p[r * columns + k];
            }
        }
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < columns; k++) {
                double expected = rowSum[r] * columnSum[k];
                double distance = p[r * columns + k] - expected;
                sum += distance * distance / expected;
            }
        }
        return sum;
    }

    /** Columns of the interaction cleared of the main effects: residuals of their regression on them. */
    private static RealMatrix interaction(int rows, int columns) {
        int cells = rows * columns;
        RealMatrix main = new Array2DRowRealMatrix(cells, rows + columns - 1);
        RealMatrix products = new Array2DRowRealMatrix(cells, (rows - 1) * (columns - 1));
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < columns; k++) {
                int cell = r * columns + k;
                main.setEntry(cell, 0, 1);
                if (r > 0) {
                    main.setEntry(cell, r, 1);
                }
                if (k > 0) {
                    main.setEntry(cell, rows - 1 + k, 1);
                }
                if (r > 0 && k > 0) {
                    products.setEntry(cell, (r - 1) * (columns - 1) + k - 1, 1);
                }
            }
        }
        RealMatrix fitted = main.multiply(new QRDecomposition(main).getSolver().solve(products));
        return products.subtract(fitted);
    }

    /** The working of the test. */
    private static final class Working implements SurveyEstimate.Working {
        private final SurveyVariance variance;
        private final IndependenceTest kind;
        private final int rows;
        private final int columns;
        private final long n;
        private double chiSquared = Double.NaN;
        private double trace;

        Working(SurveyVariance variance, IndependenceTest kind, int rows, int columns, long n) {
            this.variance = variance;
            this.kind = kind;
            this.rows = rows;
            this.columns = columns;
            this.n = n;
        }

        boolean wald() {
            return kind == IndependenceTest.WALD || kind == IndependenceTest.ADJUSTED_WALD;
        }

        private String formula() {
            return switch (kind) {
                case RAO_SCOTT_F -> "F = X² / tr Δ, df = δ, δ·ν";
                case RAO_SCOTT_CHISQ -> "X² / (tr Δ / m), df = m";
                case WALD -> "F = Y'V⁻¹Y / m, df = m, ν";
                case ADJUSTED_WALD -> "F = Y'V⁻¹Y·(ν − m + 1) / (ν·m), df = m, ν − m + 1";
            };
        }

        private String numbers(HypothesisTest test) {
            String df = test.df().stream().map(NumberText::shortest).collect(Collectors.joining(", "));
            String corrected =
                    wald() ? "" : NumberText.shortest(chiSquared) + " / " + NumberText.shortest(trace) + ", ";
            return corrected + "df = " + df + ", p = " + NumberText.shortest(test.pValue());
        }

        @Override
        public Map<String, Object> inputs() {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("n", n);
            inputs.put("rows", (long) rows);
            inputs.put("columns", (long) columns);
            inputs.put("strata", (long) variance.design().strata());
            inputs.put("psus", (long) variance.design().primaryUnits());
            inputs.put("variance", variance.label());
            return inputs;
        }

        @Override
        public List<Step> steps(Locale locale, SurveyEstimate estimate) {
            List<Step> steps = new ArrayList<>();
            steps.add(Step.remark(Messages.text(locale, "step.design"), variance.summary()));
            estimate.test().ifPresent(test -> {
                steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-pearson"),
                        "X² = n·Σ(p − p_r·p_c)²/(p_r·p_c)",
                        "n = " + n + ", " + rows + " × " + columns,
                        chiSquared,
                        ""));
                steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-" + kind.label()),
                        formula(),
                        numbers(test),
                        test.statistic(),
                        ""));
            });
            if (estimate.status() != Status.OK) {
                steps.add(Step.remark(
                        Messages.text(locale, "step.status"), estimate.status().message(locale)));
            }
            steps.add(Step.remark(
                    Messages.text(locale, "step.assumptions"), Messages.text(locale, "assumptions.survey")));
            steps.add(Step.remark(
                    Messages.text(locale, "step.source"),
                    wald()
                            ? "Korn & Graubard 1990, The American Statistician 44:270–276"
                            : "Rao & Scott 1984, Annals of Statistics 12:46–60"));
            return steps;
        }
    }
}
