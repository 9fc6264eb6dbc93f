package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.Design;

/**
 * Regression in a sample with design: weighted estimates with a covariance of the design, for any domain.
 *
 * <p>Σ w·x·(y − μ) = 0; covariance A⁻¹·V·A⁻¹ with A = Σ w·v(μ)·xx' and V that of the totals of w·x·(y − μ), from strata, clusters and
 * corrections; from replicates each is fitted anew. No factor n/(n − p). Degrees of freedom ν + 1 − p, ν those of the whole
 * design and p the columns, as {@code summary(svyglm)}.
 * <p>Limits: no estimates where columns depend on each other or, in logistic and Poisson models, where some combination of them
 * tells the responses apart; coefficients describe the population and are no causes. Checked against: R {@code
 * survey::svyglm}, {@code regTermTest} 4.1, fitted to the last digit.
 *
 * @see <a href="https://doi.org/10.2307/1402588">Binder (1983), Int. Stat. Rev. 51, 279–292</a>
 */
public final class SurveyRegression {
    private final SurveyVariance variance;
    private final org.safecommunity.metrics.Confidence confidence;
    private final Design design;
    private final RegressionSample sample;
    private final WeightedFit fit;
    private final List<String> separated;
    private final double[][] covariance;
    private final Status status;

    private SurveyRegression(SurveyEstimates estimates, Design design, RegressionSample sample) {
        this.variance = estimates.variance();
        this.confidence = estimates.confidence();
        this.design = design;
        this.sample = sample;
        double[] weight = new double[sample.size()];
        Arrays.setAll(weight, sample::weight);
        this.fit = WeightedFit.of(design, sample, weight);
        this.separated = fit.separated();
        if (!separated.isEmpty() || !fit.converged()) {
            this.covariance = new double[0][];
            this.status = separated.isEmpty() ? Status.NOT_CONVERGED : Status.SEPARATED;
            return;
        }
        this.covariance = variance instanceof ReplicateVariance replicates
                ? replicated(replicates)
                : estimates.covariance(influences());
        boolean known =
                Arrays.stream(covariance).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        this.status = !known ? Status.SINGLE_PSU : df() <= 0 ? Status.NO_DF : Status.OK;
    }

    /**
     * Fits a model to the respondents of a domain.
     *
     * @param estimates how variances and intervals are computed, not null
     * @param design    columns of the respondents, in the order of the sample
     * @param sample    their leaves, weights and responses
     * @throws IllegalArgumentException if the design has other rows, or a column depends on columns before it (it is named)
     */
    public static SurveyRegression fit(SurveyEstimates estimates, Design design, RegressionSample sample) {
        requireNonNull(estimates, "estimates");
        if (design.rows() != sample.size()) {
            throw new IllegalArgumentException(
                    "design must have a row for each of the " + sample.size() + " respondents, was " + design.rows());
        }
        List<String> dependent = design.dependentColumns();
        if (!dependent.isEmpty()) {
            throw new IllegalArgumentException("columns must be independent, was: " + String.join(", ", dependent)
                    + " can be computed from the columns before");
        }
        return new SurveyRegression(estimates, design, sample);
    }

    private List<Estimand> influences() {
        List<Estimand> influences = new ArrayList<>();
        LeafTotals nothing = new LeafTotals(new int[0], new double[0]);
        for (int j = 0; j < design.size(); j++) {
            int[] leaf = new int[sample.size()];
            double[] z = new double[sample.size()];
            for (int i = 0; i < z.length; i++) {
                leaf[i] = sample.leaf(i);
                z[i] = fit.influence(i, j);
            }
            influences.add(new Estimand(new LeafTotals(leaf, z).combine(1, 0, nothing), null));
        }
        return influences;
    }

    private double[][] replicated(ReplicateVariance replicates) {
        double[][] estimate = new double[design.size()][replicates.factors().size()];
        for (int r = 0; r < replicates.factors().size(); r++) {
            int replicate = r;
            double[] weight = new double[sample.size()];
            Arrays.setAll(weight, i -> sample.weight(i) * replicates.factor(replicate, sample.leaf(i)));
            boolean usable = Arrays.stream(weight).allMatch(w -> w >= 0);
            WeightedFit one = usable ? WeightedFit.from(fit, weight) : fit;
            boolean found = usable && one.converged() && one.separated().isEmpty();
            for (int j = 0; j < estimate.length; j++) {
                estimate[j][r] = found ? one.coefficients()[j] : Double.NaN;
            }
        }
        return replicates.covariance(estimate, fit.coefficients());
    }

    /** Degrees of freedom of the design plus 1 minus the columns. */
    public int df() {
        return variance.degreesOfFreedom() + 1 - design.size();
    }

    /** Whether there are estimates, and why not. */
    public Status status() {
        return status;
    }

    /** The coefficients in the order of the columns, item {@code term}. */
    public List<SurveyEstimate> coefficients() {
        List<SurveyEstimate> rows = new ArrayList<>();
        for (int j = 0; j < design.size(); j++) {
            rows.add(row("coefficient", j, false));
        }
        return rows;
    }

    /** exp(coefficient) of every column but the intercept; none of a linear model. */
    public List<SurveyEstimate> ratios() {
        List<SurveyEstimate> rows = new ArrayList<>();
        for (int j = 0; j < design.size() && sample.model() != SurveyModel.LINEAR; j++) {
            if (!design.names().get(j).equals(Design.INTERCEPT)) {
                rows.add(row(ratio(), j, true));
            }
        }
        return rows;
    }

    private String ratio() {
        if (sample.model() == SurveyModel.LOGISTIC) {
            return "odds-ratio";
        }
        return sample.binary() && !sample.hasOffset() ? "prevalence-ratio" : "rate-ratio";
    }

    private SurveyEstimate row(String statistic, int j, boolean exponentiated) {
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts(statistic);
        parts.item = Map.of("term", design.names().get(j));
        parts.n = sample.size();
        parts.status = status;
        parts.details.put("model", sample.model().label());
        parts.details.put("df", (double) df());
        parts.working = new RegressionWorking(variance, sample.model(), design.size(), sample.size(), exponentiated);
        if (!status.hasValue()) {
            if (!separated.isEmpty()) {
                parts.notes.add(Note.of("survey-separated", String.join(", ", separated)));
            }
            return new SurveyEstimate(parts);
        }
        double b = fit.coefficients()[j];
        double value = exponentiated ? Math.exp(b) : b;
        parts.value = value;
        if (status != Status.SINGLE_PSU) {
            double error = Math.sqrt(Math.max(0, covariance[j][j]));
            parts.standardError = exponentiated ? value * error : error;
            if (status == Status.OK) {
                Interval limits = SurveyEstimate.tInterval(b, error, df(), confidence);
                parts.interval = exponentiated
                        ? new Interval("t", limits.level(), Math.exp(limits.lower()), Math.exp(limits.upper()))
                        : limits;
                test(parts, b, error);
            }
        }
        return new SurveyEstimate(parts);
    }

    private void test(SurveyEstimate.Parts parts, double b, double error) {
        if (error > 0) {
            double t = b / error;
            double p = Math.min(1, 2 * TDistribution.of(df()).survivalProbability(Math.abs(t)));
            parts.test = new HypothesisTest("t", t, List.of((double) df()), p);
        }
    }

    /**
     * Wald test that all coefficients of a term are 0: F = b'V⁻¹b/q on q and ν + 1 − p degrees of freedom. The value is F·q.
     *
     * @param term name of the term
     * @throws IllegalArgumentException if the model has no such term
     */
    public SurveyEstimate termTest(String term) {
        int[] columns = design.term(term).stream().mapToInt(design::index).toArray();
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts("term-test");
        parts.item = Map.of("term", term);
        parts.n = sample.size();
        parts.status = status;
        parts.working = new RegressionWorking(variance, sample.model(), design.size(), sample.size(), false);
        if (!status.hasValue()) {
            return new SurveyEstimate(parts);
        }
        double[] b =
                Arrays.stream(columns).mapToDouble(j -> fit.coefficients()[j]).toArray();
        double[][] v = new double[b.length][b.length];
        for (int a = 0; a < b.length; a++) {
            for (int k = 0; k < b.length; k++) {
                v[a][k] = covariance[columns[a]][columns[k]];
            }
        }
        parts.value = 0;
        LUDecomposition solver = new LUDecomposition(new Array2DRowRealMatrix(v));
        if (status == Status.OK && !solver.getSolver().isNonSingular()) {
            parts.status = Status.NO_DF;
        }
        if (parts.status != Status.OK) {
            return new SurveyEstimate(parts);
        }
        ArrayRealVector coefficients = new ArrayRealVector(b);
        parts.value = Math.max(0, coefficients.dotProduct(solver.getSolver().solve(coefficients)));
        double f = parts.value / b.length;
        double p = FDistribution.of(b.length, df()).survivalProbability(f);
        parts.test = new HypothesisTest("wald-f", f, List.of((double) b.length, (double) df()), p);
        return new SurveyEstimate(parts);
    }
}
