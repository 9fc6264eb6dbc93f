package org.safecommunity.cli.tabulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.UserError;

/** Takes the rows of the population table. */
final class PopulationSink implements RowPass.Sink {
    private final TableReader table;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<Integer> matched = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private final List<Integer> others;
    private final int personTime;
    private final List<Integer> kept;
    private final CellCounter cells;
    private final Map<List<String>, Integer> lines = new HashMap<>();
    private final Map<Integer, List<String>> firstRows = new HashMap<>();
    private final boolean[] varies;

    PopulationSink(TableReader table, Population.Columns wanted, List<Dimension> all) {
        this.table = table;
        this.personTime = table.column(wanted.personTime());
        this.kept = wanted.kept().stream().map(table::column).toList();
        for (int i = 0; i < all.size(); i++) {
            int position = i;
            table.findColumn(all.get(i).name()).ifPresent(found -> {
                matched.add(position);
                columns.add(found);
                dimensions.add(all.get(position));
            });
        }
        requireColumns(all);
        this.others = IntStream.range(0, table.header().size())
                .filter(i -> i != personTime && !kept.contains(i))
                .boxed()
                .toList();
        this.varies = new boolean[table.header().size()];
        this.cells = new CellCounter(dimensions.size(), 1 + kept.size());
    }

    private void requireColumns(List<Dimension> all) {
        List<String> free = IntStream.range(0, table.header().size())
                .filter(i -> i != personTime && !kept.contains(i) && !columns.contains(i))
                .mapToObj(table.header()::get)
                .toList();
        for (Dimension dimension : all) {
            String near = dimensions.contains(dimension) ? "" : Nearest.of(dimension.name(), free);
            if (!near.isEmpty()) {
                throw UserError.usage("error.population-near", table.file().name(), dimension.name(), near);
            }
        }
        if (dimensions.isEmpty()) {
            throw UserError.usage(
                    "error.population-columns",
                    table.file().name(),
                    all.stream().map(Dimension::name).collect(Collectors.joining(", ")),
                    String.join(", ", free));
        }
    }

    @Override
    public void add(TableReader.Row row) {
        int[] ids = new int[columns.size()];
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            Reading reading = dimensions.get(i).readPopulation(row.cell(columns.get(i)));
            if (reading.isRefused()) {
                CellRefusal.refuse(
                        reading.problem(),
                        table,
                        row,
                        columns.get(i),
                        reading.more().toArray());
            }
            readings.add(reading);
        }
        BigDecimal time = amount(row, personTime);
        List<BigDecimal> constants =
                kept.stream().map(column -> amount(row, column)).toList();
        if (table.findings().isRefused(row.line())) {
            return;
        }
        List<String> values = others.stream().map(row::cell).toList();
        requireNew(values, row.line());
        for (int i = 0; i < ids.length; i++) {
            ids[i] = cells.dictionary(i).id(readings.get(i).label(), row.line());
        }
        int number = cells.add(ids, 1);
        cells.addToSum(number, 0, time);
        keep(number, constants, row.line());
        compare(firstRows.computeIfAbsent(number, key -> values), values);
    }

    /** A finite number of 0 or more; 0 where the row is refused. */
    private BigDecimal amount(TableReader.Row row, int column) {
        String cell = row.cell(column);
        OptionalDouble amount = Cells.number(cell);
        if (amount.isEmpty() || amount.getAsDouble() < 0) {
            CellRefusal.refuse(cell.isEmpty() ? "missing-value" : "not-an-amount", table, row, column);
            return BigDecimal.ZERO;
        }
        return Cells.decimal(cell).orElse(BigDecimal.ZERO);
    }

    /** Keeps values that are the same in every row of a cell. */
    private void keep(int cell, List<BigDecimal> constants, int line) {
        for (int i = 0; i < constants.size(); i++) {
            BigDecimal known = cells.sum(cell, 1 + i).orElse(BigDecimal.ZERO);
            if (cells.events(cell) == 1) {
                cells.addToSum(cell, 1 + i, constants.get(i));
            } else if (known.compareTo(constants.get(i)) != 0) {
                throw UserError.input(
                        "error.kept-differs",
                        table.file().name(),
                        line,
                        table.header().get(kept.get(i)));
            }
        }
    }

    private void requireNew(List<String> values, int line) {
        Integer earlier = lines.putIfAbsent(values, line);
        if (earlier != null) {
            String cell = columns.stream()
                    .map(column -> table.header().get(column) + "=" + values.get(others.indexOf(column)))
                    .collect(Collectors.joining(", "));
            throw UserError.input("error.population-twice", table.file().name(), line, cell, earlier);
        }
    }

    private void compare(List<String> first, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            varies[others.get(i)] |= !first.get(i).equals(values.get(i));
        }
    }

    /** Positions of the dimensions that have a column. */
    List<Integer> matched() {
        return matched;
    }

    /** Names of these dimensions. */
    List<String> names() {
        return dimensions.stream().map(Dimension::name).toList();
    }

    /** Person-time by these dimensions. */
    CellCounter cells() {
        return cells;
    }

    /** The columns whose values differ within a cell. */
    String addedOver() {
        return IntStream.range(0, varies.length)
                .filter(i -> varies[i])
                .mapToObj(table.header()::get)
                .collect(Collectors.joining(", "));
    }
}
