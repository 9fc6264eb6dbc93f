package org.safecommunity.cli.print;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Step;

/** Writes rows for people: a table, the warnings under it, tables inside a result, and the working when asked for. */
final class TableText {
    private final List<ResultRow> rows;
    private final Locale locale;
    private final boolean markdown;
    private final StringBuilder text = new StringBuilder();

    private TableText(List<ResultRow> rows, Locale locale, boolean markdown) {
        this.rows = rows;
        this.locale = locale;
        this.markdown = markdown;
    }

    /** Text for a terminal, or Markdown. */
    static String of(List<ResultRow> rows, Locale locale, boolean markdown) {
        if (rows.isEmpty()) {
            return Texts.get(locale, "table.empty") + "\n";
        }
        TableText table = new TableText(rows, locale, markdown);
        table.results();
        table.notes();
        table.summaries();
        rows.forEach(table::innerTables);
        rows.forEach(table::working);
        return table.text.toString();
    }

    /** The results; a unit and method shared by all go under a table that would be too wide. */
    private void results() {
        TextGrid whole = ResultGrid.of(rows, locale, true);
        String unit = rows.get(0).unit();
        String method = ResultGrid.method(rows.get(0));
        boolean shared = !unit.isEmpty()
                && rows.stream()
                        .allMatch(row -> row.unit().equals(unit)
                                && (row.interval() == null
                                        || ResultGrid.method(row).equals(method)));
        if (markdown || !shared || !whole.isTooWide()) {
            grid(whole);
            return;
        }
        grid(ResultGrid.of(rows, locale, false));
        text.append(Texts.get(
                        locale,
                        method.isEmpty() ? "table.caption-unit" : "table.caption",
                        Display.unit(unit, locale),
                        method))
                .append('\n');
    }

    private void grid(TextGrid grid) {
        text.append(markdown ? grid.markdown() : grid.text());
        if (!markdown && !grid.dropped().isEmpty()) {
            text.append(Texts.get(locale, "table.dropped", String.join(", ", grid.dropped())))
                    .append('\n');
        }
    }

    private void notes() {
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
    }

    private void summaries() {
        for (ResultRow row : rows) {
            Object summary = row.details().get(ResultRow.SUMMARY);
            if (summary != null) {
                String who = row.group().isEmpty() ? "" : groupText(row) + ": ";
                text.append('\n').append(who).append(summary).append('\n');
            }
        }
    }

    private void innerTables(ResultRow row) {
        row.details().forEach((name, value) -> {
            if (ResultGrid.isTable(value)) {
                heading(ResultGrid.label(name, locale), row);
                grid(innerGrid((List<?>) value));
            }
        });
    }

    private TextGrid innerGrid(List<?> lines) {
        Set<String> names = new LinkedHashSet<>();
        lines.forEach(line -> ((Map<?, ?>) line).keySet().forEach(name -> names.add(String.valueOf(name))));
        TextGrid grid = new TextGrid();
        for (String name : names) {
            boolean numbers = lines.stream()
                    .map(line -> ((Map<?, ?>) line).get(name))
                    .allMatch(value -> value == null || value instanceof Number);
            grid.column(ResultGrid.label(name, locale), numbers);
        }
        for (Object line : lines) {
            grid.row(names.stream()
                    .map(name -> ResultGrid.detail(name, ((Map<?, ?>) line).get(name), locale))
                    .toList());
        }
        return grid;
    }

    private void working(ResultRow row) {
        if (row.derivation().isEmpty()) {
            return;
        }
        heading(Texts.get(locale, "table.working", Display.statistic(row.statistic(), locale)), row);
        for (Step step : row.derivation()) {
            text.append(markdown ? "- **" : "  ").append(step.label()).append(markdown ? "**" : "");
            text.append(Texts.isChinese(locale) ? "：" : ": ");
            text.append(stepText(step, locale)).append('\n');
        }
    }

    private void heading(String title, ResultRow row) {
        String who = groupText(row);
        String whole = title + (who.isEmpty() ? "" : " (" + who + ")");
        text.append('\n').append(markdown ? "### " + whole + "\n" : whole).append('\n');
    }

    private static String groupText(ResultRow row) {
        List<String> parts = new ArrayList<>();
        row.group().forEach((name, value) -> parts.add(name + "=" + value.replace('\n', ' ')));
        row.item().forEach((name, value) -> parts.add(name + "=" + value));
        return String.join(", ", parts);
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
            parts.add(NumberText.shortest(step.value()) + unit);
        }
        if (step.text() != null) {
            parts.add(step.text());
        }
        return String.join(" = ", parts);
    }
}
