package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.safecommunity.cli.print.Display;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Step;

/** How the numbers of a table were computed: what all rows of a statistic share once, then the steps of each row. */
final class WorkingText {
    private final Locale locale;
    private final StringBuilder html;

    private WorkingText(Locale locale, StringBuilder html) {
        this.locale = locale;
        this.html = html;
    }

    /** Appends the working of a table. */
    static void write(Report.Table table, Locale locale, StringBuilder html) {
        new WorkingText(locale, html).write(table);
    }

    private void write(Report.Table table) {
        Map<String, List<ResultRow>> byStatistic = new LinkedHashMap<>();
        for (ResultRow row : table.rows()) {
            if (!row.derivation().isEmpty()) {
                byStatistic
                        .computeIfAbsent(row.statistic(), s -> new ArrayList<>())
                        .add(row);
            }
        }
        html.append("<details><summary>")
                .append(HtmlReport.escape(Texts.get(locale, "report.how")))
                .append("</summary>\n");
        if (byStatistic.isEmpty()) {
            String key = Texts.getOr(locale, "report.how." + table.id(), Texts.get(locale, "report.how-count"));
            html.append("<p>").append(HtmlReport.escape(key)).append("</p>\n");
        }
        byStatistic.forEach(this::statistic);
        html.append("</details>\n");
    }

    private void statistic(String statistic, List<ResultRow> rows) {
        Set<Step> common = new LinkedHashSet<>(rows.get(0).derivation());
        rows.forEach(row -> common.retainAll(row.derivation()));
        if (rows.size() > 1 && !common.isEmpty()) {
            html.append("<p>")
                    .append(HtmlReport.escape(
                            Texts.get(locale, "report.how-all", Display.statistic(statistic, locale))))
                    .append("</p>\n");
            steps(new ArrayList<>(common));
        }
        for (ResultRow row : rows) {
            List<Step> own = row.derivation().stream()
                    .filter(step -> rows.size() == 1 || !common.contains(step))
                    .toList();
            if (!own.isEmpty()) {
                html.append("<details><summary>")
                        .append(HtmlReport.escape(heading(row)))
                        .append("</summary>\n");
                steps(own);
                html.append("</details>\n");
            }
        }
    }

    private void steps(List<Step> steps) {
        html.append("<ul>\n");
        for (Step step : steps) {
            html.append("<li><b>").append(HtmlReport.escape(step.label())).append("</b> ");
            html.append(HtmlReport.escape(stepText(step))).append("</li>\n");
        }
        html.append("</ul>\n");
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
}
