package org.safecommunity.metrics.survey;

import java.util.Locale;

/** How the mean of a response depends on its linear predictor; each with the canonical link. */
public enum SurveyModel {
    /** Mean = predictor: differences of means. */
    LINEAR,
    /** Logit of the mean = predictor: odds ratios of a response of 0 and 1. */
    LOGISTIC,
    /** Logarithm of the mean = predictor: ratios of rates or prevalences. */
    POISSON;

    /** Kebab-case name, e.g. {@code logistic}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A mean to start from. */
    double start(double y) {
        return switch (this) {
            case LINEAR -> y;
            case LOGISTIC -> (y + 0.5) / 2;
            case POISSON -> y + 0.1;
        };
    }

    double link(double mean) {
        return switch (this) {
            case LINEAR -> mean;
            case LOGISTIC -> Math.log(mean / (1 - mean));
            case POISSON -> Math.log(mean);
        };
    }

    double mean(double predictor) {
        return switch (this) {
            case LINEAR -> predictor;
            case LOGISTIC -> 1 / (1 + Math.exp(-predictor));
            case POISSON -> Math.exp(predictor);
        };
    }

    /** Derivative of the mean by the predictor, which is also the variance function. */
    double slope(double mean) {
        return switch (this) {
            case LINEAR -> 1;
            case LOGISTIC -> mean * (1 - mean);
            case POISSON -> mean;
        };
    }

    double deviance(double y, double mean) {
        return switch (this) {
            case LINEAR -> (y - mean) * (y - mean);
            case LOGISTIC -> -2 * (part(y, mean) + part(1 - y, 1 - mean));
            case POISSON -> 2 * ((y == 0 ? 0 : y * Math.log(y / mean)) - (y - mean));
        };
    }

    private static double part(double y, double mean) {
        return y == 0 ? 0 : y * Math.log(mean);
    }
}
