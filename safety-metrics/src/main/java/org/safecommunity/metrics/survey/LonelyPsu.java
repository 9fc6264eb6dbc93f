package org.safecommunity.metrics.survey;

import java.util.Locale;

/** What a stratum with a single sampled primary unit, which is no census of its stratum, adds to the variance. */
public enum LonelyPsu {
    /** No variance: the design is refused and the strata are named. */
    FAIL,
    /**
     * The squared distance of its total from the mean of all primary units of the stage. The option of this name in R {@code
     * survey} takes the distance from 0: the same for means and ratios, whose influence adds up to 0, and larger for totals.
     */
    ADJUST,
    /**
     * The average of the strata that have more than one primary unit. With Taylor linearisation, strata without a unit of the
     * domain are not counted, as in R {@code survey} and Stata; the stratified jackknife counts every stratum, where R {@code
     * survey} divides the number of primary units by the number of replicates.
     */
    AVERAGE,
    /** Nothing: the unit is taken as certain to be in the sample. */
    CERTAINTY,
    /** Nothing: the stratum is passed over. Same number as {@link #CERTAINTY}. */
    REMOVE;

    /** Kebab-case name, e.g. {@code adjust}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
