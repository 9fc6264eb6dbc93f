package org.safecommunity.metrics.survey;

import java.util.Locale;

/**
 * How far calibrated weights may go from the ones before: the factor g as a function of a linear predictor u.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1992.10475217">Deville &amp; Särndal (1992), J. Am. Stat. Assoc. 87, 376–382</a>
 */
public enum CalibrationMethod {
    /** g = exp(u), the limit of iterative proportional fitting; never negative. */
    RAKE,
    /** One variable: g = N_c/Σ_c w. */
    POSTSTRATIFY,
    /** g = 1 + u, the generalised regression estimator; may turn negative. */
    LINEAR,
    /** g between two bounds, smooth in u. */
    LOGIT,
    /** g = 1 + u cut at two bounds. */
    TRUNCATED;

    /** Kebab-case name, e.g. {@code logit}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the method needs bounds. */
    public boolean bounded() {
        return this == LOGIT || this == TRUNCATED;
    }

    double factor(double u, double lower, double upper) {
        return switch (this) {
            case RAKE -> Math.exp(u);
            case POSTSTRATIFY, LINEAR -> 1 + u;
            case TRUNCATED -> Math.min(upper, Math.max(lower, 1 + u));
            case LOGIT -> {
                double e = Math.exp(steepness(lower, upper) * u);
                yield Double.isInfinite(e)
                        ? upper
                        : (lower * (upper - 1) + upper * (1 - lower) * e) / (upper - 1 + (1 - lower) * e);
            }
        };
    }

    double slope(double u, double lower, double upper) {
        return switch (this) {
            case RAKE -> Math.exp(u);
            case POSTSTRATIFY, LINEAR -> 1;
            case TRUNCATED -> 1 + u > lower && 1 + u < upper ? 1 : 0;
            case LOGIT -> {
                double g = factor(u, lower, upper);
                yield steepness(lower, upper) * (g - lower) * (upper - g) / (upper - lower);
            }
        };
    }

    private static double steepness(double lower, double upper) {
        return (upper - lower) / ((1 - lower) * (upper - 1));
    }
}
