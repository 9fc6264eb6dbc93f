package org.safecommunity.cli.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.procedure.Answer.Seen;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.procedure.DueDate;
import org.safecommunity.model.procedure.DueStatus;
import org.safecommunity.model.procedure.ProcedureEvent;
import org.safecommunity.model.procedure.ProcedureState;
import org.safecommunity.model.procedure.ProcedureTask;
import org.safecommunity.model.procedure.Timeline;
import org.safecommunity.model.register.Register;
import org.safecommunity.model.register.RegisterEntry;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.scheme.Scheme.Parameter;
import org.safecommunity.model.scheme.Scheme.ParameterId;

/** What the workspace shows about the grounds of revocation. It shows signs; whether a ground applies, people decide. */
final class GroundCheck {
    /** Registers whose rows are dated work, with the column of the day. */
    private static final Map<String, String> WORK = Map.of(
            "activities", "date", "training", "date", "drills", "date", "inspections", "date", "reviews", "date");

    private final Workspace workspace;
    private final Timeline timeline;

    GroundCheck(Workspace workspace, Timeline timeline) {
        this.workspace = workspace;
        this.timeline = timeline;
    }

    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Scheme.Ground ground : timeline.scheme().revocationGrounds()) {
            Seen seen = timeline.history().isNamed()
                    ? seen(ground.id()).or(workspace.procedure().grounds().get(ground.id()))
                    : Seen.of(null, "not-named");
            answers.add(new Answer(ground.id(), ground.title(), seen.holds(), seen.shows(), ground.provenance()));
        }
        return answers;
    }

    private Seen seen(String ground) {
        return switch (ground) {
            case "rules-broken" -> duties();
            case "no-report" -> reports();
            case "serious-accident" -> accidents();
            case "work-stopped" -> work();
            case "reassessment-failed" -> reassessment();
            case "correction-refused" -> corrections();
            default -> Seen.of(null, "not-shown");
        };
    }

    private Seen duties() {
        List<DueDate> late = timeline.overdue().stream()
                .filter(date -> date.task().isOfCommunity())
                .toList();
        return late.isEmpty() ? Seen.of(false, "duties-none", timeline.day()) : Seen.of(true, "duties", list(late));
    }

    private LocalText list(List<DueDate> dates) {
        return new LocalText(list(dates, Locale.ENGLISH), list(dates, Locale.CHINESE));
    }

    private String list(List<DueDate> dates, Locale locale) {
        return String.join(
                Texts.isChinese(locale) ? "；" : "; ",
                dates.stream()
                        .map(date -> Texts.get(
                                locale,
                                "procedure.days",
                                date.task().title().in(locale),
                                date.daysOverdue(timeline.day())))
                        .toList());
    }

    private Seen reports() {
        if (timeline.scheme().parameter(ParameterId.ANNUAL_REPORT_MONTHS).isEmpty()) {
            return Seen.of(null, "no-report-period");
        }
        long handedIn = timeline.dueDates().stream()
                .filter(date -> date.task() == ProcedureTask.ANNUAL_REPORT && date.met())
                .count();
        List<DueDate> late = timeline.overdue().stream()
                .filter(date -> date.task() == ProcedureTask.ANNUAL_REPORT)
                .toList();
        return late.isEmpty()
                ? Seen.of(false, "reports", handedIn)
                : Seen.of(
                        true,
                        "reports-overdue",
                        handedIn,
                        late.size(),
                        late.get(0).due());
    }

    private Seen accidents() {
        LocalDate named = named();
        if (named == null || workspace.accidents().isEmpty()) {
            return Seen.of(null, named == null ? "no-naming" : "no-accidents");
        }
        List<String> serious = SeriousAccidents.between(workspace.accidents(), named, timeline.day());
        return Seen.of(
                !serious.isEmpty(),
                serious.isEmpty() ? "accidents-none" : "accidents-serious",
                named,
                timeline.day(),
                String.join(", ", serious));
    }

    private @Nullable LocalDate named() {
        return timeline.history().naming().map(ProcedureEvent::date).orElse(null);
    }

    private Seen work() {
        Optional<Parameter> months = timeline.scheme().parameter(ParameterId.WORK_STOPPED_MONTHS);
        Optional<LocalDate> last = workspace.registers().stream()
                .flatMap(this::workDays)
                .filter(day -> !day.isAfter(timeline.day()))
                .max(Comparator.naturalOrder());
        if (months.isEmpty() || last.isEmpty()) {
            return Seen.of(null, "no-work");
        }
        boolean stopped = last.get().plusMonths(months.get().value()).isBefore(timeline.day());
        return Seen.of(
                stopped,
                stopped ? "work-stopped" : "work",
                last.get(),
                months.get().value());
    }

    private Stream<LocalDate> workDays(Register register) {
        String column = WORK.get(register.kind().id());
        return column == null
                ? Stream.empty()
                : register.entries().stream().flatMap(entry -> entry.date(column).stream());
    }

    private Seen reassessment() {
        LocalDate named = named();
        Optional<ProcedureEvent> failed = timeline.history()
                .last(ProcedureState.FAILED)
                .filter(event -> named == null || event.date().isAfter(named));
        if (failed.isPresent()) {
            return Seen.of(true, "reassessment-failed", failed.get().date());
        }
        boolean over = timeline.dueDates().stream()
                .anyMatch(date ->
                        date.task() == ProcedureTask.RENEWAL && date.status(timeline.day()) == DueStatus.OVERDUE);
        return Seen.of(over ? null : false, over ? "name-over" : "reassessment-none");
    }

    private Seen corrections() {
        List<String> late = new ArrayList<>();
        boolean there = false;
        for (Register register : workspace.registers()) {
            if (register.kind().id().equals("actions")) {
                for (RegisterEntry action : register.entries()) {
                    there = true;
                    boolean over = action.date("due")
                            .map(day -> day.isBefore(timeline.day()))
                            .orElse(false);
                    boolean done = action.date("done_on")
                            .map(day -> !day.isAfter(timeline.day()))
                            .orElse(false);
                    if (over && !done) {
                        late.add(register.id(action));
                    }
                }
            }
        }
        return !there
                ? Seen.of(null, "no-actions")
                : late.isEmpty()
                        ? Seen.of(false, "actions-none")
                        : Seen.of(true, "actions-late", late.size(), String.join(", ", late));
    }
}
