package org.safecommunity.cli.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;

/**
 * Counts of a file summed by group and key: several rows of one group and key are added up. Memory grows with the number of
 * groups, not of rows.
 */
public final class GroupedCounts {
    private final Map<List<String>, Map<List<String>, Sums>> groups = new LinkedHashMap<>();
    private final List<String> by;
    private final List<Remark> remarks = new ArrayList<>();
    private @Nullable InputProvenance provenance;

    private GroupedCounts(List<String> by) {
        this.by = by;
    }

    /** How the rows of one group and key are put together. */
    public enum Kind {
        /** Whole numbers of 0 or more, added up. */
        COUNT,
        /** Finite numbers of 0 or more, added up. */
        AMOUNT,
        /** A finite number of 0 or more that must be the same in every row. */
        CONSTANT,
        /** Any finite numbers, added up. */
        NUMBER
    }

    /** A column of numbers. */
    public record Quantity(String column, Kind kind) {
        /** A column of counts. */
        public static Quantity count(String column) {
            return new Quantity(column, Kind.COUNT);
        }

        /** A column of amounts, e.g. person-time. */
        public static Quantity amount(String column) {
            return new Quantity(column, Kind.AMOUNT);
        }

        /** A column of any numbers, e.g. a series of means. */
        public static Quantity number(String column) {
            return new Quantity(column, Kind.NUMBER);
        }

        /** A column that is constant within group and key, e.g. the weight of a standard population. */
        public static Quantity constant(String column) {
            return new Quantity(column, Kind.CONSTANT);
        }
    }

    /**
     * What to read.
     *
     * @param keys          columns that tell rows apart inside a group (stratum, time, category); an empty cell is refused
     * @param quantities    columns of numbers, in the order {@link Sums} gives them
     * @param firstInSecond whether the first quantity must not exceed the second (events in trials)
     * @param firstIsTime   whether the first key must be a {@link TimeLabel}
     */
    public record Columns(List<String> keys, List<Quantity> quantities, boolean firstInSecond, boolean firstIsTime) {
        public Columns {
            keys = List.copyOf(keys);
            quantities = List.copyOf(quantities);
        }

        /** Columns whose keys may be any text. */
        public Columns(List<String> keys, List<Quantity> quantities, boolean firstInSecond) {
            this(keys, quantities, firstInSecond, false);
        }

        /** The same columns, the first key being a time: a row where it is none is refused. */
        public Columns withTime() {
            return new Columns(keys, quantities, firstInSecond, true);
        }

        /** Quantities told apart by keys. */
        public static Columns of(List<String> keys, Quantity... quantities) {
            return new Columns(keys, List.of(quantities), false);
        }

        /** Events and the trials they belong to. */
        public static Columns eventsOfTrials(List<String> keys, String events, String trials) {
            return new Columns(keys, List.of(Quantity.count(events), Quantity.count(trials)), true);
        }
    }

    /** Sums of one group and key; quantities by their position in {@link Columns}. */
    public static final class Sums {
        private final long[] counts;
        private final double[] amounts;
        private final int line;
        private long rows;

        private Sums(int size, int line) {
            this.counts = new long[size];
            this.amounts = new double[size];
            this.line = line;
        }

        /** Sum of a column of counts. */
        public long count(int quantity) {
            return counts[quantity];
        }

        /** Sum of a column of amounts, or the value of a constant column. */
        public double amount(int quantity) {
            return amounts[quantity];
        }

        /** Rows that were added up. */
        public long rows() {
            return rows;
        }

        /** Line of the first of these rows. */
        public int line() {
            return line;
        }
    }

    /** Reads a file. */
    public static GroupedCounts read(
            String file, Columns columns, List<String> by, List<String> where, CommonOptions options) {
        InputFile input = InputFile.open(file, options.charset());
        RowFindings findings = new RowFindings(input.name());
        GroupedCounts counts = new GroupedCounts(by);
        try (TableReader table = TableReader.open(input, findings);
                Progress progress = Progress.of(input, options)) {
            RowFilter filter = RowFilter.of(where, table);
            Positions at = new Positions(
                    by.stream().map(table::column).toList(),
                    columns.keys().stream().map(table::column).toList(),
                    columns.quantities().stream()
                            .map(quantity -> table.column(quantity.column()))
                            .toList());
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                progress.row();
                if (!filter.selects(row)) {
                    findings.leaveOut();
                    continue;
                }
                counts.add(row, table, columns, at);
            }
            Locale locale = options.locale();
            if (input.charsetGuessed()) {
                counts.remarks.add(new Remark(
                        "charset-guessed",
                        Texts.get(
                                locale,
                                "remark.charset",
                                input.name(),
                                input.charset().name())));
            }
            counts.remarks.addAll(findings.remarks(locale));
            counts.remarks.addAll(filter.remarks(locale));
            counts.provenance = findings.provenance(input);
            if (counts.groups.isEmpty()) {
                throw UserError.input(
                        "error.no-row", input.name(), findings.rows(), findings.refused(), firstOf(counts));
            }
        }
        return counts;
    }

    private static String firstOf(GroupedCounts counts) {
        return counts.remarks.isEmpty() ? "" : " " + counts.remarks.get(0).message();
    }

    /** Where the columns are in the file. */
    private record Positions(List<Integer> group, List<Integer> keys, List<Integer> quantities) {}

    private void add(TableReader.Row row, TableReader table, Columns columns, Positions at) {
        RowFindings findings = table.findings();
        int size = at.quantities().size();
        long[] counts = new long[size];
        double[] amounts = new double[size];
        for (int i = 0; i < size; i++) {
            int column = at.quantities().get(i);
            switch (columns.quantities().get(i).kind()) {
                case COUNT -> counts[i] = CellParsers.count(row, column, table);
                case NUMBER -> amounts[i] = CellParsers.number(row, column, table);
                case AMOUNT, CONSTANT -> amounts[i] = CellParsers.notNegative(row, column, table);
            }
        }
        for (int key : at.keys()) {
            if (row.cell(key).isEmpty()) {
                findings.refuse("missing-value", row.line(), table.header().get(key));
            }
        }
        if (columns.firstIsTime()) {
            CellParsers.time(row, at.keys().get(0), table);
        }
        if (columns.firstInSecond() && !findings.isRefused(row.line()) && counts[0] > counts[1]) {
            findings.refuse(
                    "events-exceed-trials",
                    row.line(),
                    columns.quantities().get(0).column(),
                    counts[0],
                    counts[1]);
        }
        if (!findings.isRefused(row.line())) {
            Sums sums = groups.computeIfAbsent(cells(row, at.group()), key -> new LinkedHashMap<>())
                    .computeIfAbsent(cells(row, at.keys()), key -> new Sums(size, row.line()));
            put(sums, counts, amounts, columns, row, table);
        }
    }

    private static void put(
            Sums sums, long[] counts, double[] amounts, Columns columns, TableReader.Row row, TableReader table) {
        for (int i = 0; i < counts.length; i++) {
            Quantity quantity = columns.quantities().get(i);
            if (quantity.kind() == Kind.CONSTANT) {
                if (sums.rows > 0 && sums.amounts[i] != amounts[i]) {
                    throw UserError.input("error.weight-differs", table.file().name(), row.line(), quantity.column());
                }
                sums.amounts[i] = amounts[i];
            } else {
                sums.counts[i] += counts[i];
                sums.amounts[i] += amounts[i];
                if (sums.counts[i] > CellParsers.MAX_COUNT || Double.isInfinite(sums.amounts[i])) {
                    throw UserError.input("error.sum-too-large", table.file().name(), row.line(), quantity.column());
                }
            }
        }
        sums.rows++;
    }

    private static List<String> cells(TableReader.Row row, List<Integer> columns) {
        List<String> cells = new ArrayList<>(columns.size());
        for (int column : columns) {
            cells.add(row.cell(column));
        }
        return cells;
    }

    /** Sums by group in the order of the file, each by key; one empty key where no key column is named. */
    public Map<List<String>, Map<List<String>, Sums>> groups() {
        return groups;
    }

    /** The group columns with the values of a group. */
    public Map<String, String> groupMap(List<String> values) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            map.put(by.get(i), values.get(i));
        }
        return map;
    }

    /** Warnings of the reading. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** The file in the provenance of the results. */
    public InputProvenance provenance() {
        return java.util.Objects.requireNonNull(provenance, "provenance");
    }
}
