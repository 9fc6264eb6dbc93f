package org.safecommunity.metrics.survey;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Variance from replicates made of the design. */
record ReplicateVariance(SurveyDesign design, ReplicateFactors factors, ReplicateMethod method, ReplicateCentre centre)
        implements SurveyVariance {

    @Override
    public String label() {
        return method.label();
    }

    @Override
    public int degreesOfFreedom() {
        return method == ReplicateMethod.JK1 ? design.primaryUnits() - 1 : design.degreesOfFreedom();
    }

    /** Covariance matrix of estimates. */
    double[][] covariance(List<Estimand> estimands) {
        int m = estimands.size();
        double[][] estimate = new double[m][];
        double[] centres = new double[m];
        for (int k = 0; k < m; k++) {
            estimate[k] = replicates(estimands.get(k));
            centres[k] = centre == ReplicateCentre.ESTIMATE
                    ? estimands.get(k).value()
                    : Arrays.stream(estimate[k]).average().orElseThrow();
        }
        double[][] covariance = new double[m][m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                covariance[a][b] = factors.covariance(estimate[a], centres[a], estimate[b], centres[b]);
            }
        }
        return covariance;
    }

    /** The estimate of each replicate. */
    double[] replicates(Estimand estimand) {
        double[] numerator = factors.totals(byPrimaryUnit(estimand.numerator()));
        LeafTotals below = estimand.denominator();
        if (below != null) {
            double[] denominator = factors.totals(byPrimaryUnit(below));
            for (int r = 0; r < numerator.length; r++) {
                numerator[r] /= denominator[r];
            }
        }
        return numerator;
    }

    private double[] byPrimaryUnit(@Nullable LeafTotals totals) {
        double[] sums = new double[design.primaryUnits()];
        if (totals != null) {
            for (int i = 0; i < totals.size(); i++) {
                sums[design.primaryUnitOf(totals.leaves()[i])] += totals.values()[i];
            }
        }
        return sums;
    }
}
