package org.safecommunity.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.safecommunity.cli.print.Display;
import org.safecommunity.cli.print.JsonText;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Step;

/** Writes a report as one HTML page that needs nothing from outside and no script. */
final class HtmlReport {
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
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(escape(report.title()))
                .append("</h1>\n");
        if (report.notice() != null) {
            html.append("<p class=\"notice\">").append(escape(report.notice())).append("</p>\n");
        }
        html.append("<section class=\"summary\" id=\"summary\">\n<h2>")
                .append(escape(Texts.get(locale, "section.summary")))
                .append("</h2>\n<ol>\n");
        report.summary().forEach(s -> html.append("<li>").append(escape(s)).append("</li>\n"));
        html.append("</ol>\n</section>\n<nav><ul>\n");
        report.sections().forEach(s -> html.append("<li><a href=\"#")
                .append(s.id())
                .append("\">")
                .append(escape(s.title()))
                .append("</a></li>\n"));
        html.append("</ul></nav>\n");
        report.sections().forEach(this::section);
        html.append("<footer><p>")
                .append(escape(Texts.get(locale, "report.footer", JsonText.TOOL)))
                .append("</p></footer>\n</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void section(Report.Section section) {
        html.append("<section id=\"")
                .append(section.id())
                .append("\">\n<h2>")
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
            html.append("<div class=\"chart\">")
                    .append(table.chart().replaceFirst("<svg ", "<svg aria-label=\"" + escape(table.title()) + "\" "))
                    .append("</div>\n");
        }
        html.append("<div class=\"scroll\"><table>\n<thead><tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            html.append(numeric(table, i) ? "<th class=\"n\">" : "<th>")
                    .append(escape(table.columns().get(i)))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> line : table.cells()) {
            html.append("<tr>");
            for (int i = 0; i < line.size(); i++) {
                html.append(numeric(table, i) ? "<td class=\"n\">" : "<td>")
                        .append(escape(line.get(i)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table></div>\n");
        working(table);
        html.append("</figure>\n");
    }

    /** A column whose cells all start like a number is set to the right. */
    private static boolean numeric(Report.Table table, int column) {
        return table.cells().stream()
                        .map(line -> line.get(column))
                        .allMatch(cell -> cell.isEmpty() || cell.matches("[0-9∞−-].*"))
                && table.cells().stream().anyMatch(line -> !line.get(column).isEmpty())
                && table.cells().stream()
                        .noneMatch(line -> line.get(column).matches("\\d{4}-\\d\\d-\\d\\d|\\d{1,3}-\\d{1,3}|4\\.\\d+"));
    }

    private void working(Report.Table table) {
        List<ResultRow> explained =
                table.rows().stream().filter(r -> !r.derivation().isEmpty()).toList();
        html.append("<details><summary>")
                .append(escape(Texts.get(locale, "report.how")))
                .append("</summary>\n");
        if (explained.isEmpty()) {
            html.append("<p>")
                    .append(escape(Texts.get(locale, "report.how-count")))
                    .append("</p>\n");
        }
        for (ResultRow row : explained) {
            html.append("<details><summary>").append(escape(heading(row))).append("</summary>\n<ul>\n");
            for (Step step : row.derivation()) {
                html.append("<li><b>").append(escape(step.label())).append("</b> ");
                html.append(escape(stepText(step))).append("</li>\n");
            }
            html.append("</ul></details>\n");
        }
        html.append("</details>\n");
    }

    private String heading(ResultRow row) {
        StringBuilder text = new StringBuilder(Display.statistic(row.statistic(), locale));
        row.group().forEach((name, value) -> text.append(" · ").append(value));
        row.item().forEach((name, value) -> text.append(" · ").append(value));
        return text.append(" = ").append(Display.value(row.value(), locale)).toString();
    }

    private String stepText(Step step) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {step.formula(), step.numbers()}) {
            if (part != null) {
                text.append(text.length() == 0 ? "" : " = ").append(part);
            }
        }
        if (step.value() != null) {
            text.append(text.length() == 0 ? "" : " = ").append(NumberText.shortest(step.value()));
            text.append(step.unit() == null ? "" : " " + Display.unit(step.unit(), locale));
        }
        if (step.text() != null) {
            text.append(text.length() == 0 ? "" : " = ").append(step.text());
        }
        return text.toString();
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

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
