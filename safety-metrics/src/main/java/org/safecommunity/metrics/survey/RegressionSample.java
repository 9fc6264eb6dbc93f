package org.safecommunity.metrics.survey;

import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.internal.Checks;

/** The respondents of a regression beside their covariates: leaf, weight, response and offset, row by row. */
public final class RegressionSample {
    private final SurveyModel model;
    private final IntVector leaf = new IntVector();
    private final DoubleVector weight = new DoubleVector();
    private final DoubleVector y = new DoubleVector();
    private final DoubleVector offset = new DoubleVector();

    /** Nobody yet; the model says which responses can be. */
    public RegressionSample(SurveyModel model) {
        this.model = java.util.Objects.requireNonNull(model, "model");
    }

    /**
     * Adds a respondent.
     *
     * @param in       its leaf, as {@link SurveyDesign.Builder#unit} gave it
     * @param w        its weight, finite, above 0
     * @param response finite; 0 or 1 of a logistic model, 0 or more of a Poisson model
     * @param known    offset: a part of the predictor with coefficient 1, such as the logarithm of person-time; finite
     * @throws IllegalArgumentException if a value is not as said
     */
    public void add(int in, double w, double response, double known) {
        Checks.positive(w, "weight");
        if (!Double.isFinite(response) || !Double.isFinite(known)) {
            throw new IllegalArgumentException("response and offset must be finite, were "
                    + NumberText.shortest(response) + " and " + NumberText.shortest(known));
        }
        if (model == SurveyModel.LOGISTIC && response != 0 && response != 1) {
            throw new IllegalArgumentException(
                    "response must be 0 or 1 in a logistic model, was " + NumberText.shortest(response));
        }
        if (model == SurveyModel.POISSON && response < 0) {
            throw new IllegalArgumentException(
                    "response must be 0 or more in a Poisson model, was " + NumberText.shortest(response));
        }
        leaf.add(in);
        weight.add(w);
        y.add(response);
        offset.add(known);
    }

    /** Number of respondents. */
    public int size() {
        return y.size();
    }

    SurveyModel model() {
        return model;
    }

    int leaf(int row) {
        return leaf.get(row);
    }

    double weight(int row) {
        return weight.get(row);
    }

    double y(int row) {
        return y.get(row);
    }

    double offset(int row) {
        return offset.get(row);
    }

    /** Whether some respondent has an offset other than 0. */
    boolean hasOffset() {
        for (int i = 0; i < size(); i++) {
            if (offset.get(i) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether every response is 0 or 1. */
    boolean binary() {
        for (int i = 0; i < size(); i++) {
            if (y.get(i) != 0 && y.get(i) != 1) {
                return false;
            }
        }
        return true;
    }
}
