package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.metrics.survey.Disposition;

/** All units of a sample, those that did not answer too: rows, base weights, dispositions, cells and terms of the model. */
final class SampledUnits implements RowPass.Sink {
    private final TableReader table;
    private final List<Integer> probabilities;
    private final int weight;
    private final int response;
    private final List<Integer> cells;
    private final List<Integer> terms;
    private final DispositionCodes codes;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final List<Disposition> dispositions = new ArrayList<>();
    private final List<String> cellOf = new ArrayList<>();
    private final List<List<String>> termsOf = new ArrayList<>();

    SampledUnits(WeightOptions options, TableReader table) {
        this.table = table;
        this.probabilities = options.probabilities.stream().map(table::column).toList();
        this.weight = options.weight == null ? -1 : table.column(options.weight);
        this.response = options.response == null ? -1 : table.column(options.response);
        this.cells = options.cells.stream().map(table::column).toList();
        this.terms = options.terms().columns().stream().map(table::column).toList();
        this.codes = options.codes();
    }

    @Override
    public void add(TableReader.Row row) {
        double base = base(row);
        Disposition disposition = disposition(row);
        requireText(row, cells);
        requireText(row, terms);
        if (!table.findings().isRefused(row.line())) {
            rows.add(row.cells());
            weights.add(base);
            dispositions.add(disposition);
            cellOf.add(String.join("/", RowPass.cells(row, cells)));
            termsOf.add(RowPass.cells(row, terms));
        }
    }

    private double base(TableReader.Row row) {
        double base = weight < 0 ? 1 : number(row, weight, "not-a-positive-weight", Double.MAX_VALUE);
        for (int column : probabilities) {
            base /= number(row, column, "not-a-selection-probability", 1);
        }
        return base;
    }

    /** A number above 0 and at most some; 1 where the row is refused. */
    private double number(TableReader.Row row, int column, String code, double most) {
        OptionalDouble number = Cells.number(row.cell(column));
        if (number.isEmpty() || !(number.getAsDouble() > 0 && number.getAsDouble() <= most)) {
            CellRefusal.refuse(row.cell(column).isEmpty() ? "missing-value" : code, table, row, column);
            return 1;
        }
        return number.getAsDouble();
    }

    private Disposition disposition(TableReader.Row row) {
        if (response < 0) {
            return Disposition.COMPLETE;
        }
        Optional<Disposition> found = codes.of(row.cell(response));
        if (found.isEmpty()) {
            CellRefusal.refuse(
                    row.cell(response).isEmpty() ? "missing-value" : "not-a-disposition", table, row, response);
        }
        return found.orElse(Disposition.COMPLETE);
    }

    private void requireText(TableReader.Row row, List<Integer> columns) {
        for (int column : columns) {
            if (row.cell(column).isEmpty()) {
                CellRefusal.refuse("missing-value", table, row, column);
            }
        }
    }

    List<List<String>> rows() {
        return rows;
    }

    double[] weights() {
        return weights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    List<Disposition> dispositions() {
        return dispositions;
    }

    List<String> cells() {
        return cellOf;
    }

    List<List<String>> terms() {
        return termsOf;
    }
}
