package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/** Weights that cannot be brought to known totals: why, where, and in which replicate. */
public final class CalibrationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String where;
    private final double number;
    private final int replicate;

    /** Why totals cannot be met. */
    public enum Reason {
        /** Totals of two margins have different sums; the number is how far the second is from the first, as a share. */
        SUMS_DIFFER,
        /** A level of the sample has no total; the number is 0 or, where there is none at all, NaN. */
        LEVEL_WITHOUT_TOTAL,
        /** A total has no unit with a weight in the sample; the number is the total. */
        TOTAL_WITHOUT_UNIT,
        /** One total can be computed from the others in the sample; the number is that total. */
        DEPENDENT,
        /** The rounds did not come to an end; the number is the distance left, as a share of the total. */
        NOT_MET
    }

    CalibrationException(Reason reason, String where, double number, String message) {
        this(reason, where, number, message, -1);
    }

    private CalibrationException(Reason reason, String where, double number, String message, int replicate) {
        super(message);
        this.reason = requireNonNull(reason, "reason");
        this.where = requireNonNull(where, "where");
        this.number = number;
        this.replicate = replicate;
    }

    /** The same of a replicate, counted from 0. */
    CalibrationException in(int which) {
        return new CalibrationException(
                reason, where, number, "replicate " + (which + 1) + ": " + getMessage(), which + 1);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The variable, with its level where it has any. */
    public String where() {
        return where;
    }

    /** The number that goes with the reason. */
    public double number() {
        return number;
    }

    /** The replicate, counted from 1; empty where it is the sample as a whole. */
    public OptionalInt replicate() {
        return replicate < 0 ? OptionalInt.empty() : OptionalInt.of(replicate);
    }
}
