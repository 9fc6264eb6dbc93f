package org.safecommunity.cli.print;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Step;

/** Writes rows for people: a table, the warnings under it, and the working when asked for. */
final class TableText {
    private TableText() {}

    /** Text for a terminal, or Markdown. */
    static String of(List<ResultRow> rows, Locale locale, boolean markdown) {
        if (rows.isEmpty()) {
            return Texts.get(locale, "table.empty") + "\n";
        }
        TextGrid grid = grid(rows, locale);
        StringBuilder text = new StringBuilder(markdown ? grid.markdown() : grid.text());
        Set<String> notes = new LinkedHashSet<>();
        for (ResultRow row : rows) {
            String who = groupText(row);
            row.warnings().forEach(w -> notes.add((who.isEmpty() ? "" : who + ": ") + w.message()));
        }
        if (!notes.isEmpty()) {
            text.append('\n');
            notes.forEach(
                    note -> text.append(markdown ? "- " : "! ").append(note).append('\n'));
        }
        for (ResultRow row : rows) {
            working(text, row, locale, markdown);
        }
        return text.toString();
    }

    private static TextGrid grid(List<ResultRow> rows, Locale locale) {
        Set<String> groups = new LinkedHashSet<>();
        Set<String> items = new LinkedHashSet<>();
        Set<String> details = new LinkedHashSet<>();
        for (ResultRow row : rows) {
            groups.addAll(row.group().keySet());
            items.addAll(row.item().keySet());
            row.details().forEach((name, value) -> {
                if (!(value instanceof List<?>)) {
                    details.add(name);
                }
            });
        }
        TextGrid grid = new TextGrid();
        groups.forEach(name -> grid.column(name, false));
        items.forEach(name -> grid.column(Texts.getOr(locale, "column." + name, name), false));
        grid.column(Texts.get(locale, "table.statistic"), false);
        grid.column(Texts.get(locale, "table.value"), true);
        grid.column(interval(rows, locale), true);
        grid.column(Texts.get(locale, "table.unit"), false);
        grid.column(Texts.get(locale, "table.method"), false);
        grid.column(Texts.get(locale, "table.test"), false);
        grid.column("n", true);
        details.forEach(name -> grid.column(Texts.getOr(locale, "column." + name, name), false));
        grid.column(Texts.get(locale, "table.status"), false);
        for (ResultRow row : rows) {
            List<String> cells = new ArrayList<>();
            groups.forEach(name -> cells.add(row.group().getOrDefault(name, "")));
            items.forEach(name -> cells.add(row.item().getOrDefault(name, "")));
            cells.add(Display.statistic(row.statistic(), locale));
            cells.add(Display.value(row.value(), locale));
            cells.add(Display.interval(row.interval()));
            cells.add(Display.unit(row.unit(), locale));
            cells.add(row.interval() == null ? "" : row.interval().method());
            cells.add(test(row));
            cells.add(row.n() == null ? "" : row.n().toString());
            details.forEach(name -> {
                Object value = row.details().get(name);
                cells.add(value == null ? "" : Display.value(value, locale));
            });
            cells.add(row.status());
            grid.row(cells);
        }
        return grid;
    }

    private static String interval(List<ResultRow> rows, Locale locale) {
        return rows.stream()
                .map(ResultRow::interval)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(i -> Texts.get(locale, "table.interval", Display.number(i.level() * 100)))
                .orElse("");
    }

    private static String test(ResultRow row) {
        var test = row.test();
        if (test == null) {
            return "";
        }
        String df = test.df().isEmpty()
                ? ""
                : "("
                        + String.join(
                                ", ", test.df().stream().map(Display::number).toList()) + ")";
        return test.method() + df + " = " + Display.number(test.statistic()) + ", p = " + Display.number(test.pValue());
    }

    private static String groupText(ResultRow row) {
        List<String> parts = new ArrayList<>();
        row.group().forEach((name, value) -> parts.add(name + "=" + value));
        row.item().forEach((name, value) -> parts.add(name + "=" + value));
        return String.join(", ", parts);
    }

    private static void working(StringBuilder text, ResultRow row, Locale locale, boolean markdown) {
        if (row.derivation().isEmpty()) {
            return;
        }
        String who = groupText(row);
        String title = Texts.get(locale, "table.working", Display.statistic(row.statistic(), locale))
                + (who.isEmpty() ? "" : " (" + who + ")");
        text.append('\n').append(markdown ? "### " + title + "\n" : title).append('\n');
        for (Step step : row.derivation()) {
            text.append(markdown ? "- **" : "  ").append(step.label()).append(markdown ? "**: " : ": ");
            text.append(stepText(step, locale)).append('\n');
        }
    }

    /** One step as a line: formula = numbers = value, or the remark. */
    static String stepText(Step step, Locale locale) {
        List<String> parts = new ArrayList<>();
        if (step.formula() != null) {
            parts.add(step.formula());
        }
        if (step.numbers() != null) {
            parts.add(step.numbers());
        }
        if (step.value() != null) {
            String unit = step.unit() == null ? "" : " " + Display.unit(step.unit(), locale);
            parts.add(org.safecommunity.metrics.NumberText.shortest(step.value()) + unit);
        }
        if (step.text() != null) {
            parts.add(step.text());
        }
        return String.join(" = ", parts);
    }
}
