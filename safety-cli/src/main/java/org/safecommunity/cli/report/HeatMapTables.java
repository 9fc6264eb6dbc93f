package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.score.Colour;

/** A heat map for each scheme of the register, with the same counts as a table. */
final class HeatMapTables {
    private static final int NAMED = 8;

    private final ReportContext context;

    HeatMapTables(ReportContext context) {
        this.context = context;
    }

    void add(List<HazardEntry> hazards, List<Block> blocks) {
        Map<String, List<HazardEntry>> byScheme = hazards.stream()
                .collect(Collectors.groupingBy(
                        h -> h.ratings().current().scheme().id(), LinkedHashMap::new, Collectors.toList()));
        byScheme.values().forEach(rated -> HeatMap.of(rated).ifPresent(map -> add(map, rated.size(), blocks)));
    }

    private void add(HeatMap map, int n, List<Block> blocks) {
        String id = "risks-map-" + map.scheme().id().toLowerCase(Locale.ROOT);
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (HeatMap.Cell cell : map.cells()) {
            rows.add(row(map, cell));
            cells.add(List.of(
                    cell.up().toPlainString(),
                    cell.right().toPlainString(),
                    cell.colour().map(c -> context.title(c.title())).orElse("–"),
                    ReportNumbers.count(cell.hazards().size()),
                    counts(cell),
                    ids(cell.hazards())));
        }
        List<Integer> shown = java.util.stream.IntStream.range(0, rows.size())
                .filter(i -> !map.cells().get(i).hazards().isEmpty())
                .boxed()
                .toList();
        blocks.add(new Paragraph(
                context.text(
                        map.isWhole() ? "risks.map-two" : "risks.map-more",
                        map.scheme().formula(),
                        map.upwards().symbol(),
                        map.across().symbol()),
                false));
        blocks.add(new Table(
                id,
                context.text("risks.map", map.scheme().id(), ReportNumbers.count(n)),
                List.of(
                        new Report.Column(map.upwards().symbol(), true),
                        new Report.Column(map.across().symbol(), true),
                        context.colour("column.colour"),
                        context.number("column.risks"),
                        context.column("column.colours"),
                        context.column("column.id")),
                shown.stream().map(cells::get).toList(),
                shown.stream().map(rows::get).toList(),
                HeatMapChart.of(map, context.locale())));
    }

    private static ResultRow row(HeatMap map, HeatMap.Cell cell) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("scheme", map.scheme().id());
        cell.colour().ifPresent(c -> details.put("colour", c.label()));
        cell.byColour().forEach((colour, count) -> details.put(colour.label(), count));
        details.put("hazards", cell.hazards().stream().map(HazardEntry::id).toList());
        return ResultRow.count(
                ResultRow.item(
                        map.upwards().name(), cell.up().toPlainString(),
                        map.across().name(), cell.right().toPlainString()),
                "risks",
                cell.hazards().size(),
                details);
    }

    private String counts(HeatMap.Cell cell) {
        return cell.byColour().entrySet().stream()
                .map(e -> name(e.getKey()) + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private String name(Colour colour) {
        return colour.title().in(context.locale());
    }

    private static String ids(List<HazardEntry> hazards) {
        String text = hazards.stream().limit(NAMED).map(HazardEntry::id).collect(Collectors.joining(", "));
        return hazards.size() > NAMED ? text + " …" : text;
    }
}
