package org.safecommunity.cli.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecommunity.risk.score.Colour;

/** Draws a heat map as SVG: each cell with its count and the name of its colour, so that colour is never the only sign. */
final class HeatMapChart {
    private static final Map<Colour, String> FILL = Map.of(
            Colour.RED, "#f4a3a3",
            Colour.ORANGE, "#fbc98a",
            Colour.YELLOW, "#f9f0a0",
            Colour.BLUE, "#a9def7");
    private static final String NO_COLOUR = "#f4f6f8";
    private static final int LEFT = 86;
    private static final int TOP = 8;
    private static final int BOTTOM = 48;
    private static final int WIDTH = 720;
    private static final int MOST_WIDE = 96;
    private static final int HIGH = 40;

    private final HeatMap map;
    private final Locale locale;
    private final StringBuilder svg = new StringBuilder();
    private final int columns;
    private final int rows;
    private final int wide;

    private HeatMapChart(HeatMap map, Locale locale) {
        this.map = map;
        this.locale = locale;
        this.columns = map.across().values().size();
        this.rows = map.upwards().values().size();
        this.wide = Math.min(MOST_WIDE, (WIDTH - LEFT - 10) / columns);
    }

    static String of(HeatMap map, Locale locale) {
        return new HeatMapChart(map, locale).draw();
    }

    private String draw() {
        int height = TOP + rows * HIGH + BOTTOM;
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\">");
        for (int i = 0; i < map.cells().size(); i++) {
            cell(map.cells().get(i), LEFT + i % columns * wide, TOP + i / columns * HIGH);
        }
        int middle = TOP + rows * HIGH / 2;
        text(18, middle, "middle", 12, false, axis(map.upwards()), " transform=\"rotate(-90 18 " + middle + ")\"");
        text(LEFT + columns * wide / 2, height - 8, "middle", 12, false, axis(map.across()), "");
        return svg.append("</svg>").toString();
    }

    private void cell(HeatMap.Cell cell, int x, int y) {
        String fill = cell.colour().map(FILL::get).orElse(NO_COLOUR);
        svg.append("<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + wide + "\" height=\"" + HIGH + "\" fill=\"" + fill
                + "\" stroke=\"#fff\" stroke-width=\"2\"><title>" + HtmlReport.escape(title(cell)) + "</title></rect>");
        if (x == LEFT) {
            text(LEFT - 8, y + HIGH / 2 + 4, "end", 12, false, plain(cell.up()), "");
        }
        if (y == TOP + (rows - 1) * HIGH) {
            text(x + wide / 2, y + HIGH + 16, "middle", 12, false, plain(cell.right()), "");
        }
        int n = cell.hazards().size();
        if (n > 0) {
            text(x + wide / 2, y + HIGH / 2 + 1, "middle", 16, true, ReportNumbers.count(n), "");
        }
        cell.colour()
                .ifPresent(c -> text(
                        x + wide / 2,
                        y + HIGH - 6,
                        "middle",
                        10,
                        false,
                        c.title().in(locale),
                        ""));
    }

    private String title(HeatMap.Cell cell) {
        String counts = cell.byColour().entrySet().stream()
                .map(e -> e.getKey().title().in(locale) + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return map.upwards().symbol() + " = " + plain(cell.up()) + ", "
                + map.across().symbol() + " = " + plain(cell.right()) + ": "
                + Optional.of(counts).filter(c -> !c.isEmpty()).orElse("0");
    }

    private String axis(org.safecommunity.risk.score.Factor factor) {
        return factor.symbol() + " " + factor.title().in(locale);
    }

    private void text(int x, int y, String anchor, int size, boolean bold, String content, String more) {
        svg.append("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\" style=\"font-size:" + size
                + "px\"" + (bold ? " font-weight=\"bold\"" : "") + more + ">" + HtmlReport.escape(content)
                + "</text>");
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    /** Fill of the colours on a page, highest first. */
    static List<String> fills() {
        return List.of("#e63031", "#f48400", "#f1dd00", "#00b0f0");
    }
}
