package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.register.Ratings;
import org.safecommunity.risk.score.Colour;
import org.safecommunity.risk.score.RiskScore;

/** The hazard register: counts by colour and rating, heat maps, and the four-colour list. */
final class RiskSection {
    private final RiskRegisters registers;
    private final ReportContext context;

    RiskSection(RiskRegisters registers, ReportContext context) {
        this.registers = registers;
        this.context = context;
    }

    Section section() {
        String title = context.text("section.risks");
        List<Block> blocks = new ArrayList<>();
        for (UserError fault : registers.faults()) {
            blocks.add(new Report.Paragraph(fault.text().in(context.locale()), true));
        }
        if (registers.hazards().isEmpty()) {
            blocks.addAll(context.nothing("risks", title).blocks());
            return new Section("risks", title, blocks);
        }
        byColour(blocks);
        byRating(blocks);
        new HeatMapTables(context).add(registers.hazards(), blocks);
        blocks.add(new ColourList(context).of(registers.hazards()));
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
            rows.add(ResultRow.count(
                    ResultRow.item("colour", colour.label()), "risks", n, Map.of("colour", colour.label())));
        }
        blocks.add(new Table(
                "risks-colour",
                context.text("risks.by-colour"),
                List.of(
                        context.colour("column.colour"),
                        context.column("column.level"),
                        context.number("column.risks")),
                cells,
                rows,
                context.charts().bars(bars, context.text("column.risks"), HeatMapChart.fills())));
    }

    /** Inherent, current and residual rating side by side; only where one of the outer two was made. */
    private void byRating(List<Block> blocks) {
        List<Ratings> ratings =
                registers.hazards().stream().map(HazardEntry::ratings).toList();
        if (ratings.stream().allMatch(r -> r.inherent() == null && r.residual() == null)) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (Colour colour : Colour.values()) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("colour", colour.label());
            details.put(
                    "inherent",
                    count(colour, ratings.stream().map(Ratings::inherent).toList()));
            details.put("current", count(colour));
            details.put(
                    "residual",
                    count(colour, ratings.stream().map(Ratings::residual).toList()));
            rows.add(ResultRow.count(
                    ResultRow.item("colour", colour.label()), "risks-by-rating", count(colour), details));
            cells.add(List.of(
                    context.title(colour.title()),
                    String.valueOf(details.get("inherent")),
                    String.valueOf(details.get("current")),
                    String.valueOf(details.get("residual"))));
        }
        blocks.add(new Table(
                "risks-rating",
                context.text("risks.by-rating"),
                List.of(
                        context.colour("column.colour"),
                        context.number("risks.inherent"),
                        context.number("risks.current"),
                        context.number("risks.residual")),
                cells,
                rows,
                null));
    }

    /** The second half of the fourth sentence. */
    String sentence() {
        return registers.hazards().isEmpty()
                ? context.text("summary.no-risks")
                : context.text(
                        "summary.risks",
                        ReportNumbers.count(registers.hazards().size()),
                        ReportNumbers.count(count(Colour.RED)),
                        ReportNumbers.count(count(Colour.ORANGE)));
    }

    private long count(Colour colour) {
        return registers.hazards().stream().filter(h -> h.colour() == colour).count();
    }

    private static long count(Colour colour, List<@Nullable RiskScore> scores) {
        return scores.stream()
                .filter(score -> score != null && score.band().colour() == colour)
                .count();
    }
}
