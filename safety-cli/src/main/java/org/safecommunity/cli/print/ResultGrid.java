package org.safecommunity.cli.print;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;

/** The table of results: what a person needs first stands first, further numbers give way when there is no room. */
final class ResultGrid {
    /** Longest list that is shown in a cell. */
    private static final int LIST = 6;

    private final List<ResultRow> rows;
    private final Locale locale;
    private final boolean withUnit;
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> items = new LinkedHashSet<>();
    private final Set<String> details = new LinkedHashSet<>();
    /** Whether the rows are entries of a list (texts of one kind): their kind is then the heading. */
    private final boolean entries;
    /** Whether every value is whole; else all are written with decimals, to be compared at a glance. */
    private final boolean whole;

    private ResultGrid(List<ResultRow> rows, Locale locale, boolean withUnit) {
        this.rows = rows;
        this.locale = locale;
        this.withUnit = withUnit;
        this.entries = rows.stream()
                .allMatch(row -> row.value() instanceof String
                        && row.statistic().equals(rows.get(0).statistic()));
        this.whole = rows.stream().allMatch(row -> !(row.value() instanceof Double number) || Display.isWhole(number));
        for (ResultRow row : rows) {
            groups.addAll(row.group().keySet());
            items.addAll(row.item().keySet());
            row.details().forEach((name, value) -> {
                if (isShown(value) && !name.equals(ResultRow.SUMMARY)) {
                    details.add(name);
                }
            });
        }
    }

    /** The table, with columns for unit and method or without. */
    static TextGrid of(List<ResultRow> rows, Locale locale, boolean withUnit) {
        return new ResultGrid(rows, locale, withUnit).grid();
    }

    /** Method of the interval; empty where there is none. */
    static String method(ResultRow row) {
        Interval interval = row.interval();
        return interval == null ? "" : interval.method();
    }

    private TextGrid grid() {
        TextGrid grid = new TextGrid();
        groups.forEach(name -> grid.column(name, false));
        items.forEach(name -> grid.column(label(name, locale), false));
        grid.column(entries ? "" : Texts.get(locale, "table.statistic"), false);
        grid.column(
                entries ? title(rows.get(0).statistic()) : Texts.get(locale, "table.value"),
                isNumber(rows.stream().map(ResultRow::value)));
        grid.column(intervalHeading(), true);
        grid.column(Texts.get(locale, "table.test"), false);
        grid.column("n", true);
        grid.column(Texts.get(locale, "table.status"), false);
        grid.column(Texts.get(locale, "table.unit"), false);
        grid.column(Texts.get(locale, "table.method"), false);
        details.forEach(name ->
                grid.extraColumn(label(name, locale), isNumber(rows.stream().map(row -> row.details()
                        .get(name)))));
        rows.forEach(row -> grid.row(cells(row)));
        return grid;
    }

    private List<String> cells(ResultRow row) {
        List<String> cells = new ArrayList<>();
        groups.forEach(name -> cells.add(row.group().getOrDefault(name, "")));
        items.forEach(name -> cells.add(Display.code(name, row.item().getOrDefault(name, ""), locale)));
        cells.add(entries ? "" : Display.statistic(row, locale));
        cells.add(
                row.value() instanceof Double number && !whole
                        ? Display.decimal(number)
                        : row.value() instanceof String text
                                ? Display.code(row.statistic(), text, locale)
                                : Display.value(row.value(), locale));
        cells.add(Display.interval(row.interval()));
        cells.add(test(row.test()));
        cells.add(row.n() == null ? "" : row.n().toString());
        cells.add(row.status().isEmpty() ? "" : Texts.getOr(locale, "status." + row.status(), row.status()));
        cells.add(withUnit ? Display.unit(row.unit(), locale) : "");
        cells.add(withUnit ? method(row) : "");
        details.forEach(name -> cells.add(detail(name, row.details().get(name), locale)));
        return cells;
    }

    private String title(String statistic) {
        String name = Display.statistic(statistic, locale);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Heading of a column for a reader. */
    static String label(String name, Locale locale) {
        return Texts.getOr(locale, "column." + name, name);
    }

    /** A further number of a result; empty for null and for what does not fit in a cell. */
    static String detail(String name, @Nullable Object value, Locale locale) {
        if (value == null || !isShown(value)) {
            return "";
        }
        if (value instanceof String text) {
            return Display.code(name, text, locale);
        }
        return name.equals("pValue") && value instanceof Double p ? Display.pValue(p) : Display.value(value, locale);
    }

    /** Whether a value is a table of its own: a list of maps. */
    static boolean isTable(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Map.class::isInstance);
    }

    private static boolean isShown(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.size() <= LIST && list.stream().noneMatch(v -> v instanceof Map || v instanceof List);
        }
        return !(value instanceof Map);
    }

    private static boolean isNumber(java.util.stream.Stream<? extends @Nullable Object> values) {
        return values.allMatch(value -> value == null || value instanceof Number);
    }

    /** The heading names the level where all intervals share one. */
    private String intervalHeading() {
        Set<Double> levels = rows.stream()
                .map(ResultRow::interval)
                .filter(Objects::nonNull)
                .map(Interval::level)
                .collect(Collectors.toSet());
        return levels.size() == 1
                ? Texts.get(
                        locale,
                        "table.interval",
                        Display.percentNumber(levels.iterator().next()))
                : Texts.get(locale, "table.intervals");
    }

    private static String test(@Nullable HypothesisTest test) {
        if (test == null) {
            return "";
        }
        String df = test.df().isEmpty()
                ? ""
                : "(" + test.df().stream().map(Display::number).collect(Collectors.joining(", ")) + ")";
        String p = Display.pValue(test.pValue());
        return test.method() + df + " = " + Display.number(test.statistic()) + ", p "
                + (p.startsWith("<") ? p : "= " + p);
    }
}
