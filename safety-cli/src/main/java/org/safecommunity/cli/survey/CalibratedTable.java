package org.safecommunity.cli.survey;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.safecommunity.cli.print.CsvText;

/** A table with a column of weights added at its end, as CSV. */
final class CalibratedTable {
    private CalibratedTable() {}

    /** The cells of a row and its weight. */
    record Line(List<String> cells, double weight) {}

    /** The CSV; with {@code excel} a BOM, CRLF and text that Excel does not take for a formula. */
    static String csv(List<String> header, String name, List<Line> lines, boolean excel) {
        StringWriter text = new StringWriter();
        if (excel) {
            text.write('\uFEFF');
        }
        CsvWriter.CsvWriterBuilder builder =
                CsvWriter.builder().lineDelimiter(excel ? LineDelimiter.CRLF : LineDelimiter.LF);
        try (CsvWriter csv = builder.build(text)) {
            List<Object> names = new ArrayList<>(header);
            names.add(name);
            csv.writeRecord(record(names, excel));
            for (Line line : lines) {
                List<Object> cells = new ArrayList<>(line.cells());
                cells.add(line.weight());
                csv.writeRecord(record(cells, excel));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> record(List<Object> cells, boolean excel) {
        return cells.stream().map(cell -> CsvText.cell(cell, excel)).toList();
    }
}
