package org.safecommunity.cli.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;

/**
 * Streams the rows of a CSV or TSV file with a header line. A row of the wrong length or with an oversized cell goes to the
 * findings and is passed over; the other rows stay.
 */
public final class TableReader implements Closeable {
    /** Longest cell that is taken for data. */
    static final int MAX_CELL = 65_536;

    private static final int MAX_RECORD = 1 << 26;

    private final InputFile file;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private final RowFindings findings;

    private TableReader(
            InputFile file,
            CsvReader<CsvRecord> csv,
            CloseableIterator<CsvRecord> records,
            List<String> header,
            RowFindings findings) {
        this.file = file;
        this.csv = csv;
        this.records = records;
        this.header = header;
        this.findings = findings;
    }

    /**
     * One row.
     *
     * @param line  line of the file it starts on, from 1
     * @param cells cells in the order of the header
     */
    public record Row(int line, List<String> cells) {
        /** The cell of a column, without white space around it. */
        public String cell(int column) {
            return cells.get(column).strip();
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws UserError (exit 3) if there is no header, a column has no name or two have the same
     */
    public static TableReader open(InputFile file, RowFindings findings) {
        try {
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator(file))
                    .maxBufferSize(MAX_RECORD)
                    .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                    .build(
                            de.siegmar.fastcsv.reader.CsvRecordHandler.builder()
                                    .maxFieldSize(MAX_RECORD)
                                    .maxRecordSize(MAX_RECORD)
                                    .build(),
                            file.reader());
            CloseableIterator<CsvRecord> records = csv.iterator();
            TableReader reader = new TableReader(file, csv, records, List.of(), findings);
            CsvRecord first = reader.nextRecord();
            if (first == null) {
                throw UserError.input("error.no-header", file.name());
            }
            return new TableReader(file, csv, records, header(file, first), findings);
        } catch (IOException e) {
            throw UserError.input("error.read", file.name(), String.valueOf(e.getMessage()));
        }
    }

    /** Column names as in the file, without white space around them. */
    public List<String> header() {
        return header;
    }

    /** The file that is read. */
    public InputFile file() {
        return file;
    }

    /** What was used and refused so far. */
    public RowFindings findings() {
        return findings;
    }

    /**
     * Position of a column.
     *
     * @throws UserError (exit 2) if there is none of that name; the nearest names are offered
     */
    public int column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            String near = Nearest.of(name, header);
            throw near.isEmpty()
                    ? UserError.usage("error.no-column", file.name(), name, String.join(", ", header))
                    : UserError.usage("error.no-column-near", file.name(), name, near);
        }
        return column;
    }

    /** Position of a column that may be missing. */
    public Optional<Integer> findColumn(String name) {
        int column = header.indexOf(name);
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    /** The next row that can be used; null at the end. Rows that cannot are counted as refused. */
    public @Nullable Row next() {
        for (CsvRecord csvRecord = nextRecord(); csvRecord != null; csvRecord = nextRecord()) {
            findings.countRow();
            int line = Math.toIntExact(csvRecord.getStartingLineNumber());
            List<String> cells = csvRecord.getFields();
            int longest = longestCell(cells);
            if (cells.get(longest).length() > MAX_CELL) {
                String column = longest < header.size() ? header.get(longest) : "";
                findings.refuse(
                        "cell-too-long", line, column, cells.get(longest).length(), MAX_CELL);
            } else if (cells.stream().allMatch(String::isBlank)) {
                findings.refuse("empty-row", line, "");
            } else if (cells.size() != header.size()) {
                findings.refuse("column-count", line, "", cells.size(), header.size());
            } else {
                return new Row(line, cells);
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            records.close();
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CsvRecord nextRecord() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            String cause = e.getCause() == null
                    ? String.valueOf(e.getMessage())
                    : String.valueOf(e.getCause().getMessage());
            throw UserError.input("error.csv", file.name(), cause);
        } catch (UncheckedIOException e) {
            throw UserError.input("error.read", file.name(), String.valueOf(e.getMessage()));
        }
    }

    private static int longestCell(List<String> cells) {
        int longest = 0;
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i).length() > cells.get(longest).length()) {
                longest = i;
            }
        }
        return longest;
    }

    private static List<String> header(InputFile file, CsvRecord first) {
        List<String> names = first.getFields().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw UserError.input("error.header-blank", file.name(), i + 1);
            }
            if (!seen.add(names.get(i))) {
                throw UserError.input("error.header-twice", file.name(), names.get(i));
            }
        }
        return names;
    }

    /** The separator that the header line has most of: comma, tab or semicolon. */
    private static char separator(InputFile file) throws IOException {
        try (BufferedReader reader = new BufferedReader(file.reader())) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read();
                    c >= 0 && c != '\n' && c != '\r' && line.length() < MAX_CELL;
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
