package org.safecommunity.metrics.survey;

import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;

/**
 * The presentation standards of the United States National Center for Health Statistics for proportions, as a flag. A
 * proportion is not to be published when n or n/deff is below 30, the interval is 0.30 wide or more, or it is wider than
 * 0.05 and wider than 130 % of the proportion (or of its complement).
 *
 * @see <a href="https://www.cdc.gov/nchs/data/series/sr_02/sr02_175.pdf">Parker et al. (2017), Vital Health Stat 2(175)</a>
 */
final class PublicationOfProportion {
    private static final double FEWEST = 30;
    private static final double WIDEST = 0.30;
    private static final double NARROW = 0.05;
    private static final double WIDEST_RELATIVE = 1.3;
    private static final double FEWEST_DF = 8;

    private PublicationOfProportion() {}

    /** Adds the flag and its reason; without an estimate nothing is published, without an interval it is looked at first. */
    static void flag(SurveyEstimate.Parts parts) {
        var interval = parts.interval;
        if (interval == null || Double.isNaN(parts.value)) {
            boolean few = Double.isNaN(parts.value) || parts.n < FEWEST;
            parts.details.put("publish", few ? "suppress" : "review");
            return;
        }
        double effect = parts.details.get("designEffect") instanceof Double deff && deff > 1 ? deff : 1;
        double effective = parts.n / effect;
        double width = Math.min(1, interval.upper()) - Math.max(0, interval.lower());
        double smaller = Math.min(parts.value, 1 - parts.value);
        boolean relative = width > NARROW && smaller > 0 && width / smaller > WIDEST_RELATIVE;
        if (effective < FEWEST || width >= WIDEST || relative) {
            parts.details.put("publish", "suppress");
            parts.notes.add(
                    Note.of("survey-suppress", parts.n, NumberText.shortest(Math.floor(effective)), percent(width)));
        } else if (smaller == 0 || (parts.details.get("df") instanceof Double df && df < FEWEST_DF)) {
            parts.details.put("publish", "review");
            parts.notes.add(Note.of("survey-review"));
        } else {
            parts.details.put("publish", "yes");
        }
    }

    private static String percent(double share) {
        return NumberText.shortest(Math.round(share * 1000) / 10d);
    }
}
