package org.safecommunity.metrics.survey;

import java.util.Locale;
import org.safecommunity.metrics.MetricResult;

/**
 * Whether an estimate other than a proportion is fit to be published: below 30 respondents or with a relative standard error of
 * 50 % or more it is not, from 30 % on, or without a standard error, it is to be looked at. Proportions have a rule of their own.
 *
 * @see <a href="https://www.cdc.gov/nchs/data/series/sr_02/sr02_175.pdf">Parker et al. (2017), Vital Health Stat 2(175)</a>
 */
public enum PublicationOfEstimate {
    /** Fit to be published. */
    YES,
    /** To be looked at by somebody who knows the data. */
    REVIEW,
    /** Not to be published. */
    SUPPRESS;

    /** Respondents below which nothing is published. */
    public static final long FEWEST = 30;

    private static final double HIGH = 0.3;
    private static final double TOO_HIGH = 0.5;

    /** The flag of an estimate. */
    public static PublicationOfEstimate of(MetricResult estimate) {
        if (estimate.value().isEmpty() || estimate.n().orElse(0) < FEWEST) {
            return SUPPRESS;
        }
        if (estimate.standardError().isEmpty()) {
            return REVIEW;
        }
        double error = estimate.standardError().getAsDouble();
        double value = Math.abs(estimate.value().getAsDouble());
        if (error >= TOO_HIGH * value && error > 0) {
            return SUPPRESS;
        }
        return error >= HIGH * value && error > 0 ? REVIEW : YES;
    }

    /** Kebab-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
