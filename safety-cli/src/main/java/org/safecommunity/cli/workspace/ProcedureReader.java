package org.safecommunity.cli.workspace;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.procedure.ProcedureEvent;
import org.safecommunity.model.procedure.ProcedureHistory;
import org.safecommunity.model.procedure.ProcedureHistory.Problem;
import org.safecommunity.model.procedure.ProcedureState;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** Reads {@code procedure.yaml}. An event that cannot be used is a finding with its place; the others stay. */
final class ProcedureReader {
    private static final int MOST_ASSESSORS = 1000;

    private final InputFile file;
    private final LocalDate today;
    private final List<Finding> findings;
    private final List<ProcedureEvent> events = new ArrayList<>();
    private final List<Location> places = new ArrayList<>();
    private int given;
    private int used;

    ProcedureReader(InputFile file, LocalDate today, List<Finding> findings) {
        this.file = file;
        this.today = today;
        this.findings = findings;
    }

    /**
     * Reads the file.
     *
     * @param communityStart day the work started by {@code community.yaml}, for a document that does not tell
     * @throws UserError (exit 3) if it is not a document of this form
     */
    Procedure read(@Nullable LocalDate communityStart) {
        ProcedureDraft draft = YamlFile.read(file, ProcedureDraft.class, findings);
        Scheme scheme = scheme(draft.scheme());
        start(draft, communityStart);
        List<ProcedureDraft.@Nullable Event> list = draft.events() == null ? List.of() : draft.events();
        for (int i = 0; i < list.size(); i++) {
            given++;
            event(list.get(i), "events[" + i + "]");
        }
        ProcedureHistory history = ProcedureHistory.of(events);
        history.problems().forEach(problem -> tell(problem, scheme));
        used = history.events().size();
        return new Procedure(scheme, history, conditions(draft, scheme), grounds(draft, scheme));
    }

    /** Events given, the start among them where it is dated by the document. */
    int given() {
        return given;
    }

    /** Events that hold. */
    int used() {
        return used;
    }

    private Scheme scheme(@Nullable Located name) {
        Scheme fallback = Scheme.bundled(Scheme.BUNDLED.get(0)).orElseThrow();
        if (name == null) {
            return fallback;
        }
        Path folder = file.path().toAbsolutePath().getParent();
        try {
            return NamedData.scheme(NamedData.beside(name.text(), folder == null ? file.path() : folder));
        } catch (UserError error) {
            String near = Nearest.of(name.text(), Scheme.BUNDLED);
            findings.add(new Finding(
                    "unknown-procedure-scheme",
                    Severity.ERROR,
                    name.in(file.name()),
                    Texts.both("finding.unknown-procedure-scheme", error.text(), fallback.id()),
                    Texts.both(
                            "finding.unknown-procedure-scheme.hint",
                            near.isEmpty() ? String.join(", ", Scheme.BUNDLED) : near)));
            return fallback;
        }
    }

    private void start(ProcedureDraft draft, @Nullable LocalDate communityStart) {
        Located started = draft.started();
        LocalDate day = null;
        if (started != null) {
            given++;
            day = date(started);
            if (day != null) {
                add(ProcedureEvent.of(ProcedureState.STARTED, day), started.in(file.name()));
            }
        }
        boolean told = draft.events() != null
                && draft.events().stream()
                        .anyMatch(e -> e != null
                                && e.event() != null
                                && e.event().text().equals(ProcedureState.STARTED.label()));
        if (started == null && !told && communityStart != null && !communityStart.isAfter(today)) {
            given++;
            add(ProcedureEvent.of(ProcedureState.STARTED, communityStart), Location.of(file.name()));
        }
        if (day != null && started != null && communityStart != null && !day.equals(communityStart)) {
            findings.add(finding("start-differs", Severity.WARNING, started.in(file.name()), day, communityStart));
        }
    }

    private void event(ProcedureDraft.@Nullable Event entry, String path) {
        Location whole = Location.ofPath(file.name(), path);
        if (entry == null || entry.event() == null) {
            Located near = entry == null ? null : entry.date();
            findings.add(finding("event-without-name", Severity.ERROR, near == null ? whole : near.in(file.name())));
            return;
        }
        Located name = entry.event();
        Location place = name.line() == 0 ? whole : name.in(file.name());
        ProcedureState state = ProcedureState.of(name.text()).orElse(null);
        if (state == null) {
            findings.add(unknown("unknown-event", place, name.text(), states()));
            return;
        }
        if (entry.date() == null) {
            findings.add(finding("event-without-date", Severity.ERROR, place, state.label()));
            return;
        }
        LocalDate date = date(entry.date());
        if (date != null) {
            add(new ProcedureEvent(state, date, assessors(entry.assessors())), place);
        }
    }

    private void add(ProcedureEvent event, Location place) {
        events.add(event);
        places.add(place);
    }

    private @Nullable LocalDate date(Located text) {
        try {
            LocalDate date = LocalDate.parse(text.text());
            if (!date.isAfter(today)) {
                return date;
            }
            findings.add(finding("event-in-future", Severity.ERROR, text.in(file.name()), date, today));
        } catch (DateTimeException e) {
            findings.add(finding("not-a-date", Severity.ERROR, text.in(file.name()), SafeEcho.of(text.text())));
        }
        return null;
    }

    private @Nullable Integer assessors(@Nullable Located text) {
        if (text == null) {
            return null;
        }
        if (text.text().matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(text.text());
            if (number >= 1 && number <= MOST_ASSESSORS) {
                return number;
            }
        }
        findings.add(finding("not-assessors", Severity.ERROR, text.in(file.name()), SafeEcho.of(text.text())));
        return null;
    }

    private void tell(Problem problem, Scheme scheme) {
        ProcedureEvent event = events.get(problem.index());
        Location place = places.get(problem.index());
        String name = event.state().label();
        switch (problem.kind()) {
            case ILLEGAL -> {
                ProcedureState before = problem.before();
                String next = before == null
                        ? ""
                        : before.next().stream().map(ProcedureState::label).collect(Collectors.joining(", "));
                findings.add(finding(
                        "event-not-allowed",
                        Severity.ERROR,
                        place,
                        name,
                        before == null ? "" : before.label(),
                        next,
                        event.date()));
            }
            case STEPS_MISSING -> {
                String missing = problem.missing().stream()
                        .filter(state -> state != ProcedureState.FILED || scheme.asksFor(Scheme.FILING))
                        .filter(state -> state != ProcedureState.RECOMMENDED || scheme.asksFor(Scheme.RECOMMENDATION))
                        .map(ProcedureState::label)
                        .collect(Collectors.joining(", "));
                if (!missing.isEmpty()) {
                    findings.add(finding("steps-missing", Severity.WARNING, place, name, missing));
                }
            }
            case BEGINS_LATE -> findings.add(finding("begins-late", Severity.INFO, place, name));
            case OUT_OF_ORDER -> findings.add(finding("out-of-order", Severity.WARNING, place, name, event.date()));
            case TWICE -> findings.add(finding("event-twice", Severity.ERROR, place, name, event.date()));
        }
    }

    private Map<String, Procedure.Statement> conditions(ProcedureDraft draft, Scheme scheme) {
        Map<String, Procedure.Statement> statements = new LinkedHashMap<>();
        List<ProcedureDraft.@Nullable Condition> list = draft.conditions() == null ? List.of() : draft.conditions();
        for (int i = 0; i < list.size(); i++) {
            ProcedureDraft.Condition c = list.get(i);
            Located id = c == null ? null : c.condition();
            if (c == null || id == null) {
                findings.add(finding(
                        "statement-without-name",
                        Severity.ERROR,
                        Location.ofPath(file.name(), "conditions[" + i + "]")));
            } else {
                state(statements, id, c.holds(), c.date(), c.evidence(), Procedure.conditionsOf(scheme));
            }
        }
        return statements;
    }

    private Map<String, Procedure.Statement> grounds(ProcedureDraft draft, Scheme scheme) {
        Map<String, Procedure.Statement> statements = new LinkedHashMap<>();
        List<ProcedureDraft.@Nullable Ground> list = draft.grounds() == null ? List.of() : draft.grounds();
        for (int i = 0; i < list.size(); i++) {
            ProcedureDraft.Ground g = list.get(i);
            Located id = g == null ? null : g.ground();
            if (g == null || id == null) {
                findings.add(finding(
                        "statement-without-name", Severity.ERROR, Location.ofPath(file.name(), "grounds[" + i + "]")));
            } else {
                state(statements, id, g.holds(), g.date(), g.evidence(), Procedure.groundsOf(scheme));
            }
        }
        return statements;
    }

    private void state(
            Map<String, Procedure.Statement> statements,
            Located id,
            @Nullable Located holds,
            @Nullable Located date,
            @Nullable Located evidence,
            List<String> known) {
        Location place = id.in(file.name());
        if (!known.contains(id.text())) {
            findings.add(unknown("unknown-statement", place, id.text(), known));
            return;
        }
        String answer = holds == null ? "" : holds.text();
        if (!List.of("yes", "no", "true", "false").contains(answer)) {
            findings.add(
                    finding("statement-without-answer", Severity.ERROR, holds == null ? place : holds.in(file.name())));
            return;
        }
        LocalDate day = date == null ? null : date(date);
        Procedure.Statement statement = new Procedure.Statement(
                answer.equals("yes") || answer.equals("true"), day, evidence == null ? "" : evidence.text());
        if (statements.putIfAbsent(id.text(), statement) != null) {
            findings.add(finding("statement-twice", Severity.ERROR, place, id.text()));
        }
    }

    private static List<String> states() {
        return Arrays.stream(ProcedureState.values()).map(ProcedureState::label).toList();
    }

    private Finding unknown(String code, Location place, String name, List<String> known) {
        String near = Nearest.of(name, known);
        Object shown = name.matches("[a-zA-Z][-_ a-zA-Z]{0,24}") ? LocalText.of("\"" + name + "\"") : SafeEcho.of(name);
        return new Finding(
                code,
                Severity.ERROR,
                place,
                Texts.both("finding." + code, shown),
                Texts.both("finding." + code + ".hint", near.isEmpty() ? String.join(", ", known) : near));
    }

    private static Finding finding(String code, Severity severity, Location place, Object... arguments) {
        return new Finding(
                code,
                severity,
                place,
                Texts.both("finding." + code, arguments),
                Texts.both("finding." + code + ".hint", arguments));
    }

    /** Reads the procedure of a folder; one that cannot be read is a finding. */
    static Procedure read(
            WorkspaceSource source, LocalDate today, @Nullable LocalDate communityStart, Workspace.Tables content) {
        if (!source.hasDocument(Procedure.FILE)) {
            return Procedure.none();
        }
        try {
            InputFile file = source.document(Procedure.FILE);
            ProcedureReader reader = new ProcedureReader(file, today, content.findings);
            Procedure procedure = reader.read(communityStart);
            content.inputs.add(new InputProvenance(
                    Procedure.FILE, file.sha256(), reader.given(), reader.used(), reader.given() - reader.used(), 0));
            return procedure;
        } catch (UserError e) {
            content.findings.add(
                    new Finding("unreadable-file", Severity.ERROR, Location.of(Procedure.FILE), e.text(), e.hint()));
            return Procedure.none();
        }
    }
}
