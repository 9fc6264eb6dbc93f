package org.safecommunity.cli.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;

/**
 * Rows of a CSV or TSV file; the separator is the one its header line has most of. A quotation mark that is never closed
 * makes the rest of the file one cell; that is told apart from a text of several lines by how the file ends.
 */
final class CsvSource implements RowSource {
    private static final int MAX_RECORD = 1 << 26;
    private static final int MAX_FIELDS = 1 << 22;

    private final InputFile file;
    private final EndOfText end;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;

    private CsvSource(InputFile file, EndOfText end, CsvReader<CsvRecord> csv) {
        this.file = file;
        this.end = end;
        this.csv = csv;
        this.records = csv.iterator();
    }

    static CsvSource open(InputFile file) throws IOException {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFieldSize(MAX_RECORD)
                .maxRecordSize(MAX_RECORD)
                .maxFields(MAX_FIELDS)
                .build();
        EndOfText end = new EndOfText(file.reader());
        return new CsvSource(
                file,
                end,
                CsvReader.builder()
                        .fieldSeparator(separator(file))
                        .maxBufferSize(MAX_RECORD)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(handler, end));
    }

    @Override
    public @Nullable RawRow next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord csvRecord = records.next();
            List<String> cells = csvRecord.getFields();
            boolean unclosed = cells.get(cells.size() - 1).indexOf('\n') >= 0 && !records.hasNext() && end.last != '"';
            return new RawRow(Math.toIntExact(csvRecord.getStartingLineNumber()), cells, unclosed);
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw UserError.input("error.csv", file.name(), String.valueOf(cause.getMessage()));
        } catch (UncheckedIOException e) {
            throw UserError.input("error.read", file.name(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
        csv.close();
    }

    /** Remembers the last character of the text that is no line end. */
    private static final class EndOfText extends FilterReader {
        private char last;

        EndOfText(Reader reader) {
            super(reader);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] text, int offset, int length) throws IOException {
            int count = super.read(text, offset, length);
            for (int i = offset + count - 1; i >= offset; i--) {
                if (text[i] != '\n' && text[i] != '\r') {
                    last = text[i];
                    break;
                }
            }
            return count;
        }
    }

    /** The separator that the header line has most of: comma, tab or semicolon. */
    private static char separator(InputFile file) throws IOException {
        try (BufferedReader reader = new BufferedReader(file.reader())) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read();
                    c >= 0 && c != '\n' && c != '\r' && line.length() < TableReader.MAX_CELL;
                    c = reader.read()) {
                line.append((char) c);
            }
            char best = ',';
            for (char candidate : new char[] {',', '\t', ';'}) {
                if (count(line, candidate) > count(line, best)) {
                    best = candidate;
                }
            }
            return best;
        }
    }

    private static long count(CharSequence text, char wanted) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                count++;
            }
        }
        return count;
    }
}
