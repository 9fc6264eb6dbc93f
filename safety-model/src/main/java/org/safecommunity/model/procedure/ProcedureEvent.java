package org.safecommunity.model.procedure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A dated step of the procedure.
 *
 * @param state state reached, not null
 * @param date  day on which it was reached, not null
 */
public record ProcedureEvent(ProcedureState state, LocalDate date) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     */
    public ProcedureEvent {
        requireNonNull(state, "state");
        requireNonNull(date, "date");
    }
}
