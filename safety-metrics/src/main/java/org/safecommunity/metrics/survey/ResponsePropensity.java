package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.regression.Design;

/**
 * Propensity to answer by a weighted logistic model of what is known of respondents and of those who did not answer.
 * Classes of it are cells for {@link NonresponseAdjustment#byCells}: cut at its quantiles (type 7), so that extreme
 * propensities do not make extreme weights.
 * <p>Checked against: R {@code glm} with family quasibinomial, {@code quantile} and {@code cut}.
 */
public final class ResponsePropensity {
    private ResponsePropensity() {}

    /**
     * Fits the model.
     *
     * @param design    terms of the model by unit, not null
     * @param weights   weight of each unit, finite, above 0
     * @param responded whether each answered
     * @return the probability of each to answer
     * @throws IllegalArgumentException if the lengths differ, a weight is not positive, or the model has no finite estimate
     */
    public static double[] of(Design design, double[] weights, boolean[] responded) {
        NonresponseAdjustment.requireSame(weights, responded.length);
        NonresponseAdjustment.requireSame(weights, design.rows());
        RegressionSample sample = new RegressionSample(SurveyModel.LOGISTIC);
        for (int i = 0; i < weights.length; i++) {
            sample.add(0, weights[i], responded[i] ? 1 : 0, 0);
        }
        WeightedFit fit = WeightedFit.of(design, sample, weights);
        if (!fit.converged() || !fit.separated().isEmpty()) {
            throw new IllegalArgumentException(
                    "response model must have a finite estimate: a term may tell apart all who answered; put levels together");
        }
        double[] propensities = new double[weights.length];
        for (int i = 0; i < propensities.length; i++) {
            propensities[i] = fit.mean(i);
        }
        return propensities;
    }

    /**
     * Classes of propensities of about equal size.
     *
     * @param propensities of each unit, finite
     * @param classes      their number, 2 or more; classes that hold nobody because of ties are left out
     * @return the class of each, from 1, the lowest
     * @throws IllegalArgumentException if there are no propensities, or fewer than 2 classes
     */
    public static List<Integer> classes(double[] propensities, int classes) {
        if (propensities.length == 0 || classes < 2) {
            throw new IllegalArgumentException("classes must be 2 or more of some propensities, was " + classes + " of "
                    + NumberText.shortest(propensities.length));
        }
        double[] sorted = propensities.clone();
        Arrays.sort(sorted);
        double[] cuts = new double[classes - 1];
        for (int k = 1; k < classes; k++) {
            double place = (sorted.length - 1d) * k / classes;
            int below = (int) Math.floor(place);
            int above = Math.min(below + 1, sorted.length - 1);
            cuts[k - 1] = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
        List<Integer> found = new ArrayList<>();
        for (double one : propensities) {
            int number = 1;
            for (double cut : cuts) {
                number += one > cut ? 1 : 0;
            }
            found.add(number);
        }
        return found;
    }
}
