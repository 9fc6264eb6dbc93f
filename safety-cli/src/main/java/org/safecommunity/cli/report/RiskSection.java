package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.risk.register.RiskEntry;
import org.safecommunity.risk.score.Colour;

/** The risk register by colour, and its highest entries. */
final class RiskSection {
    private static final List<String> COLOURS = List.of("#e63031", "#f48400", "#f1dd00", "#00b0f0");
    private static final int SHOWN = 20;

    private final Workspace workspace;
    private final ReportContext context;

    RiskSection(Workspace workspace, ReportContext context) {
        this.workspace = workspace;
        this.context = context;
    }

    Section section() {
        String title = context.text("section.risks");
        if (workspace.risks().isEmpty()) {
            return context.nothing("risks", title);
        }
        List<Block> blocks = new ArrayList<>();
        byColour(blocks);
        highest(blocks);
        return new Section("risks", title, blocks);
    }

    private void byColour(List<Block> blocks) {
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Charts.Bar> bars = new ArrayList<>();
        for (Colour colour : Colour.values()) {
            long n = count(colour);
            String name = context.title(colour.title());
            String level = context.title(colour.level());
            String text = ReportNumbers.count(n);
            bars.add(new Charts.Bar(
                    context.text("risks.colour-level", name, colour.level().in(context.locale())), (double) n, text));
            cells.add(List.of(name, level, text));
            rows.add(ResultRow.count(ResultRow.item("colour", colour.label()), "risks", n, Map.of()));
        }
        blocks.add(new Table(
                "risks-colour",
                context.text("risks.by-colour"),
                List.of(
                        context.column("column.colour"),
                        context.column("column.level"),
                        context.number("column.risks")),
                cells,
                rows,
                context.charts().bars(bars, context.text("column.risks"), COLOURS)));
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
            if (cells.size() < SHOWN) {
                cells.add(List.of(
                        risk.riskId(),
                        risk.place(),
                        risk.hazard(),
                        risk.score().scheme().id(),
                        risk.score().score().toPlainString(),
                        context.title(risk.score().band().colour().title()),
                        risk.nextReview() == null ? "" : risk.nextReview().toString()));
            }
        }
        blocks.add(new Table(
                "risks-highest",
                context.text("risks.highest", cells.size(), workspace.risks().size()),
                List.of(
                        context.column("column.id"),
                        context.column("column.place"),
                        context.column("column.hazard"),
                        context.column("column.scheme"),
                        context.number("column.score"),
                        context.column("column.colour"),
                        context.column("column.nextReview")),
                cells,
                rows,
                null));
    }

    /** The second half of the fourth sentence. */
    String sentence() {
        return workspace.risks().isEmpty()
                ? context.text("summary.no-risks")
                : context.text(
                        "summary.risks",
                        ReportNumbers.count(workspace.risks().size()),
                        ReportNumbers.count(count(Colour.RED)),
                        ReportNumbers.count(count(Colour.ORANGE)));
    }

    private long count(Colour colour) {
        return workspace.risks().stream()
                .filter(r -> r.score().band().colour() == colour)
                .count();
    }
}
