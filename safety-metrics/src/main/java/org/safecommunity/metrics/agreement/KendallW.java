package org.safecommunity.metrics.agreement;

import static org.safecommunity.metrics.internal.Working.num;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.agreement.Agreement.Draft;

/**
 * Concordance of m raters in ranking n items: Kendall's W, from 0 (none) to 1 (the same ranking).
 *
 * <p>Ratings of a rater are ranked, equal ones by their mean rank. W = 12·S/(m²(n³ − n) − m·ΣT), S = Σ (R_i − R̄)² over the rank
 * sums of the items, T = Σ (t³ − t) over the ties of a rater. Test: χ² = m(n − 1)W on n − 1 degrees of freedom.
 *
 * <p>Limits: the test is approximate, poor below 8 items. Items that lack a rating are left out and counted. When no rater
 * distinguishes the items W is not defined. Checked against: R {@code friedman.test}, whose statistic is m(n − 1)W.
 *
 * <p>Source: Kendall &amp; Babington Smith 1939, Annals of Mathematical Statistics 10, 275–287.
 */
public final class KendallW {
    private static final int FEW_ITEMS = 8;
    private static final String SOURCE =
            "Kendall & Babington Smith 1939, Annals of Mathematical Statistics 10:275–287; Friedman 1940, ibid. 11:86–92";

    private KendallW() {}

    /**
     * Concordance of rankings or scores.
     *
     * @param table ratings that are numbers, not null
     * @return the agreement
     * @throws IllegalArgumentException if a rating is not a number
     */
    public static Agreement of(RatingTable table) {
        double[][] ratings = table.completeNumbers();
        int n = ratings.length;
        int m = table.raters().size();
        Draft draft = new Draft("kendall-w", n, m, table.incomplete(), SOURCE).input("ratings", lists(ratings));
        if (n < 2) {
            return draft.without(n == 0 ? Status.EMPTY_DOMAIN : Status.SINGLE_UNIT);
        }
        double[] sums = new double[n];
        double ties = 0;
        for (int j = 0; j < m; j++) {
            int rater = j;
            double[] scores =
                    Arrays.stream(ratings).mapToDouble(row -> row[rater]).toArray();
            ties += addRanks(scores, sums);
        }
        double centre = m * (n + 1) / 2d;
        double s =
                Arrays.stream(sums).map(sum -> (sum - centre) * (sum - centre)).sum();
        double most = (double) m * m * ((double) n * n * n - n);
        draft.detail("s", s).detail("ties", ties);
        draft.step("rank-sums", "S = Σ (R_i − m(n + 1)/2)²", "m = " + m + ", n = " + n, s);
        draft.step("ties", "ΣT = Σ (t³ − t)", "m = " + m + ", n = " + n, ties);
        double denominator = most - m * ties;
        if (denominator == 0) {
            return draft.without(Status.NO_VARIATION);
        }
        double w = 12 * s / denominator;
        double chiSquared = m * (n - 1) * w;
        draft.detail("uncorrected", 12 * s / most)
                .value(w)
                .step(
                        "kendall-w",
                        "W = 12·S/(m²(n³ − n) − m·ΣT)",
                        "12 × " + num(s) + "/(" + num(most) + " − " + m + " × " + num(ties) + ")",
                        w)
                .step("chi-squared", "χ² = m(n − 1)W", m + " × " + (n - 1) + " × " + num(w), chiSquared)
                .test(new HypothesisTest(
                        "friedman-chi-squared",
                        chiSquared,
                        List.of(n - 1d),
                        ChiSquaredDistribution.of(n - 1).survivalProbability(chiSquared)));
        if (n < FEW_ITEMS) {
            draft.note("few-items", n, FEW_ITEMS);
        }
        return draft.build();
    }

    /** Adds the ranks of one rater to the sums; returns Σ (t³ − t) over its ties. */
    private static double addRanks(double[] scores, double[] sums) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ties = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                sums[order[i]] += (start + end + 1) / 2d;
            }
            double t = end - start;
            ties += t * t * t - t;
            start = end;
        }
        return ties;
    }

    static List<List<Double>> lists(double[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}
