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
 * Counts of a file summed by group and stratum: several rows of one group are added up. Memory grows with the number of
 * groups, not of rows.
 */
public final class GroupedCounts {
    private final Map<List<String>, Map<String, Sums>> groups = new LinkedHashMap<>();
    private final List<String> by;
    private final List<Remark> remarks = new ArrayList<>();
    private @Nullable InputProvenance provenance;

    private GroupedCounts(List<String> by) {
        this.by = by;
    }

    /** What to read: names of columns, null for those a command does not use. */
    public record Columns(
            String events,
            @Nullable String exposure,
            boolean exposureIsCount,
            @Nullable String stratum,
            @Nullable String weight) {}

    /** Sums of one group and stratum. */
    public static final class Sums {
        private long events;
        private double exposure;
        private @Nullable Double weight;

        /** Sum of the events. */
        public long events() {
            return events;
        }

        /** Sum of the person-time or trials. */
        public double exposure() {
            return exposure;
        }

        /** Standard weight; constant within group and stratum. */
        public double weight() {
            return weight == null ? 0 : weight;
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
            int events = table.column(columns.events());
            int exposure = columns.exposure() == null ? -1 : table.column(columns.exposure());
            int stratum = columns.stratum() == null ? -1 : table.column(columns.stratum());
            int weight = columns.weight() == null ? -1 : table.column(columns.weight());
            int[] groupColumns = by.stream().mapToInt(table::column).toArray();
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                progress.row();
                if (!filter.selects(row)) {
                    findings.leaveOut();
                    continue;
                }
                counts.add(row, table, columns, events, exposure, stratum, weight, groupColumns);
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

    private void add(
            TableReader.Row row,
            TableReader table,
            Columns columns,
            int events,
            int exposure,
            int stratum,
            int weight,
            int[] groupColumns) {
        RowFindings findings = table.findings();
        long count = CellParsers.count(row, events, table);
        double amount = 0;
        if (exposure >= 0) {
            amount = columns.exposureIsCount()
                    ? CellParsers.count(row, exposure, table)
                    : CellParsers.notNegative(row, exposure, table);
        }
        double weightValue = weight >= 0 ? CellParsers.notNegative(row, weight, table) : 0;
        if (stratum >= 0 && row.cell(stratum).isEmpty()) {
            findings.refuse("missing-value", row.line(), table.header().get(stratum));
        }
        if (columns.exposureIsCount() && !findings.isRefused(row.line()) && count > amount) {
            findings.refuse("events-exceed-trials", row.line(), columns.events(), count, (long) amount);
        }
        if (findings.isRefused(row.line())) {
            return;
        }
        List<String> group = new ArrayList<>(groupColumns.length);
        for (int column : groupColumns) {
            group.add(row.cell(column));
        }
        Sums sums = groups.computeIfAbsent(group, key -> new LinkedHashMap<>())
                .computeIfAbsent(stratum >= 0 ? row.cell(stratum) : "", key -> new Sums());
        if (weight >= 0) {
            if (sums.weight != null && sums.weight != weightValue) {
                throw UserError.input(
                        "error.weight-differs",
                        table.file().name(),
                        row.line(),
                        table.header().get(weight));
            }
            sums.weight = weightValue;
        }
        sums.events += count;
        sums.exposure += amount;
    }

    /** Sums by group in the order of the file, each by stratum; one stratum of an empty name where there is none. */
    public Map<List<String>, Map<String, Sums>> groups() {
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
