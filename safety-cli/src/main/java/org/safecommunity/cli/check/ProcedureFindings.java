package org.safecommunity.cli.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.cli.procedure.Answer;
import org.safecommunity.cli.procedure.ProcedureView;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.workspace.Procedure;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.procedure.DueDate;
import org.safecommunity.model.procedure.ProcedureEvent;
import org.safecommunity.model.procedure.ProcedureState;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * The procedure as findings of a check: an application before its conditions hold (article 4 of the guidance), dates that
 * are overdue or near and signs of grounds of revocation (article 11). What only the calendar brings about is a remark.
 */
final class ProcedureFindings {

    private static final int NEAR_DAYS = 90;
    /** Grounds whose sign is that time has passed. */
    private static final Set<String> BY_CALENDAR = Set.of("rules-broken", "no-report", "work-stopped");

    private final ProcedureView view;
    private final List<Finding> findings = new ArrayList<>();

    private ProcedureFindings(ProcedureView view) {
        this.view = view;
    }

    static List<Finding> of(ProcedureView view) {
        ProcedureFindings made = new ProcedureFindings(view);
        if (!view.timeline().history().events().isEmpty()) {
            made.application();
            made.dates();
            made.signs();
        }
        return made.findings;
    }

    /** Article 4: an application is handed in once the conditions hold. */
    private void application() {
        Optional<ProcedureEvent> applied = view.timeline().history().round().stream()
                .filter(event -> event.state() == ProcedureState.APPLIED)
                .findFirst();
        if (applied.isEmpty()) {
            return;
        }
        for (DueDate date : view.timeline().dueDates()) {
            if (date.isEarliest() && date.daysEarly() > 0) {
                add(Severity.WARNING, "applied-too-early", applied.get().date(), date.due(), date.daysEarly());
            }
        }
        boolean recommended = hasReached(ProcedureState.RECOMMENDED)
                || view.conditions().stream()
                        .anyMatch(c -> c.id().equals(Scheme.RECOMMENDATION) && Boolean.TRUE.equals(c.holds()));
        boolean wentOn = hasReached(ProcedureState.DOC_REVIEW) || hasReached(ProcedureState.ON_SITE);
        if (view.timeline().scheme().asksFor(Scheme.RECOMMENDATION) && wentOn && !recommended) {
            add(Severity.WARNING, "not-recommended", applied.get().date());
        }
    }

    private boolean hasReached(ProcedureState state) {
        return view.timeline().history().round().stream().anyMatch(event -> event.state() == state);
    }

    /** Article 11: dates that are overdue, and those of the next three months. */
    private void dates() {
        LocalDate day = view.timeline().day();
        for (DueDate date : view.timeline().open()) {
            long overdue = date.daysOverdue(day);
            long left = ChronoUnit.DAYS.between(day, date.due());
            if (overdue > 0) {
                add(Severity.INFO, "procedure-overdue", date.task().title(), date.due(), overdue);
            } else if (!date.isEarliest() && left >= 0 && left <= NEAR_DAYS) {
                add(Severity.INFO, "procedure-due", date.task().title(), date.due(), left);
            }
        }
    }

    /** Article 11: grounds of revocation of which the workspace shows a sign; those of the calendar are remarks. */
    private void signs() {
        for (Answer sign : view.signs()) {
            add(
                    BY_CALENDAR.contains(sign.id()) ? Severity.INFO : Severity.WARNING,
                    "revocation-ground",
                    sign.title(),
                    sign.shows());
        }
    }

    private void add(Severity severity, String code, Object... arguments) {
        LocalText message = Texts.both("finding." + code, arguments);
        findings.add(new Finding(
                code, severity, Location.of(Procedure.FILE), message, Texts.both("finding." + code + ".hint")));
    }
}
