package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecommunity.cli.read.CellParsers;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.work.WorkQuantities;
import org.safecommunity.metrics.work.WorkScheme;

/**
 * Quantities of work-accident indicators of a file, added up by group. A quantity is read from the column named for it, else
 * from the column of its own name if there is one.
 */
final class WorkSums {
    private final Map<List<String>, double[]> groups = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    private WorkSums() {}

    /** Sums and the file they came from. */
    record Read(WorkSums sums, RowPass pass) {}

    /** Reads a file. */
    static Read read(
            String file, WorkScheme scheme, Map<String, String> columns, FileOptions files, CommonOptions options) {
        WorkSums sums = new WorkSums();
        RowPass pass = RowPass.read(file, files.where, options, table -> sums.start(table, scheme, columns, files.by));
        return new Read(sums, pass);
    }

    private RowPass.Sink start(TableReader table, WorkScheme scheme, Map<String, String> columns, List<String> by) {
        List<Integer> groupColumns = by.stream().map(table::column).toList();
        List<Integer> positions = new ArrayList<>();
        for (String name : scheme.quantities()) {
            String column = columns.getOrDefault(name, name);
            if (columns.containsKey(name) || table.findColumn(column).isPresent()) {
                names.add(name);
                positions.add(table.column(column));
            }
        }
        // deaths are needed by --add-deaths and by the checks even where no indicator of the scheme counts them
        for (String name : List.of(WorkQuantities.DEATHS, WorkQuantities.SERIOUS)) {
            if (!names.contains(name) && columns.containsKey(name)) {
                names.add(name);
                positions.add(table.column(columns.getOrDefault(name, name)));
            }
        }
        Set<String> counts = scheme.counts();
        return row -> {
            double[] values = new double[names.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = counts.contains(names.get(i))
                        ? CellParsers.count(row, positions.get(i), table)
                        : CellParsers.notNegative(row, positions.get(i), table);
            }
            if (!table.findings().isRefused(row.line())) {
                add(
                        groups.computeIfAbsent(RowPass.cells(row, groupColumns), key -> new double[values.length]),
                        values,
                        row,
                        table);
            }
        };
    }

    private void add(double[] sums, double[] values, TableReader.Row row, TableReader table) {
        for (int i = 0; i < values.length; i++) {
            sums[i] += values[i];
            if (sums[i] > CellParsers.MAX_COUNT) {
                throw UserError.input("error.sum-too-large", table.file().name(), row.line(), names.get(i));
            }
        }
    }

    /** The quantities of each group in the order of the file. */
    Map<List<String>, WorkQuantities> groups() {
        Map<List<String>, WorkQuantities> quantities = new LinkedHashMap<>();
        groups.forEach((group, sums) -> {
            Map<String, Double> values = new LinkedHashMap<>();
            for (int i = 0; i < sums.length; i++) {
                values.put(names.get(i), sums[i]);
            }
            quantities.put(group, WorkQuantities.of(values));
        });
        return quantities;
    }
}
