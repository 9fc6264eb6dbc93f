package org.safecommunity.metrics.agreement;

import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.agreement.Agreement.Draft;
import org.safecommunity.metrics.internal.Checks;

/**
 * Agreement of two raters beyond chance, over categories: Cohen's kappa, and weighted kappa for ordered categories.
 *
 * <p>κ = (p_o − p_e)/(1 − p_e), p_o = Σ w_ij·p_ij, p_e = Σ w_ij·p_i.·p_.j. Large-sample variance (Fleiss, Cohen &amp; Everitt
 * 1969): [Σ p_ij·(w_ij − (w̄_i. + w̄_.j)(1 − κ))² − (κ − p_e(1 − κ))²]/(n(1 − p_e)²) with w̄_i. = Σ_j p_.j·w_ij, w̄_.j = Σ_i
 * p_i.·w_ij; interval κ ± z·SE, kept within −1 and 1. The test of κ = 0 uses the variance under that hypothesis.
 *
 * <p>Limits: items independent, raters fixed; the interval needs some 3k² items. Weights go by the rank of a category, not by
 * its number. When both raters use one and the same category κ is not defined; when one rater never varies κ is 0 and has
 * neither interval nor test. Checked against: the delta method in R, R {@code psych::cohen.kappa} (unweighted).
 *
 * @see <a href="https://doi.org/10.1037/h0028106">Fleiss, Cohen &amp; Everitt (1969), Psychological Bulletin 72, 323–327</a>
 */
public final class CohenKappa {
    private static final String SOURCE =
            "Cohen 1960, Educational and Psychological Measurement 20:37–46; Fleiss, Cohen &"
                    + " Everitt 1969, Psychological Bulletin 72:323–327";

    private CohenKappa() {}

    /**
     * Kappa of two raters.
     *
     * @param table      ratings by exactly two raters, not null; items that lack a rating are left out and counted
     * @param categories the categories, ordered unless weights are {@code NONE}, not null
     * @param weights    weights of partial agreement, not null
     * @param confidence level and side of the interval, not null
     * @return the agreement
     * @throws IllegalArgumentException if there are not two raters, a rating is no category, or weights need an order
     */
    public static Agreement of(RatingTable table, Categories categories, KappaWeights weights, Confidence confidence) {
        if (table.raters().size() != 2) {
            throw new IllegalArgumentException(
                    "raters must be 2 for kappa, was " + table.raters().size());
        }
        Map<String, Integer> positions = categories.positions(table.ratings());
        int k = categories.size();
        List<List<Long>> counts = new ArrayList<>();
        long[][] cells = new long[k][k];
        for (List<String> pair : table.complete()) {
            cells[positions.getOrDefault(pair.get(0), 0)][positions.getOrDefault(pair.get(1), 0)]++;
        }
        for (long[] row : cells) {
            counts.add(Arrays.stream(row).boxed().toList());
        }
        return of(categories, counts, table.incomplete(), weights, confidence);
    }

    /**
     * Kappa of a table of counts.
     *
     * @param categories the categories, not null
     * @param counts     items by category of the first rater (rows) and of the second (columns), each 0 or more
     * @param weights    weights of partial agreement, not null
     * @param confidence level and side of the interval, not null
     * @return the agreement
     * @throws IllegalArgumentException if the table is not square with a row for each category, or weights need an order
     */
    public static Agreement of(
            Categories categories, List<List<Long>> counts, KappaWeights weights, Confidence confidence) {
        return of(categories, counts, List.of(), weights, confidence);
    }

    private static Agreement of(
            Categories categories,
            List<List<Long>> counts,
            List<Integer> leftOut,
            KappaWeights weights,
            Confidence confidence) {
        requireSquare(counts, categories);
        if (weights != KappaWeights.NONE && !categories.ordered()) {
            throw new IllegalArgumentException("categories must be in order for weighted kappa");
        }
        Moments m = Moments.of(counts, weights);
        String method = weights == KappaWeights.NONE ? "cohen" : "weighted-kappa";
        Draft draft = new Draft(method, Math.toIntExact(m.n), 2, leftOut, SOURCE)
                .input("categories", categories.labels())
                .input("counts", counts);
        if (weights != KappaWeights.NONE) {
            draft.detail("weights", weights.label());
        }
        if (m.n == 0) {
            return draft.without(Status.EMPTY_DOMAIN);
        }
        draft.detail("observed", m.observed).detail("expected", m.expected);
        draft.step("observed-agreement", "p_o = Σ w_ij·p_ij, " + weights.formula(), "n = " + m.n, m.observed);
        draft.step("expected-agreement", "p_e = Σ w_ij·p_i.·p_.j", "n = " + m.n, m.expected);
        if (m.constantRow && m.constantColumn && m.observed == 1) {
            return draft.without(Status.NO_VARIATION);
        }
        double kappa = (m.observed - m.expected) / (1 - m.expected);
        draft.value(kappa)
                .step(
                        "kappa",
                        "κ = (p_o − p_e)/(1 − p_e)",
                        "(" + num(m.observed) + " − " + num(m.expected) + ")/(1 − " + num(m.expected) + ")",
                        kappa);
        if (m.constantRow || m.constantColumn) {
            return draft.value(0).note("constant-rater").build();
        }
        addInference(draft, m, kappa, confidence);
        return draft.build();
    }

    private static void addInference(Draft draft, Moments m, double kappa, Confidence confidence) {
        double error = m.standardError(kappa);
        double nullError = m.nullStandardError();
        double z = confidence.z();
        draft.standardError(error)
                .step(
                        "standard-error",
                        "√([Σ p_ij(w_ij − (w̄_i. + w̄_.j)(1 − κ))² − (κ − p_e(1 − κ))²]/(n(1 − p_e)²))",
                        "κ = " + num(kappa) + ", p_e = " + num(m.expected) + ", n = " + m.n,
                        error);
        double lower = confidence.hasLower() ? Math.max(-1, Math.min(1, kappa - z * error)) : Double.NEGATIVE_INFINITY;
        double upper = confidence.hasUpper() ? Math.min(1, kappa + z * error) : 1;
        draft.interval(new Interval("wald", confidence.level(), lower, upper));
        String numbers = num(kappa) + " ± " + num(z) + " × " + num(error);
        if (confidence.hasLower()) {
            draft.step("lower-limit", "max(−1, κ − z·SE)", numbers, lower);
        }
        if (confidence.hasUpper()) {
            draft.step("upper-limit", "min(1, κ + z·SE)", numbers, upper);
        }
        if (m.observed == 1) {
            draft.note("perfect-agreement");
        }
        if (nullError > 0) {
            double statistic = kappa / nullError;
            double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(statistic));
            draft.detail("nullStandardError", nullError)
                    .test(new HypothesisTest("kappa-zero", statistic, List.of(), Math.min(1, p)))
                    .step("test-z", "z = κ/SE₀", num(kappa) + "/" + num(nullError), statistic);
        }
    }

    private static void requireSquare(List<List<Long>> counts, Categories categories) {
        if (counts.size() != categories.size() || counts.stream().anyMatch(row -> row.size() != categories.size())) {
            throw new IllegalArgumentException(
                    "counts must have a row and a column for each of the " + categories.size() + " categories");
        }
        counts.forEach(row -> row.forEach(count -> Checks.count(count, "counts")));
    }

    /** Shares and their weighted sums. */
    private static final class Moments {
        private final int k;
        private final long n;
        private final double[][] share;
        private final double[][] weight;
        private final double[] row;
        private final double[] column;
        private double observed;
        private double expected;
        private boolean constantRow;
        private boolean constantColumn;

        private Moments(int k, long n) {
            this.k = k;
            this.n = n;
            this.share = new double[k][k];
            this.weight = new double[k][k];
            this.row = new double[k];
            this.column = new double[k];
        }

        static Moments of(List<List<Long>> counts, KappaWeights weights) {
            int k = counts.size();
            long n = counts.stream().mapToLong(CategoryCounts::total).sum();
            Moments m = new Moments(k, n);
            for (int i = 0; i < k && n > 0; i++) {
                for (int j = 0; j < k; j++) {
                    m.share[i][j] = (double) counts.get(i).get(j) / n;
                    m.weight[i][j] = weights.weight(i, j, k);
                    m.row[i] += counts.get(i).get(j);
                    m.column[j] += counts.get(i).get(j);
                    m.observed += counts.get(i).get(j) * m.weight[i][j];
                }
            }
            m.observed = n > 0 ? m.observed / n : 0;
            for (int i = 0; i < k && n > 0; i++) {
                m.constantRow |= m.row[i] == n;
                m.constantColumn |= m.column[i] == n;
                m.row[i] /= n;
                m.column[i] /= n;
            }
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    m.expected += m.row[i] * m.column[j] * m.weight[i][j];
                }
            }
            return m;
        }

        double standardError(double kappa) {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    double term = weight[i][j] - (rowMean(i) + columnMean(j)) * (1 - kappa);
                    sum += share[i][j] * term * term;
                }
            }
            double centre = kappa - expected * (1 - kappa);
            return observed == 1 ? 0 : Math.sqrt(Math.max(0, sum - centre * centre) / n) / (1 - expected);
        }

        double nullStandardError() {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    double term = weight[i][j] - rowMean(i) - columnMean(j);
                    sum += row[i] * column[j] * term * term;
                }
            }
            return Math.sqrt(Math.max(0, sum - expected * expected) / n) / (1 - expected);
        }

        private double rowMean(int i) {
            double mean = 0;
            for (int j = 0; j < k; j++) {
                mean += column[j] * weight[i][j];
            }
            return mean;
        }

        private double columnMean(int j) {
            double mean = 0;
            for (int i = 0; i < k; i++) {
                mean += row[i] * weight[i][j];
            }
            return mean;
        }
    }
}
