package org.safecommunity.cli.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Step;
import org.safecommunity.model.procedure.DueDate;
import org.safecommunity.model.procedure.ProcedureEvent;
import org.safecommunity.model.procedure.ProcedureState;
import org.safecommunity.model.procedure.Timeline;
import org.safecommunity.model.procedure.Timeline.NextStep;
import org.safecommunity.model.scheme.Scheme.Parameter;
import org.safecommunity.model.scheme.Scheme.ParameterId;
import org.safecommunity.model.source.Provenance;

/** A timeline as rows of results: state, next step, events, due dates, conditions, grounds. */
public final class TimelineRows {
    private final ProcedureView view;
    private final Timeline timeline;
    private final Locale locale;
    private final boolean explain;

    /** The rows of a view in a language. */
    public TimelineRows(ProcedureView view, Locale locale, boolean explain) {
        this.view = view;
        this.timeline = view.timeline();
        this.locale = locale;
        this.explain = explain;
    }

    /** The state, the next step and the gate. */
    public List<ResultRow> head() {
        List<ResultRow> rows = new ArrayList<>(List.of(state()));
        timeline.next().ifPresent(next -> rows.add(next(next)));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("asked", timeline.isBeforeApplication());
        details.put("conditions", (long) view.conditions().size());
        details.put("met", count(true));
        details.put("notMet", count(false));
        rows.add(ResultRow.plain(Map.of(), "gate", label(view.gate()), details));
        return rows;
    }

    private static String label(@Nullable Boolean gate) {
        return gate == null ? "not-known" : gate ? "met" : "not-met";
    }

    private long count(boolean holds) {
        return view.conditions().stream()
                .filter(c -> c.holds() != null && c.holds() == holds)
                .count();
    }

    private ResultRow state() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                "since",
                timeline.history().last().map(e -> (Object) e.date().toString()).orElse(null));
        details.put("day", timeline.day().toString());
        details.put("scheme", timeline.scheme().id());
        details.put("named", timeline.history().isNamed());
        details.put("overdue", (long) timeline.overdue().size());
        details.put(ResultRow.SUMMARY, summary());
        String state = timeline.history().state().map(ProcedureState::label).orElse("not-started");
        return ResultRow.plain(Map.of(), "state", state, details);
    }

    /** Where the community stands and what comes next, as a sentence or two. */
    public String summary() {
        String state = timeline.history()
                .state()
                .map(s -> Texts.get(
                        locale,
                        "timeline.state",
                        s.title().in(locale),
                        timeline.history().last(s).map(e -> e.date().toString()).orElse("")))
                .orElse(Texts.get(locale, "timeline.no-events"));
        String next = timeline.next().map(this::sentence).orElse(Texts.get(locale, "timeline.nothing-next"));
        return Texts.isChinese(locale) ? state + next : state + " " + next;
    }

    private String sentence(NextStep next) {
        String task = next.task().title().in(locale);
        LocalDate latest = next.latest();
        LocalDate earliest = next.earliest();
        if (latest != null && latest.isBefore(timeline.day())) {
            return Texts.get(
                    locale, "timeline.next-overdue", task, latest, ChronoUnit.DAYS.between(latest, timeline.day()));
        }
        if (latest != null && earliest != null) {
            return Texts.get(locale, "timeline.next-window", task, earliest, latest);
        }
        if (latest != null) {
            return Texts.get(locale, "timeline.next-by", task, latest, ChronoUnit.DAYS.between(timeline.day(), latest));
        }
        return earliest == null
                ? Texts.get(locale, "timeline.next", task)
                : Texts.get(locale, "timeline.next-from", task, earliest);
    }

    private ResultRow next(NextStep next) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("responsible", responsible(next.task().isOfCommunity()));
        details.put("earliest", text(next.earliest()));
        details.put("due", text(next.latest()));
        DueDate basis = next.basis();
        details.put("daysOverdue", basis == null ? null : (Object) basis.daysOverdue(timeline.day()));
        if (basis != null) {
            details.put("rule", rule(basis));
            details.put("confirmed", basis.parameter().provenance().isConfirmed());
        }
        return ResultRow.plain(Map.of(), "next-step", next.task().label(), details);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static String responsible(boolean community) {
        return community ? "community" : "authority";
    }

    /** The events that hold, with the number of assessors where it is told. */
    public List<ResultRow> events() {
        return timeline.history().events().stream().map(this::event).toList();
    }

    private ResultRow event(ProcedureEvent event) {
        Map<String, Object> details = new LinkedHashMap<>();
        Integer assessors = event.assessors();
        if (assessors != null) {
            details.put("assessors", (long) assessors);
            timeline.scheme().parameter(ParameterId.MIN_ASSESSORS).ifPresent(least -> {
                details.put("leastAssessors", (long) least.value());
                details.put("enoughAssessors", assessors >= least.value());
                details.put("confirmed", least.provenance().isConfirmed());
            });
        }
        return ResultRow.plain(
                ResultRow.item("event", event.state().label()),
                "event-date",
                event.date().toString(),
                details);
    }

    /** The rows for people: a table a part, with what fits in its columns. */
    public List<List<ResultRow>> tables() {
        return List.of(
                        keep(head(), ResultRow.SUMMARY),
                        keep(dates(), "status", "daysOverdue", "daysLate", "daysEarly", "rule"),
                        keep(conditions(), "title", "shows"),
                        keep(grounds(), "title", "shows"),
                        events())
                .stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<ResultRow> keep(List<ResultRow> rows, String... names) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> details = new LinkedHashMap<>(row.details());
                    details.keySet().retainAll(List.of(names));
                    return with(row, details, row.derivation());
                })
                .toList();
    }

    /** All rows: state, next step and gate, due dates, conditions, grounds, events. */
    public List<ResultRow> all() {
        List<ResultRow> rows = new ArrayList<>(head());
        rows.addAll(dates());
        rows.addAll(conditions());
        rows.addAll(grounds());
        rows.addAll(events());
        return rows;
    }

    /** The due dates, closed ones too. */
    public List<ResultRow> dates() {
        return timeline.dueDates().stream().map(this::date).toList();
    }

    private ResultRow date(DueDate date) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", date.status(timeline.day()).label());
        details.put("daysOverdue", date.daysOverdue(timeline.day()));
        details.put("daysLate", date.daysLate() > 0 ? (Object) date.daysLate() : null);
        details.put("daysEarly", date.daysEarly() > 0 ? (Object) date.daysEarly() : null);
        details.put("rule", rule(date));
        details.put("responsible", responsible(date.task().isOfCommunity()));
        details.put("startedBy", date.event().state().label());
        details.put("startedOn", date.event().date().toString());
        ProcedureEvent closing = date.closedBy();
        details.put("closedBy", closing == null ? null : closing.state().label());
        details.put("closedOn", closing == null ? null : closing.date().toString());
        details.put("parameter", date.parameter().id().label());
        details.put("parameterValue", (long) date.parameter().value());
        source(details, date.parameter().provenance());
        List<Step> working = explain
                ? List.of(
                        Step.remark(Texts.get(locale, "timeline.rule"), rule(date)),
                        Step.remark(
                                Texts.get(locale, "column.provenance"),
                                describe(date.parameter().provenance())))
                : List.of();
        return with(
                ResultRow.plain(
                        ResultRow.item("step", date.task().label()),
                        "due-date",
                        date.due().toString(),
                        details),
                working);
    }

    /** The rule of a date in words, e.g. "12 months after named (2024-03-20)"; says so where it is unconfirmed. */
    public String rule(DueDate date) {
        Parameter parameter = date.parameter();
        String period = Texts.get(
                locale,
                "timeline.rule." + parameter.id().label(),
                parameter.value(),
                date.event().state().title().in(locale),
                date.event().date());
        return parameter.provenance().isConfirmed() ? period : Texts.get(locale, "timeline.unconfirmed", period);
    }

    /** The conditions, each with what the workspace shows. */
    public List<ResultRow> conditions() {
        return view.conditions().stream()
                .map(c -> answer("condition", c, c.label("met", "not-met")))
                .toList();
    }

    /** The grounds of revocation, each with what the workspace shows. */
    public List<ResultRow> grounds() {
        return view.grounds().stream()
                .map(g -> answer("ground", g, g.label("sign", "no-sign")))
                .toList();
    }

    private ResultRow answer(String kind, Answer answer, String label) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("title", answer.title().in(locale));
        details.put("shows", answer.shows().in(locale));
        source(details, answer.provenance());
        List<Step> working = explain
                ? List.of(Step.remark(Texts.get(locale, "column.provenance"), describe(answer.provenance())))
                : List.of();
        return with(ResultRow.plain(ResultRow.item(kind, answer.id()), kind, label, details), working);
    }

    private static void source(Map<String, Object> details, Provenance provenance) {
        details.put("confirmed", provenance.isConfirmed());
        details.put("provenance", provenance.toString());
    }

    private String describe(Provenance provenance) {
        return provenance.describe(timeline.scheme().sources()).in(locale);
    }

    private static ResultRow with(ResultRow row, List<Step> working) {
        return with(row, row.details(), working);
    }

    private static ResultRow with(ResultRow row, Map<String, Object> details, List<Step> working) {
        return new ResultRow(
                row.group(),
                row.item(),
                row.statistic(),
                row.value(),
                "",
                null,
                null,
                null,
                null,
                "",
                Map.of(),
                details,
                List.of(),
                working);
    }

    /** What a reader must know about the rules: which are unconfirmed, and which the scheme does not know. */
    public List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        List<String> unconfirmed = timeline.scheme().parameters().stream()
                .filter(p -> !p.provenance().isConfirmed())
                .map(p -> name(p.id()))
                .toList();
        String separator = Texts.isChinese(locale) ? "、" : ", ";
        if (!unconfirmed.isEmpty()) {
            remarks.add(new Remark(
                    "unconfirmed-periods",
                    Texts.get(
                            locale,
                            "remark.unconfirmed-periods",
                            timeline.scheme().id(),
                            String.join(separator, unconfirmed))));
        }
        List<String> unknown = new ArrayList<>();
        for (ParameterId id : ParameterId.values()) {
            boolean needed = id != ParameterId.APPLICATION_TO_MONTH && id != ParameterId.WORK_STOPPED_MONTHS;
            if (needed && timeline.scheme().parameter(id).isEmpty()) {
                unknown.add(name(id));
            }
        }
        if (!unknown.isEmpty()) {
            remarks.add(new Remark(
                    "unknown-periods",
                    Texts.get(
                            locale,
                            "remark.unknown-periods",
                            timeline.scheme().id(),
                            String.join(separator, unknown))));
        }
        return remarks;
    }

    private String name(ParameterId id) {
        return Texts.get(locale, "parameter." + id.label());
    }
}
