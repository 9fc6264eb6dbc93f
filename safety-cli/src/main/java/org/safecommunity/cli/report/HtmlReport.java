package org.safecommunity.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.cli.print.JsonText;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;

/** Writes a report as one HTML page that needs nothing from outside and no script. */
final class HtmlReport {
    private static final int SHORT = 12;
    private static final int SHORT_HEADING = 8;

    private final Report report;
    private final Locale locale;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
        this.locale = report.locale();
    }

    static String of(Report report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        head();
        html.append("<header>\n<h1>").append(escape(report.title())).append("</h1>\n<p class=\"date\">");
        html.append(escape(text("report.date", report.date()))).append("</p>\n");
        if (report.notice() != null) {
            html.append("<p class=\"notice\">").append(escape(report.notice())).append("</p>\n");
        }
        html.append("</header>\n<section class=\"summary\" id=\"summary\">\n<h2>")
                .append(escape(text("section.summary")))
                .append("</h2>\n<ol>\n");
        report.summary().forEach(s -> html.append("<li>").append(escape(s)).append("</li>\n"));
        html.append("</ol>\n</section>\n");
        contents();
        for (int i = 0; i < report.sections().size(); i++) {
            section(i + 1, report.sections().get(i));
        }
        html.append("<footer><p>")
                .append(escape(text("report.footer", JsonText.TOOL)))
                .append("</p></footer>\n</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void head() {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(Texts.isChinese(locale) ? "zh-CN" : "en")
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" style-src 'unsafe-inline'; img-src data:\">\n")
                .append("<link rel=\"icon\" href=\"data:,\">\n<title>")
                .append(escape(report.title()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n");
    }

    private void contents() {
        html.append("<nav aria-label=\"")
                .append(escape(text("report.contents")))
                .append("\"><ol>\n");
        report.sections().forEach(s -> html.append("<li><a href=\"#")
                .append(s.id())
                .append("\">")
                .append(escape(s.title()))
                .append("</a></li>\n"));
        html.append("</ol></nav>\n");
    }

    private void section(int number, Report.Section section) {
        html.append("<section id=\"")
                .append(section.id())
                .append("\">\n<h2>")
                .append(number)
                .append(". ")
                .append(escape(section.title()))
                .append("</h2>\n");
        for (Report.Block block : section.blocks()) {
            if (block instanceof Report.Paragraph paragraph) {
                html.append(paragraph.warning() ? "<p class=\"notice\">" : "<p>")
                        .append(escape(paragraph.text()))
                        .append("</p>\n");
            } else if (block instanceof Report.Table table) {
                table(table);
            }
        }
        html.append("</section>\n");
    }

    private void table(Report.Table table) {
        html.append("<figure id=\"").append(table.id()).append("\">\n<figcaption>");
        html.append(escape(table.title())).append("</figcaption>\n");
        if (table.chart() != null) {
            String label = escape(text("report.chart", table.title()));
            html.append("<div class=\"chart\">")
                    .append(table.chart().replaceFirst("<svg ", "<svg aria-label=\"" + label + "\" "))
                    .append("</div>\n");
        }
        html.append("<div class=\"scroll\"><table>\n<thead><tr>");
        for (Report.Column column : table.columns()) {
            String names = (column.number() ? "n" : "") + (Labels.columns(column.title()) <= SHORT_HEADING ? " s" : "");
            html.append(names.isEmpty() ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"" + names.strip() + "\">")
                    .append(escape(column.title()))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        List<String> cell = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            cell.add(
                    table.columns().get(i).number()
                            ? "<td class=\"n\">"
                            : isShort(table, i) ? "<td class=\"s\">" : "<td>");
        }
        for (int row = 0; row < table.cells().size(); row++) {
            List<String> line = table.cells().get(row);
            html.append("<tr>");
            for (int i = 0; i < line.size(); i++) {
                html.append(
                                table.columns().get(i).colour()
                                        ? colourCell(table.rows().get(row))
                                        : cell.get(i))
                        .append(escape(line.get(i)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table></div>\n");
        WorkingText.write(table, locale, html);
        html.append("</figure>\n");
    }

    private static String colourCell(ResultRow row) {
        return "<td class=\"s c-" + escape(String.valueOf(row.details().get("colour"))) + "\">";
    }

    /** Cells as short as a date are not broken over lines. */
    private static boolean isShort(Report.Table table, int column) {
        return table.cells().stream().allMatch(line -> Labels.columns(line.get(column)) <= SHORT);
    }

    private String text(String key, Object... arguments) {
        return Texts.get(locale, key, arguments);
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as it must stand in HTML, also inside an attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
