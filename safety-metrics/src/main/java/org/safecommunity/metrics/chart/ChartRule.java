package org.safecommunity.metrics.chart;

import java.util.Locale;

/**
 * Rules that make a point a signal. A point on the centre line is on neither side and ends a run; points without a value are
 * passed over.
 */
public enum ChartRule {
    /** Above the upper or below the lower limit. */
    BEYOND_LIMITS,
    /** The last of eight or more points in a row on one side of the centre line. */
    RUN_OF_8,
    /** Beyond 2σ, as at least two of the last three points on that side are (Western Electric). */
    TWO_OF_THREE,
    /** Beyond 1σ, as at least four of the last five points on that side are (Western Electric). */
    FOUR_OF_FIVE,
    /** The range to the point before is beyond its own limit; goes with {@link #BEYOND_LIMITS} on an I-MR chart. */
    MOVING_RANGE;

    /** Kebab-case name, e.g. {@code run-of-8}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
