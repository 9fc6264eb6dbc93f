package org.safecommunity.metrics;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One step of the working behind a result: either a calculation (formula, numbers put in, value) or a remark (text).
 *
 * @param label   what the step is, in the reader's language, not null
 * @param formula formula with the symbols of the source, or null
 * @param numbers the formula with the numbers put in, or null
 * @param value   outcome of the step, finite, or null
 * @param unit    unit of the value, or null
 * @param text    a remark such as an assumption or the source, or null
 */
public record Step(
        String label,
        @Nullable String formula,
        @Nullable String numbers,
        @Nullable Double value,
        @Nullable String unit,
        @Nullable String text) {

    public Step {
        requireNonNull(label, "label");
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "value of the step " + label + " must be finite, was " + NumberText.shortest(value));
        }
    }

    /** A calculation. */
    public static Step calculation(String label, String formula, String numbers, double value, String unit) {
        return new Step(label, formula, numbers, value, unit.isEmpty() ? null : unit, null);
    }

    /** A remark. */
    public static Step remark(String label, String text) {
        return new Step(label, null, null, null, null, text);
    }
}
