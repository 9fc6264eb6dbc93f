package org.safecommunity.cli.store;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.safecommunity.cli.print.CsvText;

/** Writes records as CSV under their headings, cell for cell as they were read. */
final class RecordCsv {
    private final CsvWriter csv;
    private final boolean excel;

    /** With {@code excel} there is a BOM, CRLF, and text that Excel does not take for a formula. */
    RecordCsv(Writer out, boolean excel) {
        try {
            if (excel) {
                out.write('\uFEFF');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.excel = excel;
        this.csv = CsvWriter.builder()
                .lineDelimiter(excel ? LineDelimiter.CRLF : LineDelimiter.LF)
                .build(out);
    }

    void line(List<String> cells) {
        csv.writeRecord(
                excel ? cells.stream().map(cell -> CsvText.cell(cell, true)).toList() : cells);
    }

    void flush() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
