package org.safecommunity.cli.tabulate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;

/**
 * A small table of the program or of the user, read whole.
 *
 * @param name   file as users know it
 * @param header column names
 * @param rows   rows in order
 */
record MapTable(String name, List<String> header, List<Row> rows) {
    MapTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** A row and the line it starts on. */
    record Row(int line, List<String> cells) {
        String cell(int column) {
            return cells.get(column).strip();
        }
    }

    /** A table of the program. */
    static MapTable bundled(String resource) {
        try (InputStream in = MapTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            List<Row> rows = new ArrayList<>();
            try (CsvReader<CsvRecord> csv =
                    CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                csv.forEach(line -> rows.add(new Row((int) line.getStartingLineNumber(), line.getFields())));
            }
            return new MapTable(resource, rows.get(0).cells(), rows.subList(1, rows.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A table of the user.
     *
     * @throws UserError (exit 3) if the file cannot be read, or a row of it is refused
     */
    static MapTable of(String path, CommonOptions options) {
        InputFile input = InputFile.open(path, options.charset());
        RowFindings findings = new RowFindings(input.name());
        List<Row> rows = new ArrayList<>();
        try (TableReader table = TableReader.open(input, findings)) {
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                rows.add(new Row(row.line(), row.cells()));
            }
            if (findings.refused() > 0 || rows.isEmpty()) {
                String why = findings.remarks(options.locale()).stream()
                        .map(remark -> remark.message())
                        .findFirst()
                        .orElse("");
                throw UserError.input("error.map-rows", input.name(), why);
            }
            return new MapTable(input.name(), table.header(), rows);
        }
    }

    /** Position of a column that may be missing. */
    OptionalInt findColumn(String column) {
        int index = header.indexOf(column);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Position of a column.
     *
     * @throws UserError (exit 3) if there is none of that name
     */
    int column(String column) {
        return findColumn(column).orElseThrow(() -> UserError.input("error.map-column", name, column));
    }

    /** The values of one column. */
    List<String> values(String column) {
        int index = column(column);
        return rows.stream().map(row -> row.cell(index)).toList();
    }

    /** An error about a row. */
    UserError fault(String key, Row row, Object... more) {
        Object[] arguments = new Object[more.length + 2];
        System.arraycopy(more, 0, arguments, 2, more.length);
        arguments[0] = name;
        arguments[1] = row.line();
        return UserError.input(key, arguments);
    }
}
