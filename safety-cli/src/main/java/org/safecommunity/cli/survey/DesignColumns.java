package org.safecommunity.cli.survey;

import java.util.List;
import java.util.OptionalDouble;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.SurveyDesign;

/** The columns of a table that say how each row was sampled. */
final class DesignColumns {
    private final TableReader table;
    private final int weight;
    private final int strata;
    private final int crossed;
    private final List<Integer> clusters;
    private final List<Integer> fpc;

    DesignColumns(DesignOptions options, TableReader table) {
        this.table = table;
        this.weight = options.weight == null ? -1 : table.column(options.weight);
        boolean given = options.given.given();
        this.strata = given || options.strata == null ? -1 : table.column(options.strata);
        this.crossed = given || options.crossed == null ? -1 : table.column(options.crossed);
        this.clusters =
                given ? List.of() : options.clusters.stream().map(table::column).toList();
        this.fpc = given ? List.of() : options.fpc.stream().map(table::column).toList();
    }

    /** Weight of a row; 1 without a column of weights, and where the row is refused. */
    double weight(TableReader.Row row) {
        if (weight < 0) {
            return 1;
        }
        OptionalDouble number = Cells.number(row.cell(weight));
        if (number.isEmpty() || number.getAsDouble() < 0) {
            boolean empty = row.cell(weight).isEmpty();
            CellRefusal.refuse(empty ? "missing-value" : "not-a-weight", table, row, weight);
            return 1;
        }
        return number.getAsDouble();
    }

    /** Refuses a row whose stratum or cluster is empty, or whose correction is not a positive number. */
    void check(TableReader.Row row) {
        requireText(row, strata);
        clusters.forEach(column -> requireText(row, column));
        fpc.forEach(column -> {
            OptionalDouble number = Cells.number(row.cell(column));
            if (number.isEmpty() || number.getAsDouble() <= 0) {
                boolean empty = row.cell(column).isEmpty();
                CellRefusal.refuse(empty ? "missing-value" : "not-an-fpc", table, row, column);
            }
        });
    }

    /** Adds a row that passed the check to the design; the leaf it belongs to. */
    int unit(TableReader.Row row, double weightOfRow, SurveyDesign.Builder builder) {
        String stratum = strata < 0 ? "" : row.cell(strata);
        List<String> labels = RowPass.cells(row, clusters);
        if (crossed >= 0) {
            String round = row.cell(crossed);
            stratum = stratum.isEmpty() ? round : stratum + ", " + round;
            if (!labels.isEmpty()) {
                labels.set(0, labels.get(0) + ", " + round);
            }
        }
        double[] corrections = new double[fpc.size()];
        for (int i = 0; i < corrections.length; i++) {
            corrections[i] = Cells.number(row.cell(fpc.get(i))).orElseThrow();
        }
        try {
            return builder.unit(stratum, labels, corrections, weightOfRow);
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.design-row", table.file().name(), row.line(), String.valueOf(e.getMessage()));
        }
    }

    private void requireText(TableReader.Row row, int column) {
        if (column >= 0 && row.cell(column).isEmpty()) {
            CellRefusal.refuse("missing-value", table, row, column);
        }
    }
}
