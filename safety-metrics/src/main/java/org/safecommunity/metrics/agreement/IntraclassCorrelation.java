package org.safecommunity.metrics.agreement;

import static org.safecommunity.metrics.internal.Working.num;

import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.agreement.Agreement.Draft;

/**
 * Agreement of raters on a scale of numbers: the share of the variance of ratings that lies between items.
 *
 * <p>From the mean squares of n items by k raters: between items BMS, within items WMS, between raters JMS, residual EMS; the
 * formulas are those of {@link IccForm}. Test: F = BMS/WMS (model 1) or BMS/EMS. Intervals by F quantiles; for model 2 with
 * Satterthwaite's degrees of freedom.
 *
 * <p>Limits: normal errors of one variance. Items that lack a rating are left out and counted. All ratings equal: not defined; a negative estimate of the total
 * variance (raters that contradict one another): no estimate.
 * Without residual variance the coefficient is exact and has neither test nor an informative interval. Checked against: R
 * {@code psych::ICC}.
 *
 * @see <a href="https://doi.org/10.1037/0033-2909.86.2.420">Shrout &amp; Fleiss (1979), Psychological Bulletin 86, 420–428</a>
 */
public final class IntraclassCorrelation {
    private static final String SOURCE = "Shrout & Fleiss 1979, Psychological Bulletin 86:420–428; McGraw & Wong 1996,"
            + " Psychological Methods 1:30–46";

    private IntraclassCorrelation() {}

    /**
     * Intraclass correlation.
     *
     * @param table      ratings that are numbers, not null
     * @param form       form of the coefficient, not null
     * @param confidence level and side of the interval, not null
     * @return the agreement
     * @throws IllegalArgumentException if a rating is not a number
     */
    public static Agreement of(RatingTable table, IccForm form, Confidence confidence) {
        double[][] ratings = table.completeNumbers();
        int n = ratings.length;
        int k = table.raters().size();
        Draft draft = new Draft("icc", n, k, table.incomplete(), SOURCE)
                .input("ratings", KendallW.lists(ratings))
                .detail("form", form.label());
        if (n < 2) {
            return draft.without(n == 0 ? Status.EMPTY_DOMAIN : Status.SINGLE_UNIT);
        }
        MeanSquares ms = MeanSquares.of(ratings);
        draft.detail("betweenItems", ms.between)
                .detail("withinItems", ms.within)
                .detail("betweenRaters", ms.raters)
                .detail("residual", ms.residual);
        draft.step("ms-items", "BMS = k·Σ(x̄ᵢ − x̄)²/(n − 1)", "n = " + n + ", k = " + k, ms.between)
                .step("ms-within", "WMS = ΣΣ(xᵢⱼ − x̄ᵢ)²/(n(k − 1))", "n = " + n + ", k = " + k, ms.within)
                .step("ms-raters", "JMS = n·Σ(x̄ⱼ − x̄)²/(k − 1)", "n = " + n + ", k = " + k, ms.raters)
                .step(
                        "ms-residual",
                        "EMS = ΣΣ(xᵢⱼ − x̄ᵢ − x̄ⱼ + x̄)²/((n − 1)(k − 1))",
                        "n = " + n + ", k = " + k,
                        ms.residual);
        double denominator = ms.denominator(form);
        if (ms.between + ms.within == 0) {
            return draft.without(Status.NO_VARIATION);
        }
        if (denominator <= 0) {
            return draft.note("negative-variance").without(Status.NO_VARIATION);
        }
        double icc = (ms.between - ms.error(form)) / denominator;
        draft.value(icc).step("icc", form.formula(), ms.numbers(), icc);
        if (ms.error(form) == 0) {
            if (icc == 1) {
                draft.interval(
                        new Interval("f", confidence.level(), confidence.hasLower() ? 1 : Double.NEGATIVE_INFINITY, 1));
                draft.note("perfect-agreement");
            }
            return draft.build();
        }
        addTest(draft, ms, form);
        addInterval(draft, ms, form, icc, confidence);
        return draft.build();
    }

    private static void addTest(Draft draft, MeanSquares ms, IccForm form) {
        double f = ms.between / ms.error(form);
        double df1 = ms.n - 1d;
        double df2 = ms.errorDf(form);
        draft.test(new HypothesisTest(
                        "f", f, List.of(df1, df2), FDistribution.of(df1, df2).survivalProbability(f)))
                .step("test-f", form.model() == 1 ? "F = BMS/WMS" : "F = BMS/EMS", ms.numbers(), f);
    }

    private static void addInterval(Draft draft, MeanSquares ms, IccForm form, double icc, Confidence confidence) {
        double[] limits = form.model() == 2
                ? ms.absoluteLimits(form.isMean(), confidence.tail())
                : ms.consistencyLimits(form, confidence.tail());
        if (!(limits[0] <= limits[1])) {
            draft.note("interval-undefined", "f");
            return;
        }
        double lower = confidence.hasLower() ? limits[0] : Double.NEGATIVE_INFINITY;
        double upper = confidence.hasUpper() ? limits[1] : 1;
        draft.interval(new Interval("f", confidence.level(), lower, upper));
        String numbers = ms.numbers() + ", icc = " + num(icc) + ", tail = " + num(confidence.tail());
        if (confidence.hasLower()) {
            draft.step("lower-limit", ms.limitFormula(form, true), numbers, lower);
        }
        if (confidence.hasUpper()) {
            draft.step("upper-limit", ms.limitFormula(form, false), numbers, upper);
        }
    }

    /** Mean squares of a two-way table with one rating a cell. */
    private record MeanSquares(int n, int k, double between, double within, double raters, double residual) {
        static MeanSquares of(double[][] ratings) {
            int n = ratings.length;
            int k = ratings[0].length;
            double[] item = new double[n];
            double[] rater = new double[k];
            double mean = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < k; j++) {
                    item[i] += ratings[i][j] / k;
                    rater[j] += ratings[i][j] / n;
                    mean += ratings[i][j] / n / k;
                }
            }
            double between = 0;
            double within = 0;
            double raters = 0;
            double residual = 0;
            for (int i = 0; i < n; i++) {
                between += k * (item[i] - mean) * (item[i] - mean);
                for (int j = 0; j < k; j++) {
                    double own = ratings[i][j] - item[i];
                    double rest = own - (rater[j] - mean);
                    within += own * own;
                    residual += rest * rest;
                }
            }
            for (int j = 0; j < k; j++) {
                raters += n * (rater[j] - mean) * (rater[j] - mean);
            }
            // what is left by rounding only is no variance
            double noise = 1e-28 * (n * k) * (1 + mean * mean) + 1e-13 * (between + within);
            return new MeanSquares(
                    n,
                    k,
                    clean(between, noise) / (n - 1),
                    clean(within, noise) / n / (k - 1),
                    clean(raters, noise) / (k - 1),
                    clean(residual, noise) / (n - 1) / (k - 1));
        }

        private static double clean(double sum, double noise) {
            return sum <= noise ? 0 : sum;
        }

        double error(IccForm form) {
            return form.model() == 1 ? within : residual;
        }

        double errorDf(IccForm form) {
            return form.model() == 1 ? n * (k - 1d) : (n - 1d) * (k - 1);
        }

        double denominator(IccForm form) {
            double excess = (raters - residual) / n;
            return switch (form) {
                case ICC1_1 -> between + (k - 1) * within;
                case ICC2_1 -> between + (k - 1) * residual + k * excess;
                case ICC3_1 -> between + (k - 1) * residual;
                case ICC1_K, ICC3_K -> between;
                case ICC2_K -> between + excess;
            };
        }

        double[] consistencyLimits(IccForm form, double tail) {
            double f = between / error(form);
            double df1 = n - 1d;
            double df2 = errorDf(form);
            double low = f / FDistribution.of(df1, df2).inverseSurvivalProbability(tail);
            double high = f * FDistribution.of(df2, df1).inverseSurvivalProbability(tail);
            return form.isMean()
                    ? new double[] {1 - 1 / low, 1 - 1 / high}
                    : new double[] {(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)};
        }

        double[] absoluteLimits(boolean mean, double tail) {
            double icc = (between - residual) / denominator(IccForm.ICC2_1);
            double rest = (n * (1 + (k - 1) * icc) - k * icc) * residual;
            double sum = k * icc * raters + rest;
            double df = (k - 1d) * (n - 1) * sum * sum / ((n - 1d) * k * k * icc * icc * raters * raters + rest * rest);
            if (!(df > 0)) {
                return new double[] {Double.NaN, Double.NaN};
            }
            double fUpper = FDistribution.of(n - 1, df).inverseSurvivalProbability(tail);
            double fLower = FDistribution.of(df, n - 1).inverseSurvivalProbability(tail);
            double others = k * raters + ((double) k * n - k - n) * residual;
            double low = n * (between - fUpper * residual) / (fUpper * others + n * between);
            double high = n * (fLower * between - residual) / (others + n * fLower * between);
            return mean ? new double[] {ofMean(low), ofMean(high)} : new double[] {low, high};
        }

        /** Spearman–Brown; without a lower bound where one rating agrees less than k raters can. */
        private double ofMean(double single) {
            double denominator = 1 + single * (k - 1);
            return denominator <= 0 ? Double.NEGATIVE_INFINITY : single * k / denominator;
        }

        String limitFormula(IccForm form, boolean lower) {
            if (form.model() == 2) {
                String single = lower
                        ? "n(BMS − F*·EMS)/(F*·(k·JMS + (kn − k − n)EMS) + n·BMS)"
                        : "n(F*·BMS − EMS)/(k·JMS + (kn − k − n)EMS + n·F*·BMS)";
                return form.isMean() ? "k·L/(1 + (k − 1)L), L = " + single : single;
            }
            String f = lower ? "F' = F/F(1 − tail; n − 1, df)" : "F' = F·F(1 − tail; df, n − 1)";
            return (form.isMean() ? "1 − 1/F', " : "(F' − 1)/(F' + k − 1), ") + f;
        }

        String numbers() {
            return "BMS = " + num(between) + ", WMS = " + num(within) + ", JMS = " + num(raters) + ", EMS = "
                    + num(residual) + ", n = " + n + ", k = " + k;
        }
    }
}
