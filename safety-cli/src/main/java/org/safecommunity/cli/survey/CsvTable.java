package org.safecommunity.cli.survey;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.CsvText;

/** A table as CSV that other commands read again. */
final class CsvTable {
    private CsvTable() {}

    /**
     * The CSV; with {@code excel} a BOM, CRLF and text that Excel does not take for a formula.
     *
     * @param header names of the columns
     * @param rows   cells of each row: texts, numbers or null for an empty cell
     */
    static String csv(List<String> header, List<? extends List<? extends @Nullable Object>> rows, boolean excel) {
        StringWriter text = new StringWriter();
        if (excel) {
            text.write('\uFEFF');
        }
        CsvWriter.CsvWriterBuilder builder =
                CsvWriter.builder().lineDelimiter(excel ? LineDelimiter.CRLF : LineDelimiter.LF);
        try (CsvWriter csv = builder.build(text)) {
            csv.writeRecord(record(header, excel));
            for (List<? extends @Nullable Object> row : rows) {
                csv.writeRecord(record(row, excel));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> record(List<? extends @Nullable Object> cells, boolean excel) {
        return cells.stream().map(cell -> CsvText.cell(cell, excel)).toList();
    }
}
