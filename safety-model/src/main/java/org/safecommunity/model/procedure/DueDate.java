package org.safecommunity.model.procedure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.scheme.Scheme.Parameter;
import org.safecommunity.model.scheme.Scheme.ParameterId;

/**
 * A date that follows from an event and a parameter of the scheme; it echoes both.
 *
 * @param event     event that starts the period, not null
 * @param parameter length of the period and where it is stated, not null
 * @param due       last day of the period (for the months of work: first day of an application), not null
 */
public record DueDate(ProcedureEvent event, Parameter parameter, LocalDate due) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if due is not after the event
     */
    public DueDate {
        requireNonNull(event, "event");
        requireNonNull(parameter, "parameter");
        if (!due.isAfter(event.date())) {
            throw new IllegalArgumentException("due must be after " + event.date() + ", was " + due);
        }
    }

    /**
     * The dates that an event sets; none for a period that the scheme does not know.
     *
     * <p>Calendar months and years end on the same day of the month, or its last day. The decision is counted from
     * the assessment on site; the source says only "within 20 working days" (derived).
     *
     * @param event    the event, not null
     * @param scheme   scheme with the periods, not null
     * @param calendar working days, not null
     * @throws NullPointerException if an argument is null
     */
    public static List<DueDate> after(ProcedureEvent event, Scheme scheme, WorkCalendar calendar) {
        requireNonNull(calendar, "calendar");
        List<DueDate> dates = new ArrayList<>();
        for (ParameterId id : startedBy(event.state())) {
            scheme.parameter(id).ifPresent(p -> dates.add(new DueDate(event, p, end(event.date(), p, calendar))));
        }
        return List.copyOf(dates);
    }

    /** Days overdue on a day; 0 up to and on the due date. */
    public long daysOverdue(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(due, day));
    }

    private static List<ParameterId> startedBy(ProcedureState state) {
        return switch (state) {
            case STARTED -> List.of(ParameterId.MIN_OPERATING_MONTHS);
            case DOC_REVIEW -> List.of(ParameterId.DOC_REVIEW_WORKING_DAYS);
            case ON_SITE -> List.of(ParameterId.DECISION_WORKING_DAYS);
            case NAMED, RENAMED ->
                List.of(
                        ParameterId.SPOT_CHECK_WITHIN_YEARS,
                        ParameterId.ANNUAL_REPORT_MONTHS,
                        ParameterId.VALIDITY_YEARS);
            case ANNUAL_REPORT -> List.of(ParameterId.ANNUAL_REPORT_MONTHS);
            default -> List.of();
        };
    }

    private static LocalDate end(LocalDate from, Parameter parameter, WorkCalendar calendar) {
        int value = parameter.value();
        return switch (parameter.id()) {
            case DOC_REVIEW_WORKING_DAYS, DECISION_WORKING_DAYS -> calendar.plus(from, value);
            case MIN_OPERATING_MONTHS, ANNUAL_REPORT_MONTHS -> from.plusMonths(value);
            case VALIDITY_YEARS, SPOT_CHECK_WITHIN_YEARS -> from.plusYears(value);
            case REASSESSMENT_YEAR, MIN_ASSESSORS ->
                throw new IllegalArgumentException(
                        "parameter must be a period, was " + parameter.id().label());
        };
    }
}
