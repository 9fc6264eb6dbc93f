package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.safecommunity.risk.internal.Checks;

/**
 * A control of a hazard. Immutable.
 *
 * @param kind  one of the five kinds, or null when the register does not tell
 * @param level its place in the hierarchy, or null when the kind is not known
 * @param text  what it is, not blank
 */
public record Control(@Nullable ControlKind kind, @Nullable ControlLevel level, String text) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the text is null
     * @throws IllegalArgumentException if the text is blank, or a control of the kind cannot have the level
     */
    public Control {
        Checks.text(text, "text");
        if (kind == null ? level != null : !kind.levels().contains(level)) {
            throw new IllegalArgumentException("level must be one of "
                    + (kind == null ? "none" : String.valueOf(kind.levels())) + " for a control of kind " + kind
                    + ", was " + level);
        }
    }

    /** A control of a kind at the usual level of that kind. */
    public static Control of(ControlKind kind, String text) {
        return new Control(requireNonNull(kind, "kind"), kind.levels().get(0), text);
    }

    /** A control whose kind the register does not tell. */
    public static Control unsorted(String text) {
        return new Control(null, null, text);
    }
}
