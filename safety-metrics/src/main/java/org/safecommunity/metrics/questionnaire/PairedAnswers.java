package org.safecommunity.metrics.questionnaire;

import org.safecommunity.metrics.internal.Checks;

/**
 * Answers of the same people before and after. Immutable.
 *
 * @param yesYes people who said yes both times a, from 0 to 2^53
 * @param yesNo  yes before and no after b, likewise
 * @param noYes  no before and yes after c, likewise
 * @param noNo   no both times d, likewise
 */
public record PairedAnswers(long yesYes, long yesNo, long noYes, long noNo) {
    public PairedAnswers {
        Checks.count(yesYes, "yesYes");
        Checks.count(yesNo, "yesNo");
        Checks.count(noYes, "noYes");
        Checks.count(noNo, "noNo");
        Checks.count(yesYes + yesNo + noYes + noNo, "n");
    }

    /** People with both answers. */
    public long n() {
        return yesYes + yesNo + noYes + noNo;
    }

    /** People whose answer changed. */
    public long changed() {
        return yesNo + noYes;
    }

    /** Share of yes before; NaN for nobody. */
    double before() {
        return (double) (yesYes + yesNo) / n();
    }

    /** Share of yes after; NaN for nobody. */
    double after() {
        return (double) (yesYes + noYes) / n();
    }
}
