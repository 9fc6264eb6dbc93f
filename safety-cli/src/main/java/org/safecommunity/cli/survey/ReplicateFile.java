package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;

/** A file of replicate weights: one column a replicate, one row for each row of the data, in the same order. */
final class ReplicateFile implements ReplicateOptions.Source {
    private final String file;
    private final List<double[]> rows = new ArrayList<>();
    private int size;
    private int taken;

    private ReplicateFile(String file) {
        this.file = file;
    }

    /**
     * Reads a file; every row of it is needed.
     *
     * @throws UserError (exit 3) if a row has a cell that is no number
     */
    static ReplicateFile read(String file, CommonOptions common) {
        ReplicateFile weights = new ReplicateFile(file);
        RowPass pass = RowPass.over(file, common, table -> RowFilter.of(List.of(), table), weights::start);
        pass.requireRows();
        if (pass.provenance().refused() > 0) {
            throw UserError.input(
                    "error.replicate-file", file, pass.remarks().get(0).message());
        }
        return weights;
    }

    private RowPass.Sink start(TableReader table) {
        size = table.header().size();
        List<Integer> places = IntStream.range(0, size).boxed().toList();
        return row -> {
            double[] numbers = ReplicateOptions.numbers(row, places);
            if (numbers == null) {
                throw UserError.input("error.replicate-cell", file, row.line());
            }
            rows.add(numbers);
        };
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double @Nullable [] next(TableReader.Row row) {
        return taken < rows.size() ? rows.get(taken++) : new double[size];
    }

    @Override
    public void end(long dataRows) {
        if (dataRows != rows.size()) {
            throw UserError.input("error.replicate-rows", file, rows.size(), dataRows);
        }
    }
}
