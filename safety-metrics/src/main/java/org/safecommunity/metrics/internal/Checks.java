package org.safecommunity.metrics.internal;

import org.safecommunity.metrics.NumberText;

/** Argument guards: {@code <component> must <rule>, was <value>}. */
public final class Checks {
    private Checks() {}

    /** Largest count that a double holds exactly, 2^53. */
    public static final long MAX_COUNT = 1L << 53;

    /** Requires a whole number from 0 to 2^53, which arithmetic in doubles keeps exact. */
    public static long count(long value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, was " + value);
        }
        if (value > MAX_COUNT) {
            throw new IllegalArgumentException(name + " must be at most 2^53, was " + value);
        }
        return value;
    }

    /** Requires a finite number of 0 or more. */
    public static double notNegative(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be finite and 0 or more, was " + NumberText.shortest(value));
        }
        return value + 0d;
    }

    /** Requires a finite number above 0. */
    public static double positive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be finite and greater than 0, was " + NumberText.shortest(value));
        }
        return value;
    }

    /** Requires a number strictly between 0 and 1. */
    public static double openUnit(double value, String name) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, was " + NumberText.shortest(value));
        }
        return value;
    }

    /** Requires text that is not blank. */
    public static String text(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }
}
