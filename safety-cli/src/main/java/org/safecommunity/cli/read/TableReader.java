package org.safecommunity.cli.read;

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
 * Streams the rows of a CSV or TSV file, of a sheet of a workbook or of a table of a store, with a header line, or of a
 * YAML or JSON list of entries. A row of the wrong length, with an oversized cell or a NUL character goes to the findings
 * and is passed over; the other rows stay.
 */
public final class TableReader implements Closeable {
    /** Longest cell that is taken for data. */
    static final int MAX_CELL = 65_536;

    /** Bytes from which a text is worth a thread that reads ahead. */
    private static final long LARGE = 1 << 20;

    private final InputFile file;
    private final RowSource source;
    private final List<String> header;
    private final RowFindings findings;

    private TableReader(InputFile file, RowSource source, List<String> header, RowFindings findings) {
        this.file = file;
        this.source = source;
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
        RowSource source = null;
        try {
            String sheet = file.sheet();
            StoredTable stored = file.stored();
            if (stored != null) {
                source = stored.rows();
            } else if (sheet != null) {
                source = SheetSource.open(file, sheet);
            } else {
                source = DocumentParser.isDocument(file.name()) ? DocumentSource.open(file) : text(file);
            }
            RowSource.RawRow first = source.next();
            if (first == null) {
                throw UserError.input("error.no-header", file.name());
            }
            return new TableReader(file, source, header(file, first.cells()), findings);
        } catch (IOException e) {
            closeQuietly(source);
            throw UserError.input("error.read", file.name(), String.valueOf(e.getMessage()));
        } catch (UserError e) {
            closeQuietly(source);
            throw e;
        }
    }

    private static RowSource text(InputFile file) throws IOException {
        RowSource rows = CsvSource.open(file);
        return file.size() < LARGE ? rows : new ReadAhead(rows);
    }

    /** Column names as in the file, without white space around them. */
    public List<String> header() {
        return header;
    }

    /** Whether the file is a list of entries, whose keys may be left out, and not a table with a header line. */
    public boolean isDocument() {
        return source instanceof DocumentSource;
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
            if (header.stream().anyMatch(SafeEcho::looksLikeData)) {
                throw UserError.usage("error.header-is-data", file.name(), name);
            }
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
        for (RowSource.RawRow raw = source.next(); raw != null; raw = source.next()) {
            findings.countRow();
            List<String> cells = raw.cells();
            RowSource.Fault fault = raw.fault();
            if (fault != null) {
                findings.refuse(fault.code(), raw.line(), fault.column());
                continue;
            }
            if (cells.isEmpty()) {
                findings.refuse("empty-row", raw.line(), "");
                continue;
            }
            int longest = longestCell(cells);
            int nul = cellWithNul(cells);
            if (raw.unclosed()) {
                int column = cells.size() - 1;
                findings.refuse("unclosed-quote", raw.line(), columnName(column), lines(cells.get(column)));
            } else if (cells.get(longest).length() > MAX_CELL) {
                findings.refuse(
                        "cell-too-long",
                        raw.line(),
                        columnName(longest),
                        cells.get(longest).length(),
                        MAX_CELL);
            } else if (nul >= 0) {
                findings.refuse("nul-character", raw.line(), columnName(nul));
            } else if (isBlank(cells)) {
                findings.refuse("empty-row", raw.line(), "");
            } else if (cells.size() != header.size()) {
                findings.refuse("column-count", raw.line(), "", cells.size(), header.size());
            } else {
                return new Row(raw.line(), cells);
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeQuietly(@Nullable RowSource source) {
        if (source != null) {
            try {
                source.close();
            } catch (IOException ignored) {
                // the first failure is the one to report
            }
        }
    }

    private static long lines(String cell) {
        return cell.strip().lines().count() - 1;
    }

    private String columnName(int column) {
        return column < header.size() ? header.get(column) : "";
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static int cellWithNul(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).indexOf('\0') >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int longestCell(List<String> cells) {
        int longest = 0;
        int length = cells.get(0).length();
        for (int i = 1; i < cells.size(); i++) {
            int other = cells.get(i).length();
            if (other > length) {
                longest = i;
                length = other;
            }
        }
        return longest;
    }

    private static List<String> header(InputFile file, List<String> cells) {
        List<String> names = cells.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).indexOf('\0') >= 0) {
                throw UserError.input("error.header-nul", file.name());
            }
            if (names.get(i).isEmpty()) {
                throw UserError.input("error.header-blank", file.name(), i + 1);
            }
            if (!seen.add(names.get(i))) {
                if (names.stream().anyMatch(SafeEcho::looksLikeData)) {
                    throw UserError.input("error.header-is-data-twice", file.name(), i + 1);
                }
                throw UserError.input("error.header-twice", file.name(), names.get(i));
            }
        }
        return names;
    }
}
