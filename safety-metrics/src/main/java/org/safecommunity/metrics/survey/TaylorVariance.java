package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.List;

/** Taylor linearisation: the variance of the total of the linearised values. */
record TaylorVariance(SurveyDesign design) implements SurveyVariance {
    @Override
    public String label() {
        return "taylor";
    }

    @Override
    public int degreesOfFreedom() {
        return design.degreesOfFreedom();
    }

    /** Covariance matrix of estimates. */
    double[][] covariance(List<Estimand> estimands) {
        if (estimands.size() == 1) {
            LeafTotals influence = estimands.get(0).influence();
            return design.covariance(influence.leaves(), new double[][] {influence.values()});
        }
        LongIntMap places = new LongIntMap();
        IntVector leaves = new IntVector();
        List<LeafTotals> influences = new ArrayList<>();
        for (Estimand estimand : estimands) {
            LeafTotals influence = estimand.influence();
            influences.add(influence);
            for (int leaf : influence.leaves()) {
                if (places.indexOf(leaf) == leaves.size()) {
                    leaves.add(leaf);
                }
            }
        }
        double[][] values = new double[estimands.size()][leaves.size()];
        for (int k = 0; k < values.length; k++) {
            LeafTotals influence = influences.get(k);
            for (int i = 0; i < influence.size(); i++) {
                values[k][places.indexOf(influence.leaves()[i])] += influence.values()[i];
            }
        }
        return design.covariance(leaves.toArray(), values);
    }
}
