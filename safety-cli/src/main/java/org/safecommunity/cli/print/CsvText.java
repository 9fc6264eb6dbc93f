package org.safecommunity.cli.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.NumberText;

/** Writes rows as CSV: one line a result, full precision. */
public final class CsvText {
    private static final List<String> FIXED = List.of(
            "statistic",
            "value",
            "unit",
            "lower",
            "upper",
            "level",
            "method",
            "standardError",
            "test",
            "testStatistic",
            "df",
            "df2",
            "pValue",
            "n",
            "status");

    private CsvText() {}

    /** The rows of an envelope; with {@code excel} a BOM, CRLF and text that Excel does not take for a formula. */
    public static String of(List<ResultRow> rows, boolean excel) {
        Set<String> groups = new LinkedHashSet<>();
        Set<String> items = new LinkedHashSet<>();
        Set<String> details = new LinkedHashSet<>();
        for (ResultRow row : rows) {
            groups.addAll(row.group().keySet());
            items.addAll(row.item().keySet());
            details.addAll(row.details().keySet());
        }
        StringBuilder text = new StringBuilder(excel ? "\uFEFF" : "");
        List<String> header = new ArrayList<>();
        groups.forEach(name -> header.add(clashes(name, groups, items, details) ? "group." + name : name));
        items.forEach(name -> header.add("item." + name));
        header.addAll(FIXED);
        details.forEach(name -> header.add("details." + name));
        line(text, header.stream().map(name -> guard(name, excel)).toList(), excel);
        for (ResultRow row : rows) {
            List<String> cells = new ArrayList<>();
            groups.forEach(name -> cells.add(guard(row.group().getOrDefault(name, ""), excel)));
            items.forEach(name -> cells.add(guard(row.item().getOrDefault(name, ""), excel)));
            fixed(cells, row, excel);
            details.forEach(name -> cells.add(cell(row.details().get(name), excel)));
            line(text, cells, excel);
        }
        return text.toString();
    }

    private static boolean clashes(String name, Set<String> groups, Set<String> items, Set<String> details) {
        boolean prefixed = name.startsWith("group.") && groups.contains(name.substring(6));
        return FIXED.contains(name)
                || (name.startsWith("item.") && items.contains(name.substring(5)))
                || (name.startsWith("details.") && details.contains(name.substring(8)))
                || (prefixed && clashes(name.substring(6), groups, items, details));
    }

    private static void fixed(List<String> cells, ResultRow row, boolean excel) {
        cells.add(row.statistic());
        cells.add(cell(row.value(), excel));
        cells.add(row.unit());
        var interval = row.interval();
        cells.add(interval == null ? "" : cell(interval.lower(), excel));
        cells.add(interval == null ? "" : cell(interval.upper(), excel));
        cells.add(interval == null ? "" : cell(interval.level(), excel));
        cells.add(interval == null ? "" : interval.method());
        cells.add(cell(row.standardError(), excel));
        var test = row.test();
        cells.add(test == null ? "" : test.method());
        cells.add(test == null ? "" : cell(test.statistic(), excel));
        cells.add(test == null || test.df().isEmpty() ? "" : cell(test.df().get(0), excel));
        cells.add(test == null || test.df().size() < 2 ? "" : cell(test.df().get(1), excel));
        cells.add(test == null ? "" : cell(test.pValue(), excel));
        cells.add(cell(row.n(), excel));
        cells.add(row.status());
    }

    /** A value as one cell; an infinite number is an empty cell, a list is joined by semicolons, a table is JSON. */
    public static String cell(@Nullable Object value, boolean excel) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return number.isInfinite() || number.isNaN() ? "" : NumberText.shortest(number);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list && list.stream().noneMatch(v -> v instanceof List || v instanceof Map)) {
            return guard(list.stream().map(v -> cell(v, false)).collect(Collectors.joining(";")), excel);
        }
        if (value instanceof List || value instanceof Map) {
            return JsonText.line(value);
        }
        return guard(String.valueOf(value), excel);
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe; a number is no formula. */
    static String guard(String text, boolean excel) {
        boolean formula = !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !text.matches("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
        return excel && formula ? "'" + text : text;
    }

    /** Adds a line of cells. */
    static void line(StringBuilder text, List<String> cells, boolean excel) {
        text.append(cells.stream().map(CsvText::quote).collect(Collectors.joining(",")));
        text.append(excel ? "\r\n" : "\n");
    }

    private static String quote(String cell) {
        boolean needed = cell.indexOf(',') >= 0
                || cell.indexOf('"') >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0
                || (!cell.isEmpty() && (cell.charAt(0) == ' ' || cell.charAt(cell.length() - 1) == ' '));
        return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
