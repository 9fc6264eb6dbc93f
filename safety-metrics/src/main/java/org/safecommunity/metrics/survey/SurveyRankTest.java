package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;

/**
 * Rank test of two or more groups in a sample with design. Each unit is given its estimated rank in the population, the sum of
 * the weights up to it less half its own; the mean rank scores of the groups are compared with design-based variances.
 *
 * <p>Two groups: t = difference of the mean scores/SE on ν − 1 degrees of freedom. More: F = b'V⁻¹b/m on m = groups − 1 and ν − m,
 * b the differences from the first group. ν are the degrees of freedom of the whole design. Scores are taken as given in the
 * variance.
 * <p>Ties have the plain mean of their ranks in the order in which the units came, as in R; where weights differ inside a tie
 * this depends on that order. Checked against: R {@code survey::svyranktest} 4.1.
 *
 * @see <a href="https://doi.org/10.1093/biomet/ast027">Lumley &amp; Scott (2013), Biometrika 100, 831–842</a>
 */
public final class SurveyRankTest {
    private final IntVector group = new IntVector();
    private final IntVector leaf = new IntVector();
    private final DoubleVector weight = new DoubleVector();
    private final DoubleVector y = new DoubleVector();
    private int groups;

    /** Nobody yet. */
    public SurveyRankTest() {}

    /**
     * Adds a respondent.
     *
     * @param of   number of its group, 0 or more; 0 is the reference
     * @param in   its leaf, as {@link SurveyDesign.Builder#unit} gave it
     * @param w    its weight, finite, above 0
     * @param value the variable, finite
     * @throws IllegalArgumentException if w is not finite and positive, or value is not finite
     */
    public void add(int of, int in, double w, double value) {
        Checks.positive(w, "weight");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("y must be finite, was " + value);
        }
        group.add(of);
        leaf.add(in);
        weight.add(w);
        y.add(value);
        groups = Math.max(groups, of + 1);
    }

    /**
     * Tests whether the groups have the same distribution of ranks.
     *
     * @param estimates how variances are computed, not null
     * @param score     what is made of a rank, not null
     * @return the difference of mean scores from the reference with its t test, or of more than two groups Wald's chi-squared
     *     with an F test; status {@code empty-domain} if a group has nobody, {@code no-df} if there is one group or the
     *     design has too few degrees of freedom, {@code single-psu} if the variance cannot be estimated
     */
    public SurveyEstimate of(SurveyEstimates estimates, RankScore score) {
        requireNonNull(score, "score");
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts("rank-test");
        parts.n = y.size();
        Working working = new Working(estimates.variance(), score, groups, parts.n);
        parts.working = working;
        int df = estimates.variance().degreesOfFreedom() - (groups - 1);
        double[] weights = new double[groups];
        for (int i = 0; i < y.size(); i++) {
            weights[group.get(i)] += weight.get(i);
        }
        if (groups == 0 || Arrays.stream(weights).anyMatch(sum -> sum == 0)) {
            parts.status = Status.EMPTY_DOMAIN;
            return new SurveyEstimate(parts);
        }
        double[] scores = scores(score);
        double[] means = means(scores, weights);
        working.means = means;
        parts.details.put(
                "meanScores", Arrays.stream(means).boxed().map(Double::valueOf).toList());
        if (groups < 2 || df <= 0) {
            parts.status = Status.NO_DF;
            parts.value = groups == 2 ? means[1] - means[0] : 0;
            return new SurveyEstimate(parts);
        }
        test(parts, estimates.covariance(influences(scores, means, weights)), means, df, score);
        return new SurveyEstimate(parts);
    }

    private void test(SurveyEstimate.Parts parts, double[][] v, double[] means, int df, RankScore score) {
        int m = groups - 1;
        double[] b = new double[m];
        for (int k = 0; k < m; k++) {
            b[k] = means[k + 1] - means[0];
        }
        LUDecomposition solver = new LUDecomposition(new Array2DRowRealMatrix(v));
        boolean known = Arrays.stream(v).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)
                && solver.getSolver().isNonSingular()
                && v[0][0] > 0;
        double chiSquared =
                known ? new ArrayRealVector(b).dotProduct(solver.getSolver().solve(new ArrayRealVector(b))) : 0;
        parts.value = m == 1 ? b[0] : Math.max(0, chiSquared);
        if (!known) {
            parts.status = Status.SINGLE_PSU;
            return;
        }
        if (m == 1) {
            parts.standardError = Math.sqrt(v[0][0]);
            double t = b[0] / parts.standardError;
            double p = Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
            parts.test = new HypothesisTest(score.label(), t, List.of((double) df), p);
        } else {
            double f = Math.max(0, chiSquared) / m;
            double p = FDistribution.of(m, df).survivalProbability(f);
            parts.test = new HypothesisTest(score.label(), f, List.of((double) m, (double) df), p);
        }
    }

    private double[] scores(RankScore score) {
        Integer[] order = new Integer[y.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> y.get(i)));
        double[] rank = new double[order.length];
        double sum = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double ranks = 0;
            while (to < order.length && y.get(order[to]) == y.get(order[from])) {
                double w = weight.get(order[to++]);
                ranks += sum + w / 2;
                sum += w;
            }
            for (int i = from; i < to; i++) {
                rank[order[i]] = ranks / (to - from);
            }
            from = to;
        }
        double population = sum;
        return Arrays.stream(rank).map(one -> score.of(one, population)).toArray();
    }

    private double[] means(double[] scores, double[] weights) {
        double[] means = new double[groups];
        for (int i = 0; i < scores.length; i++) {
            means[group.get(i)] += weight.get(i) * scores[i] / weights[group.get(i)];
        }
        return means;
    }

    /** For each group but the first, the totals of the influence on its difference from the first. */
    private List<Estimand> influences(double[] scores, double[] means, double[] weights) {
        List<Estimand> influences = new ArrayList<>();
        for (int k = 1; k < groups; k++) {
            int[] leaves = new int[scores.length];
            double[] z = new double[scores.length];
            int size = 0;
            for (int i = 0; i < scores.length; i++) {
                int g = group.get(i);
                if (g == 0 || g == k) {
                    leaves[size] = leaf.get(i);
                    z[size++] = (g == 0 ? -1 : 1) * weight.get(i) * (scores[i] - means[g]) / weights[g];
                }
            }
            LeafTotals byUnit = new LeafTotals(Arrays.copyOf(leaves, size), Arrays.copyOf(z, size));
            influences.add(new Estimand(byUnit.combine(1, 0, new LeafTotals(new int[0], new double[0])), null));
        }
        return influences;
    }

    /** The working of the test. */
    private static final class Working implements SurveyEstimate.Working {
        private final SurveyVariance variance;
        private final RankScore score;
        private final int groups;
        private final long n;
        private double[] means = new double[0];

        Working(SurveyVariance variance, RankScore score, int groups, long n) {
            this.variance = variance;
            this.score = score;
            this.groups = groups;
            this.n = n;
        }

        @Override
        public Map<String, Object> inputs() {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("n", n);
            inputs.put("groups", (long) groups);
            inputs.put("score", score.label());
            inputs.put("variance", variance.label());
            return inputs;
        }

        @Override
        public List<Step> steps(Locale locale, SurveyEstimate estimate) {
            List<Step> steps = new ArrayList<>();
            steps.add(Step.remark(Messages.text(locale, "step.design"), variance.summary()));
            for (int g = 0; g < means.length; g++) {
                steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-score", g + 1),
                        "Σ w·a / Σ w",
                        Messages.text(locale, "score." + score.label()),
                        means[g],
                        ""));
            }
            estimate.test()
                    .ifPresent(test -> steps.add(Step.calculation(
                            Messages.text(locale, "step.survey-rank"),
                            groups == 2 ? "t = d / SE, df = ν − 1" : "F = b'V⁻¹b / m, df = m, ν − m",
                            "p = " + NumberText.shortest(test.pValue()),
                            test.statistic(),
                            "")));
            if (estimate.status() != Status.OK) {
                steps.add(Step.remark(
                        Messages.text(locale, "step.status"), estimate.status().message(locale)));
            }
            steps.add(Step.remark(
                    Messages.text(locale, "step.assumptions"), Messages.text(locale, "assumptions.survey-rank")));
            steps.add(Step.remark(Messages.text(locale, "step.source"), "Lumley & Scott 2013, Biometrika 100:831–842"));
            return steps;
        }
    }
}
