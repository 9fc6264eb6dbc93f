package org.safecommunity.model.procedure;

import static org.safecommunity.model.procedure.ProcedureState.ANNUAL_REPORT;
import static org.safecommunity.model.procedure.ProcedureState.APPLIED;
import static org.safecommunity.model.procedure.ProcedureState.DOC_REVIEW;
import static org.safecommunity.model.procedure.ProcedureState.FAILED;
import static org.safecommunity.model.procedure.ProcedureState.NAMED;
import static org.safecommunity.model.procedure.ProcedureState.ON_SITE;
import static org.safecommunity.model.procedure.ProcedureState.PASSED;
import static org.safecommunity.model.procedure.ProcedureState.RECOMMENDED;
import static org.safecommunity.model.procedure.ProcedureState.RECTIFY;
import static org.safecommunity.model.procedure.ProcedureState.RENAMED;
import static org.safecommunity.model.procedure.ProcedureState.SPOT_CHECK;
import static org.safecommunity.model.procedure.ProcedureState.STARTED;
import static org.safecommunity.model.procedure.ProcedureState.SUPPLEMENT;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.scheme.Scheme.Parameter;
import org.safecommunity.model.scheme.Scheme.ParameterId;

/**
 * The dates that a history sets by the parameters of a scheme. A period that the scheme does not know sets none.
 *
 * <p>Choices of this project, none of them stated in a document that was read: the review of the documents is counted
 * from the day on which the assessing body has them, that is from the recommendation where the scheme asks for one, else
 * from the application, and anew from the day on which additions came in; the decision is counted from the assessment on
 * site; the annual reports are counted from the naming, so that a late report does not move the next ones, and a report
 * counts for the nearest due date that has none. Months and years end on the same day of the month, or its last day.
 */
final class DueDates {
    private static final Set<ProcedureState> REVIEWED = EnumSet.of(SUPPLEMENT, ON_SITE, PASSED, RECTIFY, FAILED);
    private static final Set<ProcedureState> DECIDED = EnumSet.of(PASSED, RECTIFY, FAILED, NAMED, RENAMED);

    private final List<ProcedureEvent> events;
    private final Scheme scheme;
    private final WorkCalendar calendar;
    private final LocalDate day;
    private final List<DueDate> dates = new ArrayList<>();

    private DueDates(ProcedureHistory history, Scheme scheme, WorkCalendar calendar, LocalDate day) {
        this.events = history.events();
        this.scheme = scheme;
        this.calendar = calendar;
        this.day = day;
    }

    /** The dates of the whole history, by due date. */
    static List<DueDate> of(ProcedureHistory history, Scheme scheme, WorkCalendar calendar, LocalDate day) {
        DueDates made = new DueDates(history, scheme, calendar, day);
        for (int i = 0; i < made.events.size(); i++) {
            made.startedBy(i);
        }
        made.dates.sort(
                Comparator.comparing(DueDate::due).thenComparing(d -> d.event().date()));
        return List.copyOf(made.dates);
    }

    private void startedBy(int at) {
        switch (events.get(at).state()) {
            case STARTED ->
                add(at, ParameterId.MIN_OPERATING_MONTHS, ProcedureTask.APPLICATION, EnumSet.of(APPLIED), false);
            case APPLIED -> {
                if (!scheme.asksFor(Scheme.RECOMMENDATION) || isReviewedWithout(at, RECOMMENDED)) {
                    review(at);
                }
            }
            case RECOMMENDED -> review(at);
            case DOC_REVIEW -> {
                boolean first = at == 0
                        || !EnumSet.of(APPLIED, RECOMMENDED)
                                .contains(events.get(at - 1).state());
                if (first) {
                    review(at);
                }
            }
            case ON_SITE -> add(at, ParameterId.DECISION_WORKING_DAYS, ProcedureTask.DECISION, DECIDED, false);
            case NAMED, RENAMED -> named(at);
            default -> {
                // sets no date
            }
        }
    }

    private void review(int at) {
        add(at, ParameterId.DOC_REVIEW_WORKING_DAYS, ProcedureTask.DOC_REVIEW, REVIEWED, false);
    }

    /** Whether the review began without the state being recorded. */
    private boolean isReviewedWithout(int at, ProcedureState state) {
        for (ProcedureEvent event : events.subList(at + 1, events.size())) {
            if (event.state() == state) {
                return false;
            }
            if (event.state() == DOC_REVIEW || REVIEWED.contains(event.state())) {
                return true;
            }
        }
        return false;
    }

    private void named(int at) {
        add(at, ParameterId.SPOT_CHECK_WITHIN_YEARS, ProcedureTask.SPOT_CHECK, EnumSet.of(SPOT_CHECK), true);
        add(at, ParameterId.REASSESSMENT_YEAR, ProcedureTask.REASSESSMENT, EnumSet.of(RENAMED), true);
        add(at, ParameterId.VALIDITY_YEARS, ProcedureTask.RENEWAL, EnumSet.of(RENAMED), true);
        int visit = at;
        for (int i = 0; i < at; i++) {
            visit = events.get(i).state() == ON_SITE ? i : visit;
        }
        add(visit, ParameterId.SITE_VISIT_YEARS, ProcedureTask.SITE_VISIT, EnumSet.of(ON_SITE), true);
        scheme.parameter(ParameterId.ANNUAL_REPORT_MONTHS).ifPresent(months -> reports(at, months));
    }

    private void add(int at, ParameterId id, ProcedureTask task, Set<ProcedureState> metBy, boolean endsWithName) {
        Parameter parameter = scheme.parameter(id).orElse(null);
        if (parameter == null) {
            return;
        }
        ProcedureEvent closing = null;
        for (ProcedureEvent event : events.subList(at + 1, events.size())) {
            boolean again = event.state() == STARTED;
            if (metBy.contains(event.state()) || again || (endsWithName && endsName(event))) {
                closing = event;
                break;
            }
        }
        boolean met = closing != null && metBy.contains(closing.state());
        ProcedureEvent event = events.get(at);
        dates.add(new DueDate(task, event, parameter, end(event.date(), parameter), closing, met));
    }

    /** Whether the event ends the time of a name, by a new naming too. */
    private static boolean endsName(ProcedureEvent event) {
        return event.state().isEnd() || event.state() == NAMED || event.state() == RENAMED;
    }

    private LocalDate end(LocalDate from, Parameter parameter) {
        int value = parameter.value();
        return switch (parameter.id()) {
            case DOC_REVIEW_WORKING_DAYS, DECISION_WORKING_DAYS -> calendar.plus(from, value);
            case MIN_OPERATING_MONTHS, ANNUAL_REPORT_MONTHS -> from.plusMonths(value);
            case VALIDITY_YEARS, SPOT_CHECK_WITHIN_YEARS, REASSESSMENT_YEAR, SITE_VISIT_YEARS -> from.plusYears(value);
            case APPLICATION_FROM_MONTH, APPLICATION_TO_MONTH, WORK_STOPPED_MONTHS, MIN_ASSESSORS ->
                throw new IllegalArgumentException("parameter must be a period of the procedure, was "
                        + parameter.id().label());
        };
    }

    /** The reports of one naming: those before the name ends, and the next one. */
    private void reports(int at, Parameter months) {
        ProcedureEvent naming = events.get(at);
        ProcedureEvent end = null;
        List<ProcedureEvent> reports = new ArrayList<>();
        for (ProcedureEvent event : events.subList(at + 1, events.size())) {
            if (endsName(event)) {
                end = event;
                break;
            }
            if (event.state() == ANNUAL_REPORT) {
                reports.add(event);
            }
        }
        List<LocalDate> due = reportDates(naming.date(), end, months.value(), reports.size());
        Map<Integer, ProcedureEvent> handedIn = assign(reports, due);
        for (int i = 0; i < due.size(); i++) {
            ProcedureEvent report = handedIn.get(i);
            ProcedureEvent closing = report == null ? end : report;
            dates.add(new DueDate(ProcedureTask.ANNUAL_REPORT, naming, months, due.get(i), closing, report != null));
        }
    }

    private List<LocalDate> reportDates(LocalDate named, @Nullable ProcedureEvent end, int months, int reports) {
        LocalDate expiry = scheme.parameter(ParameterId.VALIDITY_YEARS)
                .map(years -> named.plusYears(years.value()))
                .orElse(LocalDate.MAX);
        List<LocalDate> due = new ArrayList<>();
        for (int i = 1; ; i++) {
            LocalDate next = named.plusMonths((long) i * months);
            boolean afterEnd = end != null && next.isAfter(end.date()) && i > reports;
            boolean enough = !due.isEmpty() && due.get(due.size() - 1).isAfter(day) && i > reports;
            if ((i > 1 && !next.isBefore(expiry) && i > reports) || afterEnd || enough) {
                return due;
            }
            due.add(next);
        }
    }

    /** Gives each report, by date, the nearest due date that has none. */
    private static Map<Integer, ProcedureEvent> assign(List<ProcedureEvent> reports, List<LocalDate> due) {
        Map<Integer, ProcedureEvent> taken = new HashMap<>();
        for (ProcedureEvent report : reports) {
            int best = -1;
            for (int i = 0; i < due.size(); i++) {
                if (!taken.containsKey(i)
                        && (best < 0 || distance(report, due.get(i)) < distance(report, due.get(best)))) {
                    best = i;
                }
            }
            if (best >= 0) {
                taken.put(best, report);
            }
        }
        return taken;
    }

    private static long distance(ProcedureEvent report, LocalDate due) {
        return Math.abs(ChronoUnit.DAYS.between(report.date(), due));
    }
}
