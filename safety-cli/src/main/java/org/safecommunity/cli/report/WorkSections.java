package org.safecommunity.cli.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.workspace.ElementState;
import org.safecommunity.cli.workspace.QuestionCounts;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.metrics.rate.Proportion;
import org.safecommunity.model.accident.AccidentDomain;
import org.safecommunity.model.accident.AccidentRecord;
import org.safecommunity.model.accident.Grade;
import org.safecommunity.model.accident.GradeScheme;
import org.safecommunity.model.standard.Element;
import org.safecommunity.risk.register.RiskEntry;
import org.safecommunity.risk.score.Colour;

/** The work of the community: accidents, risks, survey and the elements of the standard. */
final class WorkSections {
    private static final List<String> RISK_COLOURS = List.of("#e63031", "#f48400", "#f1dd00", "#00b0f0");
    private static final List<String> STATE_COLOURS = List.of("#009E73", "#F0E442", "#D55E00", "#BBBBBB");
    private static final String SIMPLE_RANDOM = "simple-random";
    private static final int RISKS_SHOWN = 20;

    private final Workspace workspace;
    private final ReportContext context;

    WorkSections(Workspace workspace, ReportContext context) {
        this.workspace = workspace;
        this.context = context;
    }

    Section accidents() {
        List<Block> blocks = new ArrayList<>();
        if (workspace.accidents().isEmpty()) {
            blocks.add(new Paragraph(context.text("report.nothing"), false));
        } else {
            byDomain(blocks);
            byGrade(blocks);
        }
        return new Section("accidents", context.text("section.accidents"), blocks);
    }

    private void byDomain(List<Block> blocks) {
        TreeMap<Integer, EnumMap<AccidentDomain, Long>> counts = new TreeMap<>();
        for (AccidentRecord accident : workspace.accidents()) {
            counts.computeIfAbsent(accident.date().year(), y -> new EnumMap<>(AccidentDomain.class))
                    .merge(accident.domain(), 1L, Long::sum);
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<List<Double>> values = new ArrayList<>();
        counts.forEach((year, byDomain) -> {
            List<String> line = new ArrayList<>(List.of(year.toString()));
            List<Double> bar = new ArrayList<>();
            for (AccidentDomain domain : AccidentDomain.values()) {
                long n = byDomain.getOrDefault(domain, 0L);
                line.add(Long.toString(n));
                bar.add((double) n);
                rows.add(ResultRow.count(
                        ResultRow.item("year", year.toString(), "domain", domain.label()), "accidents", n, Map.of()));
            }
            cells.add(line);
            values.add(bar);
        });
        List<String> domains = new ArrayList<>();
        for (AccidentDomain domain : AccidentDomain.values()) {
            domains.add(domain.title().in(context.locale()));
        }
        List<String> columns = new ArrayList<>(List.of(context.text("column.year")));
        columns.addAll(domains);
        blocks.add(new Table(
                "accidents-domain",
                context.text("accidents.by-domain"),
                columns,
                cells,
                rows,
                context.charts()
                        .stacked(
                                counts.keySet().stream().map(Object::toString).toList(),
                                domains,
                                List.of("#0072B2", "#E69F00", "#D55E00", "#999999"),
                                values,
                                context.text("column.count"))));
    }

    private void byGrade(List<Block> blocks) {
        GradeScheme.GradeSchemes schemes = GradeScheme.bundled();
        Map<List<String>, long[]> counts = new LinkedHashMap<>();
        Map<List<String>, List<String>> titles = new LinkedHashMap<>();
        List<AccidentRecord> sorted = workspace.accidents().stream()
                .sorted(Comparator.comparing(AccidentRecord::domain)
                        .thenComparing(a -> a.date().year()))
                .toList();
        for (AccidentRecord accident : sorted) {
            Optional<Grade> grade = schemes.of(accident.domain()).flatMap(s -> s.grade(accident));
            String id = grade.map(Grade::id).orElse("not-graded");
            List<String> key = List.of(
                    accident.domain().label(), Integer.toString(accident.date().year()), id);
            counts.computeIfAbsent(key, k -> new long[3])[0]++;
            counts.get(key)[1] += accident.deaths();
            counts.get(key)[2] += accident.seriousInjuries();
            titles.put(
                    key,
                    List.of(
                            accident.domain().title().in(context.locale()),
                            grade.map(g -> g.title().in(context.locale()))
                                    .orElse(context.text("accidents.not-graded"))));
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        counts.forEach((key, n) -> {
            List<String> title = titles.getOrDefault(key, List.of("", ""));
            cells.add(List.of(
                    title.get(0),
                    key.get(1),
                    title.get(1),
                    Long.toString(n[0]),
                    Long.toString(n[1]),
                    Long.toString(n[2])));
            rows.add(ResultRow.count(
                    ResultRow.item("domain", key.get(0), "year", key.get(1), "grade", key.get(2)),
                    "accidents",
                    n[0],
                    Map.of("deaths", n[1], "seriousInjuries", n[2])));
        });
        blocks.add(new Paragraph(context.text("accidents.grades"), false));
        blocks.add(new Table(
                "accidents-grade",
                context.text("accidents.by-grade"),
                context.texts(
                        "column.domain",
                        "column.year",
                        "column.grade",
                        "column.count",
                        "column.deaths",
                        "column.serious"),
                cells,
                rows,
                null));
    }

    Section risks() {
        List<Block> blocks = new ArrayList<>();
        if (workspace.risks().isEmpty()) {
            blocks.add(new Paragraph(context.text("report.nothing"), false));
            return new Section("risks", context.text("section.risks"), blocks);
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Colour colour : Colour.values()) {
            long n = count(colour);
            String name = colour.title().in(context.locale());
            names.add(name);
            values.add((double) n);
            cells.add(List.of(name, colour.level().in(context.locale()), Long.toString(n)));
            rows.add(ResultRow.count(ResultRow.item("colour", colour.label()), "risks", n, Map.of()));
        }
        blocks.add(new Table(
                "risks-colour",
                context.text("risks.by-colour"),
                context.texts("column.colour", "column.level", "column.count"),
                cells,
                rows,
                context.charts()
                        .stacked(
                                List.of(context.text("risks.register")),
                                names,
                                RISK_COLOURS,
                                List.of(values),
                                context.text("column.count"))));
        highest(blocks);
        return new Section("risks", context.text("section.risks"), blocks);
    }

    private void highest(List<Block> blocks) {
        List<RiskEntry> sorted = workspace.risks().stream()
                .sorted(Comparator.comparing((RiskEntry r) -> r.score().band().colour())
                        .thenComparing(r -> r.score().score(), Comparator.reverseOrder())
                        .thenComparing(RiskEntry::riskId))
                .toList();
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (RiskEntry risk : sorted) {
            rows.add(RiskRows.of(risk.score(), ResultRow.item("risk_id", risk.riskId()), context.locale(), true));
            if (cells.size() < RISKS_SHOWN) {
                BigDecimal score = risk.score().score();
                cells.add(List.of(
                        risk.riskId(),
                        risk.place(),
                        risk.hazard(),
                        risk.score().scheme().id(),
                        score.toPlainString(),
                        risk.score().band().colour().title().in(context.locale()),
                        risk.nextReview() == null ? "" : risk.nextReview().toString()));
            }
        }
        blocks.add(new Table(
                "risks-highest",
                context.text("risks.highest", cells.size(), workspace.risks().size()),
                context.texts(
                        "column.id",
                        "column.place",
                        "column.hazard",
                        "column.scheme",
                        "column.score",
                        "column.colour",
                        "column.nextReview"),
                cells,
                rows,
                null));
    }

    Section survey() {
        List<Block> blocks = new ArrayList<>();
        String title = context.text("section.survey");
        if (workspace.survey().isEmpty()) {
            blocks.add(new Paragraph(context.text("report.nothing"), false));
            return new Section("survey", title, blocks);
        }
        workspace.surveyAbout().ifPresent(about -> blocks.add(new Paragraph(about.in(context.locale()), false)));
        boolean simple = workspace.surveyDesign().equals(SIMPLE_RANDOM);
        blocks.add(
                simple
                        ? new Paragraph(context.text("survey.simple-random"), false)
                        : new Paragraph(context.text("survey.other-design", workspace.surveyDesign()), true));
        for (String kind : new String[] {"knowledge", "satisfaction"}) {
            questions(kind, simple, blocks);
        }
        return new Section("survey", title, blocks);
    }

    private void questions(String kind, boolean simple, List<Block> blocks) {
        List<QuestionCounts> asked = workspace.survey().stream()
                .filter(q -> q.question().kind().equals(kind))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (QuestionCounts counts : asked) {
            Proportion share = context.share(counts.positive(), counts.answered());
            String text = counts.question().text().in(context.locale());
            labels.add(text);
            values.add(share.value().orElse(0) * 100);
            cells.add(List.of(
                    text,
                    Long.toString(counts.answered()),
                    Long.toString(counts.missing()),
                    Long.toString(counts.positive()),
                    context.percent(share),
                    simple ? context.percentInterval(share) : ""));
            ResultRow row = context.row(
                    share,
                    Map.of(),
                    ResultRow.item("variable", counts.question().column()));
            rows.add(simple ? row : row.withoutInterval());
        }
        blocks.add(new Table(
                "survey-" + kind,
                context.text("survey." + kind),
                context.texts(
                        "column.question",
                        "column.answered",
                        "column.missing",
                        "column.positive-" + kind,
                        "column.share",
                        "column.interval95"),
                cells,
                rows,
                context.charts().bars(labels, values, "%")));
    }

    Section elements() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(workspace.standard().note().in(context.locale()), false));
        Map<String, ElementState> states = new LinkedHashMap<>();
        workspace.elements().forEach(state -> states.put(state.element(), state));
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        Map<ElementState.State, Long> totals = new EnumMap<>(ElementState.State.class);
        for (Element element : workspace.standard().elements()) {
            ElementState state = states.get(element.id());
            ElementState.State value = state == null ? ElementState.State.NOT_ASSESSED : state.state();
            totals.merge(value, 1L, Long::sum);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("evidence", state == null ? "" : state.evidence());
            details.put("provenance", element.provenance().toString());
            details.put("confirmed", element.provenance().isConfirmed());
            String unconfirmed =
                    element.provenance().isConfirmed() ? "" : Texts.get(context.locale(), "standard.unconfirmed");
            cells.add(List.of(
                    element.id(),
                    element.title().in(context.locale()),
                    value.title().in(context.locale()),
                    state == null ? "" : state.evidence(),
                    unconfirmed));
            rows.add(ResultRow.plain(ResultRow.item("element", element.id()), "state", value.label(), details));
        }
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (ElementState.State state : ElementState.State.values()) {
            names.add(state.title().in(context.locale()));
            values.add((double) totals.getOrDefault(state, 0L));
        }
        blocks.add(new Table(
                "elements",
                context.text("elements.state", workspace.standard().number()),
                context.texts("column.id", "column.element", "column.state", "column.evidence", "column.name-source"),
                cells,
                rows,
                context.charts()
                        .stacked(
                                List.of(context.text("elements.chart")),
                                names,
                                STATE_COLOURS,
                                List.of(values),
                                context.text("column.count"))));
        return new Section("elements", context.text("section.elements"), blocks);
    }

    String riskSentence() {
        return context.text(
                "summary.risks",
                workspace.accidents().size(),
                workspace.accidents().stream().mapToInt(AccidentRecord::deaths).sum(),
                workspace.risks().size(),
                count(Colour.RED),
                count(Colour.ORANGE));
    }

    String peopleSentence() {
        long met = workspace.elements().stream()
                .filter(e -> e.state() == ElementState.State.MET)
                .count();
        int all = workspace.standard().elements().size();
        return workspace.survey().stream()
                .filter(q -> q.question().kind().equals("knowledge") && q.answered() > 0)
                .min(Comparator.comparingDouble(q -> (double) q.positive() / q.answered()))
                .map(q -> context.text(
                        "summary.people",
                        met,
                        all,
                        q.question().text().in(context.locale()),
                        context.percent(context.share(q.positive(), q.answered()))))
                .orElse(context.text("summary.people-no-survey", met, all));
    }

    private long count(Colour colour) {
        return workspace.risks().stream()
                .filter(r -> r.score().band().colour() == colour)
                .count();
    }
}
