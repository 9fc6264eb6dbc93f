package org.safecommunity.model.assessment;

import static java.util.Objects.requireNonNull;

import org.safecommunity.model.scheme.Grade;
import org.safecommunity.model.scheme.Part;

/**
 * The three grades of an indicator. Immutable.
 *
 * @param presence whether the content is there, not null
 * @param trace    whether evidence can be verified, not null
 * @param effect   whether it has an effect, not null
 */
public record Grades(Grade presence, Grade trace, Grade effect) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     */
    public Grades {
        requireNonNull(presence, "presence");
        requireNonNull(trace, "trace");
        requireNonNull(effect, "effect");
    }

    /** The same grade for all parts. */
    public static Grades all(Grade grade) {
        return new Grades(grade, grade, grade);
    }

    /** The grade of a part. */
    public Grade of(Part part) {
        return switch (part) {
            case PRESENCE -> presence;
            case TRACE -> trace;
            case EFFECT -> effect;
        };
    }
}
