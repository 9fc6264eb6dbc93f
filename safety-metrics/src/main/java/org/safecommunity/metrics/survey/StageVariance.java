package org.safecommunity.metrics.survey;

import org.safecommunity.metrics.survey.SurveyDesign.Stage;

/** What one stage of sampling adds to the covariance matrix of totals. */
final class StageVariance {
    private StageVariance() {}

    /** Adds the stage's part to {@code sum}; {@code share} is the product of the sampling fractions above each parent. */
    static void add(double[][] sum, SparseTotals totals, Stage stage, DoubleVector share, LonelyPsu policy) {
        int parents = stage.drawn().size();
        int m = totals.total().length;
        double[][] mean = meansByParent(totals, stage, parents);
        int[] present = new int[parents];
        for (int unit : totals.unit()) {
            present[stage.parent().get(unit)]++;
        }
        double[] grand = policy == LonelyPsu.ADJUST ? grandMeans(totals, stage) : new double[m];
        double[] factor = new double[parents];
        double[] lonelyFactor = new double[parents];
        double stretch = stretch(stage, share, policy, present);
        for (int p = 0; p < parents; p++) {
            int drawn = stage.drawn().get(p);
            double rest = 1 - stage.fraction().get(p);
            factor[p] = drawn > 1 ? share.get(p) * rest * drawn / (drawn - 1d) * stretch : 0;
            lonelyFactor[p] = drawn == 1 && policy == LonelyPsu.ADJUST ? share.get(p) * rest : 0;
        }
        for (int a = 0; a < m; a++) {
            for (int b = 0; b <= a; b++) {
                double part = 0;
                for (int i = 0; i < totals.unit().length; i++) {
                    int p = stage.parent().get(totals.unit()[i]);
                    double za = totals.total()[a][i];
                    double zb = totals.total()[b][i];
                    part += factor[p] * (za - mean[a][p]) * (zb - mean[b][p])
                            + lonelyFactor[p] * (za - grand[a]) * (zb - grand[b]);
                }
                for (int p = 0; p < parents; p++) {
                    int absent = stage.drawn().get(p) - present[p];
                    if (absent > 0) {
                        part += absent * (factor[p] * mean[a][p] * mean[b][p] + lonelyFactor[p] * grand[a] * grand[b]);
                    }
                }
                sum[a][b] += part;
                if (a != b) {
                    sum[b][a] = sum[a][b];
                }
            }
        }
    }

    private static double[][] meansByParent(SparseTotals totals, Stage stage, int parents) {
        int m = totals.total().length;
        double[][] mean = new double[m][parents];
        for (int k = 0; k < m; k++) {
            for (int i = 0; i < totals.unit().length; i++) {
                mean[k][stage.parent().get(totals.unit()[i])] += totals.total()[k][i];
            }
            for (int p = 0; p < parents; p++) {
                mean[k][p] /= Math.max(1, stage.drawn().get(p));
            }
        }
        return mean;
    }

    private static double[] grandMeans(SparseTotals totals, Stage stage) {
        int m = totals.total().length;
        double[] grand = new double[m];
        for (int k = 0; k < m; k++) {
            for (double value : totals.total()[k]) {
                grand[k] += value;
            }
            grand[k] /= stage.parent().size();
        }
        return grand;
    }

    /** AVERAGE: the other strata stand in for the lonely ones; strata without a unit of the domain are not counted. */
    private static double stretch(Stage stage, DoubleVector share, LonelyPsu policy, int[] present) {
        int counted = 0;
        int lonely = 0;
        for (int p = 0; p < present.length; p++) {
            if (share.get(p) > 0 && present[p] > 0) {
                counted++;
                if (stage.drawn().get(p) == 1 && stage.fraction().get(p) < 1) {
                    lonely++;
                }
            }
        }
        boolean average = policy == LonelyPsu.AVERAGE && lonely > 0 && counted > lonely;
        return average ? (double) counted / (counted - lonely) : 1;
    }
}
