package org.safecommunity.model.procedure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.internal.Checks;

/**
 * A dated step of the procedure.
 *
 * @param state     state reached, not null
 * @param date      day on which it was reached, not null
 * @param assessors number of assessors of an assessment on site, 1 or more; null where it is not told
 */
public record ProcedureEvent(
        ProcedureState state, LocalDate date, @Nullable Integer assessors) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if state or date is null
     * @throws IllegalArgumentException if assessors is below 1 or above 1000
     */
    public ProcedureEvent {
        requireNonNull(state, "state");
        requireNonNull(date, "date");
        if (assessors != null) {
            Checks.between(assessors, 1, 1000, "assessors");
        }
    }

    /**
     * A step without further particulars.
     *
     * @throws NullPointerException if an argument is null
     */
    public static ProcedureEvent of(ProcedureState state, LocalDate date) {
        return new ProcedureEvent(state, date, null);
    }
}
