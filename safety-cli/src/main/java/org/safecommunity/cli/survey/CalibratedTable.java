package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;

/** A table with a column of weights added at its end, as CSV. */
final class CalibratedTable {
    private CalibratedTable() {}

    /** The cells of a row and its weight. */
    record Line(List<String> cells, double weight) {}

    /** The CSV; with {@code excel} a BOM, CRLF and text that Excel does not take for a formula. */
    static String csv(List<String> header, String name, List<Line> lines, boolean excel) {
        List<String> names = new ArrayList<>(header);
        names.add(name);
        List<List<Object>> rows = new ArrayList<>();
        for (Line line : lines) {
            List<Object> cells = new ArrayList<>(line.cells());
            cells.add(line.weight());
            rows.add(cells);
        }
        return CsvTable.csv(names, rows, excel);
    }
}
