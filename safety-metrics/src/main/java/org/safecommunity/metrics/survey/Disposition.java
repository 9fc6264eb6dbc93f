package org.safecommunity.metrics.survey;

import java.util.Locale;

/** What became of a unit of the sample, by the final disposition codes of AAPOR in five groups. */
public enum Disposition {
    /** Complete interview. */
    COMPLETE,
    /** Partial interview, used as a respondent. */
    PARTIAL,
    /** Eligible without interview: refusal, non-contact or other. */
    NONRESPONSE,
    /** Not of the population, e.g. an empty dwelling. */
    INELIGIBLE,
    /** Not known to be eligible, e.g. nobody was ever reached at the address. */
    UNKNOWN;

    /** Whether there is an interview. */
    public boolean responds() {
        return this == COMPLETE || this == PARTIAL;
    }

    /** Whether the unit is known to be of the population. */
    public boolean eligible() {
        return responds() || this == NONRESPONSE;
    }

    /** Kebab-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
