package org.safecommunity.metrics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

/**
 * A fitted regression: coefficients, their covariance in any form, and what a result made of them has to tell. A fit that
 * has no finite estimates is a value too: its {@link #status()} says why, and its combinations are absent.
 */
public abstract sealed class Regression permits CountModel, LinearModel {
    private final Design design;
    private final int[] used;
    private final int rows;
    private final Status status;
    private final @Nullable Solution solution;

    Regression(Design design, int[] used, int rows, Status status, @Nullable Solution solution) {
        this.design = design;
        this.used = used;
        this.rows = rows;
        this.status = status;
        this.solution = solution;
    }

    /**
     * What a fit found, row by row of the design used.
     *
     * @param coefficients one for each column
     * @param inverse      R⁻¹ of the weighted design by rows
     * @param scores       derivative of the log-likelihood, times the dispersion, by the linear predictor
     * @param roots        square roots of the weights
     * @param dispersion   φ that multiplies the model covariance; absent without residual degrees of freedom
     * @param byT          whether φ is estimated, so that tests are by t
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Solution(
            double[] coefficients,
            double[][] inverse,
            double[] scores,
            double[] roots,
            OptionalDouble dispersion,
            boolean byT) {}

    /** The rows that were fitted. */
    public Design design() {
        return design;
    }

    /** {@code ok}, or why there are no estimates. */
    public Status status() {
        return status;
    }

    /** Number of rows that were fitted. */
    public int observations() {
        return used.length;
    }

    /** Rows, from 0, that say nothing (no person-time, weight 0) and were left out. */
    public List<Integer> omitted() {
        List<Integer> omitted = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rows; i++) {
            if (next < used.length && used[next] == i) {
                next++;
            } else {
                omitted.add(i);
            }
        }
        return omitted;
    }

    /** Rows less columns. */
    public int residualDf() {
        return used.length - design.size();
    }

    /**
     * The coefficients, one for each column.
     *
     * @throws IllegalStateException if the status is not {@code ok}
     */
    public double[] coefficients() {
        return solution().coefficients().clone();
    }

    /**
     * The coefficient of a column.
     *
     * @throws IllegalStateException    if the status is not {@code ok}
     * @throws IllegalArgumentException if there is no column of that name
     */
    public double coefficient(String column) {
        return solution().coefficients()[design.index(column)];
    }

    /** One coefficient with its standard error, by a form of covariance. */
    public LinearCombination combination(String column, CovarianceForm form) {
        double[] weights = new double[design.size()];
        weights[design.index(column)] = 1;
        return new LinearCombination(this, weights, form);
    }

    /**
     * A linear combination Σ c·b of the coefficients with its standard error, by a form of covariance.
     *
     * @param weights c, finite, one for each column
     * @throws IllegalArgumentException if the number of weights is not that of the columns, or one is not finite
     */
    public LinearCombination combination(double[] weights, CovarianceForm form) {
        return new LinearCombination(this, weights.clone(), form);
    }

    /** A linear combination with the weights of the columns named; the others have 0. */
    public LinearCombination combination(Map<String, Double> weights, CovarianceForm form) {
        double[] all = new double[design.size()];
        weights.forEach((name, weight) -> all[design.index(name)] = weight);
        return new LinearCombination(this, all, form);
    }

    /** The covariance of the coefficients; absent without estimates or without residual degrees of freedom. */
    public Optional<Covariance> covariance(CovarianceForm form) {
        return status == Status.OK ? form.covariance(this) : Optional.empty();
    }

    /**
     * Wald test that the coefficients of some columns are all 0: b'V⁻¹b is chi-squared on their number q, and where the
     * covariance goes by t with ν degrees of freedom, b'V⁻¹b/q is F on q and ν. Absent without covariance.
     *
     * @throws IllegalArgumentException if no column is named or there is none of a name
     */
    public Optional<HypothesisTest> wald(List<String> columns, CovarianceForm form) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns must have a name");
        }
        int[] at = columns.stream().mapToInt(design::index).toArray();
        return covariance(form)
                .flatMap(covariance -> covariance.wald(at, solution().coefficients()));
    }

    /**
     * One result for each coefficient, in the order of the columns; the column is the item {@code variable}.
     *
     * @param statistic  name of the statistic, kebab-case, e.g. {@code rate-ratio}
     * @param scale      how a coefficient is written, not null
     * @param form       form of the covariance, not null
     * @param confidence level and side of the intervals, not null
     */
    public List<MetricResult> table(String statistic, EffectScale scale, CovarianceForm form, Confidence confidence) {
        List<MetricResult> table = new ArrayList<>();
        for (String column : design.names()) {
            Effect.Subject subject = new Effect.Subject(statistic, Map.of("variable", column), "");
            table.add(Effect.of(subject, scale, combination(column, form), confidence));
        }
        return table;
    }

    /** Leverage of each row that was fitted: the diagonal of the hat matrix, from 0 to 1. */
    public double[] leverages() {
        double[] leverages = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            double[] q = reduced(i);
            double sum = 0;
            for (double element : q) {
                sum += element * element;
            }
            leverages[i] = Math.min(1, sum * solution().roots()[i] * solution().roots()[i]);
        }
        return leverages;
    }

    /** The estimates. */
    Solution solution() {
        if (solution == null) {
            throw new IllegalStateException("model has no estimates, its status is " + status.label());
        }
        return solution;
    }

    /** R⁻ᵀ·x of a row x. */
    private double[] reduced(int row) {
        double[][] inverse = solution().inverse();
        double[] q = new double[design.size()];
        for (int k = 0; k < q.length; k++) {
            for (int j = 0; j <= k; j++) {
                q[k] += inverse[j][k] * design.value(row, j);
            }
        }
        return q;
    }

    /** How far each row moves the coefficients: (X'WX)⁻¹·x·score, a row of zeros for a row left out. */
    double[][] influence() {
        double[][] influence = new double[rows][design.size()];
        for (int i = 0; i < used.length; i++) {
            double[] q = reduced(i);
            double score = solution().scores()[i];
            double[] row = influence[used[i]];
            for (int j = 0; j < row.length; j++) {
                for (int k = j; k < row.length; k++) {
                    row[j] += solution().inverse()[j][k] * q[k] * score;
                }
            }
        }
        return influence;
    }

    /** Number of rows given, the ones left out too. */
    int rows() {
        return rows;
    }

    /** Whether a row was fitted. */
    boolean uses(int row) {
        return java.util.Arrays.binarySearch(used, row) >= 0;
    }

    /** Positions of the rows that were fitted. */
    int[] used() {
        return used.clone();
    }

    /** What went in, for results. */
    abstract Map<String, Object> inputs();

    /** What a careful reader of a result should know. */
    abstract List<Note> notes();

    /** Model, fit and its quality, for the working of results. */
    abstract List<Step> steps(Locale locale);

    /** What the model assumes. */
    abstract String assumptions(Locale locale);

    /** Where the model is described. */
    abstract String citation();
}
