package org.safecommunity.metrics.survey;

import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;

/**
 * Whether a mean, total or ratio is to be published, as a flag: not with a relative standard error of 50 % or more, marked with
 * one of 30 % or more or with fewer than 30 respondents.
 */
final class PublicationOfEstimate {
    private static final double MARKED = 0.3;
    private static final double HIDDEN = 0.5;
    private static final long FEWEST = 30;

    private PublicationOfEstimate() {}

    /** Adds the flag and its reason to an estimate that has a standard error. */
    static void flag(SurveyEstimate.Parts parts) {
        if (Double.isNaN(parts.standardError) || parts.value == 0) {
            return;
        }
        double relative = parts.standardError / Math.abs(parts.value);
        String percent = NumberText.shortest(Math.round(relative * 1000) / 10d);
        if (relative >= HIDDEN) {
            parts.details.put("publish", "suppress");
            parts.notes.add(Note.of("survey-rse-suppress", percent));
        } else if (relative >= MARKED || parts.n < FEWEST) {
            parts.details.put("publish", "review");
            parts.notes.add(Note.of("survey-rse-review", percent, parts.n));
        } else {
            parts.details.put("publish", "yes");
        }
    }
}
