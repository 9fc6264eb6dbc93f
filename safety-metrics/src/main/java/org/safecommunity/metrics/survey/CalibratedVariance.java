package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.List;

/** Linearisation with calibrated weights: sums are by unit, not by leaf, and influence values give way to their residuals. */
record CalibratedVariance(TaylorVariance base, Calibration calibration, IntVector leafOfUnit)
        implements SurveyVariance {
    @Override
    public String label() {
        return "taylor-calibrated";
    }

    @Override
    public SurveyDesign design() {
        return base.design();
    }

    @Override
    public int degreesOfFreedom() {
        return base.degreesOfFreedom();
    }

    @Override
    public boolean inOnePrimaryUnit(LeafTotals byUnit) {
        return design().inOnePrimaryUnit(byLeaf(byUnit));
    }

    double[][] covariance(List<Estimand> estimands) {
        List<Estimand> residuals = new ArrayList<>();
        for (Estimand estimand : estimands) {
            LeafTotals influence = estimand.influence();
            residuals.add(new Estimand(byLeaf(calibration.residuals(influence)), null));
        }
        return base.covariance(residuals);
    }

    private LeafTotals byLeaf(LeafTotals byUnit) {
        int[] leaves = new int[byUnit.size()];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = leafOfUnit.get(byUnit.leaves()[i]);
        }
        return new LeafTotals(leaves, byUnit.values()).combine(1, 0, new LeafTotals(new int[0], new double[0]));
    }
}
