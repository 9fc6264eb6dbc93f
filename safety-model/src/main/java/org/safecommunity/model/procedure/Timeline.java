package org.safecommunity.model.procedure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.scheme.Scheme;

/**
 * A procedure as it stands on a day by the rules of a scheme: the dates that follow from its events and the next step.
 * Immutable.
 *
 * @param history  what has happened up to the day, not null
 * @param scheme   scheme with the periods, not null
 * @param day      day of the view, not null
 * @param dueDates dates set by the history, by due date; closed ones too
 */
public record Timeline(ProcedureHistory history, Scheme scheme, LocalDate day, List<DueDate> dueDates) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     */
    public Timeline {
        requireNonNull(history, "history");
        requireNonNull(scheme, "scheme");
        requireNonNull(day, "day");
        dueDates = Checks.list(dueDates);
    }

    /**
     * What is to be done next.
     *
     * @param task     what, not null
     * @param earliest first day on which it may be done, or null
     * @param latest   last day on which it may be done, or null
     * @param basis    date it follows from, or null
     */
    public record NextStep(
            ProcedureTask task,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable DueDate basis) {
        /** Checks the components. */
        public NextStep {
            requireNonNull(task, "task");
        }
    }

    /**
     * Obtains the timeline of a day.
     *
     * @param history  what happened; events after the day are left out, not null
     * @param scheme   scheme with the periods, not null
     * @param calendar working days, not null
     * @param day      day of the view, not null
     * @throws NullPointerException if an argument is null
     */
    public static Timeline of(ProcedureHistory history, Scheme scheme, WorkCalendar calendar, LocalDate day) {
        requireNonNull(calendar, "calendar");
        ProcedureHistory past = history.until(requireNonNull(day, "day"));
        return new Timeline(past, scheme, day, DueDates.of(past, scheme, calendar, day));
    }

    /** Dates that are not closed, by due date. */
    public List<DueDate> open() {
        return dueDates.stream().filter(date -> date.closedBy() == null).toList();
    }

    /** Open dates that have passed, the longest overdue first. */
    public List<DueDate> overdue() {
        return dueDates.stream().filter(date -> date.daysOverdue(day) > 0).toList();
    }

    /** Whether an application is still to come: the conditions for it are the question of the day. */
    public boolean isBeforeApplication() {
        return history.state()
                .map(state -> switch (state) {
                    case STARTED, FILED, OPERATING, FAILED, REVOKED, EXPIRED -> !history.isNamed();
                    default -> false;
                })
                .orElse(true);
    }

    /**
     * The next step; while the name is held and no re-assessment is under way it is the open date that is due first.
     * Empty where the scheme sets no date for what follows.
     */
    public Optional<NextStep> next() {
        ProcedureState state = history.state().orElse(null);
        if (state == null) {
            return Optional.of(plain(ProcedureTask.NEW_START));
        }
        return switch (state) {
            case STARTED -> Optional.of(scheme.asksFor(Scheme.FILING) ? plain(ProcedureTask.FILING) : application());
            case FILED, OPERATING -> Optional.of(application());
            case FAILED -> history.isNamed() ? first() : Optional.of(application());
            case APPLIED ->
                Optional.of(
                        scheme.asksFor(Scheme.RECOMMENDATION)
                                ? plain(ProcedureTask.RECOMMENDATION)
                                : due(ProcedureTask.DOC_REVIEW));
            case RECOMMENDED -> Optional.of(due(ProcedureTask.DOC_REVIEW));
            case DOC_REVIEW -> Optional.of(reviewThenVisit());
            case SUPPLEMENT -> Optional.of(plain(ProcedureTask.ADDITIONS));
            case ON_SITE -> Optional.of(due(ProcedureTask.DECISION));
            case RECTIFY -> Optional.of(plain(ProcedureTask.CORRECTION));
            case PASSED -> Optional.of(due(history.isNamed() ? ProcedureTask.RENEWAL : ProcedureTask.NAMING));
            case NAMED, RENAMED, ANNUAL_REPORT, SPOT_CHECK -> first();
            case REASSESSMENT_DUE -> Optional.of(due(ProcedureTask.RENEWAL));
            case REVOKED, EXPIRED -> Optional.of(plain(ProcedureTask.NEW_START));
        };
    }

    private static NextStep plain(ProcedureTask task) {
        return new NextStep(task, null, null, null);
    }

    /** The visit follows the review; its last day is that of the review, which a visit closes. */
    private NextStep reviewThenVisit() {
        NextStep review = due(ProcedureTask.DOC_REVIEW);
        return new NextStep(ProcedureTask.ON_SITE, null, review.latest(), review.basis());
    }

    private NextStep due(ProcedureTask task) {
        return open().stream()
                .filter(date -> date.task() == task)
                .findFirst()
                .map(date -> new NextStep(task, null, date.due(), date))
                .orElse(plain(task));
    }

    private Optional<NextStep> first() {
        return open().stream()
                .filter(date -> !date.isEarliest())
                .min(Comparator.comparing(DueDate::due))
                .map(date -> new NextStep(date.task(), null, date.due(), date));
    }

    /** An application: not before the months of work are over, and inside the window of the scheme. */
    private NextStep application() {
        DueDate basis = open().stream().filter(DueDate::isEarliest).findFirst().orElse(null);
        LocalDate earliest = basis == null ? null : basis.due();
        ApplicationWindow window = ApplicationWindow.of(scheme).orElse(null);
        if (window == null) {
            return new NextStep(ProcedureTask.APPLICATION, earliest, null, basis);
        }
        LocalDate from = earliest == null || earliest.isBefore(day) ? day : earliest;
        LocalDate opens = window.openFrom(from);
        return new NextStep(
                ProcedureTask.APPLICATION,
                opens.isAfter(day) || earliest == null ? opens : earliest,
                window.lastDay(opens),
                basis);
    }
}
