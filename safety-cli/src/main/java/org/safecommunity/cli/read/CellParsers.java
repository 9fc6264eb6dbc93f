package org.safecommunity.cli.read;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers of a row. A cell that is not what it should be refuses the row and names file, line and column. */
public final class CellParsers {
    /** Largest count that a double holds exactly. */
    public static final long MAX_COUNT = 1L << 53;

    private CellParsers() {}

    /** Any finite number; 0 when the row is refused. */
    static double number(TableReader.Row row, int column, TableReader table) {
        String cell = row.cell(column);
        OptionalDouble value = Cells.number(cell);
        if (value.isEmpty()) {
            refuse(cell.isEmpty() ? "missing-value" : "not-a-number", row, column, table);
            return 0;
        }
        return value.getAsDouble();
    }

    /** Refuses the row when the cell is neither empty nor a time. */
    static void time(TableReader.Row row, int column, TableReader table) {
        String cell = row.cell(column);
        if (!cell.isEmpty() && TimeLabel.parse(cell).isEmpty()) {
            refuse("not-a-time", row, column, table);
        }
    }

    /** A whole number of 0 or more; 0 when the row is refused. */
    public static long count(TableReader.Row row, int column, TableReader table) {
        String cell = row.cell(column);
        OptionalLong value = Cells.whole(cell);
        if (value.isEmpty() || value.getAsLong() < 0 || value.getAsLong() > MAX_COUNT) {
            refuse(cell.isEmpty() ? "missing-value" : "not-a-count", row, column, table);
            return 0;
        }
        return value.getAsLong();
    }

    /** A finite number of 0 or more; 0 when the row is refused. */
    public static double notNegative(TableReader.Row row, int column, TableReader table) {
        String cell = row.cell(column);
        OptionalDouble value = Cells.number(cell);
        if (value.isEmpty() || value.getAsDouble() < 0) {
            refuse(cell.isEmpty() ? "missing-value" : "not-an-amount", row, column, table);
            return 0;
        }
        return value.getAsDouble();
    }

    private static void refuse(String code, TableReader.Row row, int column, TableReader table) {
        table.findings().refuse(code, row.line(), table.header().get(column), SafeEcho.of(row.cell(column)));
    }
}
