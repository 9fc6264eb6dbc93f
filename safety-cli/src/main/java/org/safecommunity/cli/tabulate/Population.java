package org.safecommunity.cli.tabulate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;

/**
 * Person-time by the dimensions that the population table has a column for. A dimension it has none for, such as the
 * mechanism, divides the events only. Rows that columns beside the dimensions tell apart are added up; two rows that
 * nothing tells apart are an error.
 */
final class Population {
    /**
     * Columns of a population table beside those of the dimensions.
     *
     * @param personTime column of the person-time
     * @param kept       columns of values that are constant within a cell, e.g. weights of a standard population
     */
    record Columns(String personTime, List<String> kept) {
        Columns {
            kept = List.copyOf(kept);
        }
    }

    private static final int MOST_LOOKED_THROUGH = 100_000;

    private final List<Integer> matched;
    private final List<String> names;
    private final CellCounter cells;
    private final List<Remark> remarks = new ArrayList<>();
    private final InputProvenance provenance;

    private Population(PopulationSink sink, RowPass pass, String notHeld, CommonOptions options) {
        this.matched = sink.matched();
        this.names = sink.names();
        this.cells = sink.cells();
        this.provenance = pass.provenance();
        remarks.addAll(pass.remarks());
        remark("population-added", sink.addedOver(), options);
        remark("population-where", notHeld, options);
    }

    private void remark(String code, String what, CommonOptions options) {
        if (!what.isEmpty()) {
            String text = Texts.get(options.locale(), "remark." + code, provenance.path(), what);
            remarks.add(new Remark(code, text));
        }
    }

    /**
     * Reads a population table.
     *
     * @param file       path
     * @param columns    columns of the person-time and of values to keep
     * @param dimensions dimensions of the register
     * @param where      conditions on the register; those on columns the population has too hold for it as well
     * @throws UserError (exit 2) if it has no column of a dimension, or one of nearly the name of a dimension; (exit 3) if
     *     a row appears twice or none can be used
     */
    static Population read(
            String file, Columns columns, List<Dimension> dimensions, List<String> where, CommonOptions options) {
        AtomicReference<PopulationSink> sink = new AtomicReference<>();
        List<String> held = new ArrayList<>();
        RowPass pass = RowPass.over(
                file,
                options,
                table -> {
                    where.stream().filter(text -> holdsFor(table, text)).forEach(held::add);
                    return RowFilter.of(held, table);
                },
                table -> {
                    PopulationSink rows = new PopulationSink(table, columns, dimensions);
                    sink.set(rows);
                    return rows;
                });
        pass.requireRows();
        String notHeld = where.stream().filter(text -> !held.contains(text)).collect(Collectors.joining("; "));
        return new Population(requireNonNull(sink.get()), pass, notHeld, options);
    }

    private static boolean holdsFor(TableReader table, String condition) {
        try {
            RowFilter.of(List.of(condition), table);
            return true;
        } catch (UserError e) {
            return false; // its column is not there; the register was read by it before
        }
    }

    /** Positions of the dimensions the population has a column for. */
    List<Integer> matched() {
        return matched;
    }

    /** Person-time by these dimensions, then the kept values. */
    CellCounter cells() {
        return cells;
    }

    /** Combinations of its labels that it has no row for; none where there are too many to look through. */
    List<String> gaps() {
        long combinations = 1;
        for (int i = 0; i < cells.dimensions(); i++) {
            combinations *= cells.dictionary(i).size();
            if (combinations > MOST_LOOKED_THROUGH) {
                return List.of();
            }
        }
        List<String> gaps = new ArrayList<>();
        int[] ids = new int[cells.dimensions()];
        for (long number = 0; number < combinations; number++) {
            long rest = number;
            for (int i = ids.length - 1; i >= 0; i--) {
                int size = cells.dictionary(i).size();
                ids[i] = (int) (rest % size);
                rest /= size;
            }
            if (cells.find(ids) < 0) {
                gaps.add(text(ids));
            }
        }
        return gaps;
    }

    private String text(int[] ids) {
        return IntStream.range(0, ids.length)
                .mapToObj(i -> names.get(i) + "=" + cells.dictionary(i).label(ids[i]))
                .collect(Collectors.joining(", "));
    }

    /** Warnings of the reading. */
    List<Remark> remarks() {
        return remarks;
    }

    /** The file in the provenance of the results. */
    InputProvenance provenance() {
        return provenance;
    }
}
