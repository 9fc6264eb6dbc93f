package org.safecommunity.metrics.agreement;

import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.agreement.Agreement.Draft;

/**
 * Agreement of any number of raters, ratings may be missing: Krippendorff's alpha.
 *
 * <p>α = 1 − D_o/D_e = 1 − (n − 1)·Σ o_ck·δ²_ck / Σ n_c·n_k·δ²_ck over pairs of categories c &lt; k, with coincidences o_ck = Σ_u
 * n_uc·n_uk/(m_u − 1), n_c the ratings of category c, n their sum. Only items with two or more ratings count.
 *
 * <p>Interval: percentiles of α over resamples of the items ({@link Bootstrap}); resamples in which all ratings are alike have
 * no α and are left out and counted. (Krippendorff's own bootstrap resamples pairs as if they were independent and is not
 * used.) With one item there is no interval.
 *
 * <p>Limits: all ratings alike: not defined. Checked against: the definition by pairs of ratings in R, and printed examples.
 *
 * <p>Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability; Hayes &amp; Krippendorff 2007, Communication
 * Methods and Measures 1, 77–89.
 */
public final class KrippendorffAlpha {
    private static final String SOURCE = "Krippendorff 2011, Computing Krippendorff's alpha-reliability; Hayes &"
            + " Krippendorff 2007, Communication Methods and Measures 1:77–89";

    private KrippendorffAlpha() {}

    /**
     * Alpha of ratings.
     *
     * @param counts     raters by item and category, not null
     * @param metric     distance of categories, not null
     * @param bootstrap  resampling for the interval, not null
     * @param confidence level and side of the interval, not null
     * @return the agreement
     * @throws IllegalArgumentException if the categories do not suit the metric
     */
    public static Agreement of(CategoryCounts counts, AlphaMetric metric, Bootstrap bootstrap, Confidence confidence) {
        metric.require(counts.categories());
        List<double[]> units = new ArrayList<>();
        List<Integer> leftOut = new ArrayList<>();
        long raters = 0;
        for (int i = 0; i < counts.rows().size(); i++) {
            List<Long> row = counts.rows().get(i);
            raters = Math.max(raters, CategoryCounts.total(row));
            if (CategoryCounts.total(row) >= 2) {
                units.add(row.stream().mapToDouble(Long::doubleValue).toArray());
            } else {
                leftOut.add(i + 1);
            }
        }
        Draft draft = new Draft("krippendorff", units.size(), raters, leftOut, SOURCE)
                .input("categories", counts.categories().labels())
                .input("counts", counts.rows())
                .detail("metric", metric.label());
        if (units.isEmpty()) {
            return draft.without(Status.EMPTY_DOMAIN);
        }
        Disagreement d = Disagreement.of(units, counts.categories(), metric);
        draft.detail("ratings", (long) d.ratings)
                .step(
                        "alpha-observed",
                        "D_o = Σ o_ck·δ²_ck / n, " + metric.formula(),
                        "n = " + num(d.ratings),
                        d.observed)
                .step("alpha-expected", "D_e = Σ n_c·n_k·δ²_ck / (n(n − 1))", "n = " + num(d.ratings), d.expected);
        if (d.expected == 0) {
            return draft.without(Status.NO_VARIATION);
        }
        draft.value(d.alpha().orElseThrow())
                .step(
                        "alpha",
                        "α = 1 − D_o/D_e",
                        "1 − " + num(d.observed) + "/" + num(d.expected),
                        d.alpha().orElseThrow());
        addInterval(draft, units, counts.categories(), metric, bootstrap, confidence);
        return draft.build();
    }

    private static void addInterval(
            Draft draft,
            List<double[]> units,
            Categories categories,
            AlphaMetric metric,
            Bootstrap bootstrap,
            Confidence confidence) {
        if (units.size() < 2) {
            draft.note("one-item");
            return;
        }
        Random random = new Random(bootstrap.seed());
        double[] values = new double[bootstrap.resamples()];
        int found = 0;
        List<double[]> resample = new ArrayList<>(units);
        for (int b = 0; b < bootstrap.resamples(); b++) {
            for (int i = 0; i < units.size(); i++) {
                resample.set(i, units.get(random.nextInt(units.size())));
            }
            OptionalDouble alpha = Disagreement.of(resample, categories, metric).alpha();
            if (alpha.isPresent()) {
                values[found++] = alpha.getAsDouble();
            }
        }
        draft.detail("resamples", (long) bootstrap.resamples())
                .detail("seed", bootstrap.seed())
                .detail("resamplesWithoutVariation", (long) (bootstrap.resamples() - found));
        if (found == 0) {
            return;
        }
        Arrays.sort(values, 0, found);
        double lower =
                confidence.hasLower() ? Bootstrap.quantile(values, found, confidence.tail()) : Double.NEGATIVE_INFINITY;
        double upper = confidence.hasUpper() ? Bootstrap.quantile(values, found, 1 - confidence.tail()) : 1;
        draft.interval(new Interval("bootstrap-percentile", confidence.level(), lower, upper));
        String numbers =
                "B = " + bootstrap.resamples() + ", seed = " + bootstrap.seed() + ", tail = " + num(confidence.tail());
        if (confidence.hasLower()) {
            draft.step("lower-limit", "quantile of α over resamples of the items", numbers, lower);
        }
        if (confidence.hasUpper()) {
            draft.step("upper-limit", "quantile of α over resamples of the items", numbers, upper);
        }
    }

    /** Observed and expected disagreement of units, each of two ratings or more. */
    private record Disagreement(double ratings, double observed, double expected) {
        static Disagreement of(List<double[]> units, Categories categories, AlphaMetric metric) {
            int size = categories.size();
            double[] totals = new double[size];
            for (double[] unit : units) {
                for (int c = 0; c < size; c++) {
                    totals[c] += unit[c];
                }
            }
            double[][] distance = metric.distances(categories, totals);
            double n = Arrays.stream(totals).sum();
            double observed = 0;
            double expected = 0;
            for (double[] unit : units) {
                double ratings = Arrays.stream(unit).sum();
                double within = 0;
                for (int c = 0; c < size; c++) {
                    for (int k = c + 1; k < size && unit[c] > 0; k++) {
                        within += unit[c] * unit[k] * distance[c][k];
                    }
                }
                observed += 2 * within / (ratings - 1);
            }
            for (int c = 0; c < size; c++) {
                for (int k = c + 1; k < size; k++) {
                    expected += 2 * totals[c] * totals[k] * distance[c][k];
                }
            }
            return new Disagreement(n, observed / n, expected / n / (n - 1));
        }

        OptionalDouble alpha() {
            return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - observed / expected);
        }
    }
}
