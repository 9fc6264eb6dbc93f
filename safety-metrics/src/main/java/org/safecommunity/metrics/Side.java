package org.safecommunity.metrics;

/** Which limits an interval has. */
public enum Side {
    /** Two limits, half of the error probability at each end. */
    BOTH,
    /** A lower limit only; nothing is said about the upper end. */
    LOWER,
    /** An upper limit only; the lower end is the smallest possible value. */
    UPPER
}
