package org.safecommunity.model.procedure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.scheme.Scheme.Parameter;
import org.safecommunity.model.scheme.Scheme.ParameterId;

/**
 * A date that follows from an event and a parameter of the scheme; it echoes both. Made by {@link Timeline}. A deadline
 * is over once a later event meets it; the earliest day of an application is no deadline and is never overdue.
 *
 * @param task      what is to be done, not null
 * @param event     event that starts the period, not null
 * @param parameter length of the period and where it is stated, not null
 * @param due       last day of the period (for the months of work: first day of an application), not null
 * @param closedBy  event that met it, or ended it; null while it is open
 * @param met       whether that event met it; false where it only ended the name
 */
public record DueDate(
        ProcedureTask task,
        ProcedureEvent event,
        Parameter parameter,
        LocalDate due,
        @Nullable ProcedureEvent closedBy,
        boolean met) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if task, event, parameter or due is null
     * @throws IllegalArgumentException if due is not after the event, it is closed before the event, or it is met by
     *                                  nothing
     */
    public DueDate {
        requireNonNull(task, "task");
        requireNonNull(event, "event");
        requireNonNull(parameter, "parameter");
        if (!due.isAfter(event.date())) {
            throw new IllegalArgumentException("due must be after " + event.date() + ", was " + due);
        }
        if (closedBy != null && closedBy.date().isBefore(event.date())) {
            throw new IllegalArgumentException(
                    "closedBy must not be before " + event.date() + ", was " + closedBy.date());
        }
        if (closedBy == null && met) {
            throw new IllegalArgumentException("met must be false where closedBy is missing");
        }
    }

    /** Whether the date is the first day on which something may be done, and no deadline. */
    public boolean isEarliest() {
        return parameter.id() == ParameterId.MIN_OPERATING_MONTHS;
    }

    /** How it stands on a day. */
    public DueStatus status(LocalDate day) {
        ProcedureEvent end = closedBy;
        if (end == null) {
            return isEarliest()
                    ? day.isBefore(due) ? DueStatus.NOT_YET : DueStatus.OPEN
                    : day.isAfter(due) ? DueStatus.OVERDUE : DueStatus.OPEN;
        }
        if (isEarliest()) {
            return end.date().isBefore(due) ? DueStatus.TOO_EARLY : DueStatus.MET;
        }
        boolean late = end.date().isAfter(due);
        return met ? late ? DueStatus.LATE : DueStatus.MET : late ? DueStatus.MISSED : DueStatus.VOID;
    }

    /** Days overdue on a day; 0 up to and on the due date, once it is closed, and for an earliest day. */
    public long daysOverdue(LocalDate day) {
        return status(day) == DueStatus.OVERDUE ? ChronoUnit.DAYS.between(due, day) : 0;
    }

    /** Days by which it was met late, or outstanding when the name ended; 0 in time and while it is open. */
    public long daysLate() {
        return closedBy == null || isEarliest() ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, closedBy.date()));
    }

    /** Days by which an application came before its earliest day; 0 for every other date. */
    public long daysEarly() {
        return closedBy == null || !isEarliest() ? 0 : Math.max(0, ChronoUnit.DAYS.between(closedBy.date(), due));
    }
}
