package org.safecommunity.metrics.agreement;

import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.agreement.Agreement.Draft;

/**
 * Agreement of m raters beyond chance over categories without order: Fleiss' kappa.
 *
 * <p>κ = (P̄ − P_e)/(1 − P_e), P̄ the mean over items of (Σ n_ij² − m)/(m(m − 1)), P_e = Σ p_j². Standard error under no
 * agreement beyond chance (Fleiss, Nee &amp; Landis 1979): √2·√((Σp_jq_j)² − Σp_jq_j(q_j − p_j)) / (Σp_jq_j·√(N·m(m − 1))). It
 * serves the test of κ = 0 and no interval.
 *
 * <p>Limits: the same number of raters for each item; the most frequent number is taken (of two the larger), items of another
 * number are left out and counted. Raters need not be the same persons. One category only: not defined. Checked against: the
 * within-item form of the same coefficient in R, and the printed examples of Fleiss (1971).
 *
 * @see <a href="https://doi.org/10.1037/h0031619">Fleiss (1971), Psychological Bulletin 76, 378–382</a>
 */
public final class FleissKappa {
    private static final String SOURCE = "Fleiss 1971, Psychological Bulletin 76:378–382; Fleiss, Nee & Landis 1979,"
            + " Psychological Bulletin 86:974–977";

    private FleissKappa() {}

    /**
     * Kappa of many raters.
     *
     * @param counts raters by item and category, not null
     * @return the agreement
     * @throws IllegalArgumentException if items have fewer than two raters
     */
    public static Agreement of(CategoryCounts counts) {
        long raters = raters(counts);
        List<List<Long>> rows = new ArrayList<>();
        List<Integer> leftOut = new ArrayList<>();
        for (int i = 0; i < counts.rows().size(); i++) {
            List<Long> row = counts.rows().get(i);
            if (CategoryCounts.total(row) == raters) {
                rows.add(row);
            } else {
                leftOut.add(i + 1);
            }
        }
        Draft draft = new Draft("fleiss", rows.size(), raters, leftOut, SOURCE)
                .input("categories", counts.categories().labels())
                .input("counts", rows);
        if (rows.isEmpty()) {
            return draft.without(Status.EMPTY_DOMAIN);
        }
        if (raters < 2) {
            throw new IllegalArgumentException("raters must be at least 2 for each item, was " + raters);
        }
        return kappa(draft, rows, raters);
    }

    private static Agreement kappa(Draft draft, List<List<Long>> rows, long raters) {
        int items = rows.size();
        double[] share = new double[rows.get(0).size()];
        double agreeing = 0;
        for (List<Long> row : rows) {
            for (int j = 0; j < share.length; j++) {
                double count = row.get(j);
                share[j] += count;
                agreeing += count * (count - 1);
            }
        }
        double all = (double) items * raters;
        double expected = 0;
        double spread = 0;
        double skew = 0;
        boolean varies = true;
        for (int j = 0; j < share.length; j++) {
            varies &= share[j] < all;
            double p = share[j] / all;
            expected += p * p;
            spread += p * (1 - p);
            skew += p * (1 - p) * (1 - 2 * p);
        }
        double observed = agreeing / all / (raters - 1);
        draft.detail("observed", observed).detail("expected", expected);
        draft.step("observed-agreement", "P̄ = Σ n_ij(n_ij − 1)/(N·m(m − 1))", sizes(items, raters), observed);
        draft.step("expected-agreement", "P_e = Σ p_j²", sizes(items, raters), expected);
        if (!varies) {
            return draft.without(Status.NO_VARIATION);
        }
        double kappa = (observed - expected) / spread;
        double error = Math.sqrt(2 * Math.max(0, spread * spread - skew) / (all * (raters - 1))) / spread;
        draft.value(kappa)
                .step(
                        "kappa",
                        "κ = (P̄ − P_e)/(1 − P_e)",
                        "(" + num(observed) + " − " + num(expected) + ")/(1 − " + num(expected) + ")",
                        kappa);
        draft.standardError(error)
                .step(
                        "null-standard-error",
                        "SE₀ = √2·√((Σp_jq_j)² − Σp_jq_j(q_j − p_j)) / (Σp_jq_j·√(N·m(m − 1)))",
                        "Σpq = " + num(spread) + ", Σpq(q − p) = " + num(skew) + ", " + sizes(items, raters),
                        error);
        if (error > 0) {
            double z = kappa / error;
            double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
            draft.test(new HypothesisTest("kappa-zero", z, List.of(), Math.min(1, p)))
                    .step("test-z", "z = κ/SE₀", num(kappa) + "/" + num(error), z);
        }
        return draft.build();
    }

    private static String sizes(int items, long raters) {
        return "N = " + items + ", m = " + raters;
    }

    /** The most frequent number of raters of an item; of two the larger. */
    private static long raters(CategoryCounts counts) {
        Map<Long, Integer> frequency = new TreeMap<>();
        counts.rows().forEach(row -> frequency.merge(CategoryCounts.total(row), 1, Integer::sum));
        long best = 0;
        int most = 0;
        for (Map.Entry<Long, Integer> entry : frequency.entrySet()) {
            if (entry.getValue() >= most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }
}
