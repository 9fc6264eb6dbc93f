package org.safecommunity.metrics.survey;

import java.util.Locale;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;

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

    /** Adds whether an estimate is fit to be published, and why not. */
    static void flag(SurveyEstimate.Parts parts) {
        if (Double.isNaN(parts.value)) {
            parts.details.put("publish", SUPPRESS.label());
            return;
        }
        PublicationOfEstimate publish = of(parts.value, parts.standardError, parts.n);
        parts.details.put("publish", publish.label());
        if (parts.status != Status.OK) {
            return;
        }
        double relative = parts.standardError / Math.abs(parts.value);
        if (parts.n < FEWEST) {
            parts.notes.add(Note.of("survey-few-suppress", parts.n, FEWEST));
        } else if (publish != YES && Double.isFinite(relative)) {
            String percent = NumberText.shortest(Math.round(relative * 1000) / 10d);
            parts.notes.add(Note.of("survey-rse-" + publish.label(), percent));
        }
    }

    /**
     * Adds whether a difference of domains is fit to be published: by the smallest of them, because a difference near 0 has
     * no relative error.
     */
    static void flagDifference(SurveyEstimate.Parts parts, long fewest) {
        parts.details.put(
                "publish",
                ofDifference(parts.value, parts.standardError, fewest).label());
        if (parts.status == Status.OK && fewest < FEWEST) {
            parts.notes.add(Note.of("survey-few-suppress", fewest, FEWEST));
        }
    }

    /** The flag of a difference with its standard error, NaN where there is none, the smaller domain of n respondents. */
    static PublicationOfEstimate ofDifference(double value, double error, long fewest) {
        if (Double.isNaN(value) || fewest < FEWEST) {
            return SUPPRESS;
        }
        return Double.isNaN(error) ? REVIEW : YES;
    }

    /** The flag of a value with its standard error, NaN where there is none, of n respondents. */
    static PublicationOfEstimate of(double estimate, double error, long n) {
        if (n < FEWEST) {
            return SUPPRESS;
        }
        if (Double.isNaN(error)) {
            return REVIEW;
        }
        double value = Math.abs(estimate);
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
