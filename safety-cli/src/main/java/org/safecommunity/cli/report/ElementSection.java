package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.workspace.ElementState;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.standard.Element;

/** Where the community stands with the elements of the standard. */
final class ElementSection {
    private static final List<String> COLOURS = List.of("#009E73", "#E6B800", "#D55E00", "#999999");

    private final Workspace workspace;
    private final ReportContext context;

    ElementSection(Workspace workspace, ReportContext context) {
        this.workspace = workspace;
        this.context = context;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (workspace.elements().isEmpty()) {
            blocks.add(context.paragraph("elements.none"));
        }
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
            boolean confirmed = element.provenance().isConfirmed();
            cells.add(List.of(
                    element.id(),
                    element.title().in(context.locale()),
                    context.title(value.title()),
                    state == null ? "" : state.evidence(),
                    state == null || state.assessedOn() == null
                            ? ""
                            : state.assessedOn().toString(),
                    context.text(confirmed ? "elements.found" : "standard.unconfirmed")));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("evidence", state == null ? "" : state.evidence());
            details.put("provenance", element.provenance().toString());
            details.put("confirmed", confirmed);
            rows.add(ResultRow.plain(ResultRow.item("element", element.id()), "state", value.label(), details));
        }
        blocks.add(new Table(
                "elements",
                context.text("elements.state", workspace.standard().number()),
                List.of(
                        context.column("column.id"),
                        context.column("column.element"),
                        context.column("column.state"),
                        context.column("column.evidence"),
                        context.column("column.assessedOn"),
                        context.column("column.name-source")),
                cells,
                rows,
                chart(totals)));
        return new Section("elements", context.text("section.elements"), blocks);
    }

    private String chart(Map<ElementState.State, Long> totals) {
        List<Charts.Bar> bars = new ArrayList<>();
        for (ElementState.State state : ElementState.State.values()) {
            long n = totals.getOrDefault(state, 0L);
            bars.add(new Charts.Bar(context.title(state.title()), (double) n, ReportNumbers.count(n)));
        }
        return context.charts().bars(bars, context.text("elements.chart"), COLOURS);
    }

    /** The fifth sentence. */
    String sentence(SurveySection survey) {
        int all = workspace.standard().elements().size();
        if (workspace.elements().isEmpty() && workspace.survey().isEmpty()) {
            return context.text("summary.no-people");
        }
        long met = workspace.elements().stream()
                .filter(e -> e.state() == ElementState.State.MET)
                .count();
        return survey.sentence(met, all).orElse(context.text("summary.people-no-survey", met, all));
    }
}
