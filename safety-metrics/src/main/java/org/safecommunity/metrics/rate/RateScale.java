package org.safecommunity.metrics.rate;

import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.internal.Checks;

/**
 * How a rate is written: events per so many units of exposure.
 *
 * @param multiplier units of exposure, finite, greater than 0, e.g. 100000
 * @param exposure   name of the unit of exposure, not blank, e.g. {@code person-years}
 */
public record RateScale(double multiplier, String exposure) {
    /** Per 100,000 person-years. */
    public static final RateScale PER_100000_PERSON_YEARS = new RateScale(100_000, "person-years");

    public RateScale {
        Checks.positive(multiplier, "multiplier");
        Checks.text(exposure, "exposure");
    }

    /** Text of the unit, e.g. {@code per 100000 person-years}. */
    public String unit() {
        return "per " + NumberText.shortest(multiplier) + " " + exposure;
    }
}
