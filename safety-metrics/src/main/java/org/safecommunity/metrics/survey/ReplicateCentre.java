package org.safecommunity.metrics.survey;

import java.util.Locale;

/** What the deviations of the replicates are taken from. */
public enum ReplicateCentre {
    /** The mean of the replicates. */
    MEAN,
    /** The estimate of the full sample. */
    ESTIMATE;

    /** Kebab-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
