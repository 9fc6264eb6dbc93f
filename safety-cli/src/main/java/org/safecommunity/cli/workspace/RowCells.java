package org.safecommunity.cli.workspace;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;

/**
 * The cells of a table's current row as values. A cell that is not what it should be refuses the row, names file, line and
 * column, and gives a value that is not used.
 */
final class RowCells {
    private final RecordTable table;
    private final LocalDate today;
    private TableReader.Row row;

    private RowCells(RecordTable table, LocalDate today, TableReader.Row first) {
        this.table = table;
        this.today = today;
        this.row = first;
    }

    /** What is done with each row. */
    interface RowBody {
        void read(RowCells row);
    }

    /** Runs through the rows of a table; no date of an event may be after today. */
    static void forEach(RecordTable table, LocalDate today, RowBody body) {
        RowCells cells = null;
        for (TableReader.Row row = table.next(); row != null; row = table.next()) {
            if (cells == null) {
                cells = new RowCells(table, today, row);
            }
            cells.row = row;
            body.read(cells);
            table.pass(row);
        }
    }

    /** Whether the row was refused. */
    boolean refused() {
        return table.findings().isRefused(row.line());
    }

    /** The row as it is. */
    TableReader.Row row() {
        return row;
    }

    /** Line of the row in the file. */
    int line() {
        return row.line();
    }

    /** The cell of a column; empty when the column is not there. */
    String text(String column) {
        return table.cell(row, column);
    }

    /** The cell of a column in half-width characters. */
    String folded(String column) {
        return Cells.fold(table.cell(row, column));
    }

    /** Refuses the row because of a cell. */
    void refuse(String column, String code, Object... more) {
        table.refuse(row, column, code, more);
    }

    /** Remarks on a cell of a row that is used all the same. */
    void warn(String column, String code, Object... arguments) {
        table.findings().warn(code, row.line(), column, arguments);
    }

    /** Refuses the row because the guard of its record did. */
    <T> void refuse(Class<T> type, RuntimeException guard, @Nullable Object... arguments) {
        table.refuse(row, Validation.instance().ofArguments(type, arguments), guard);
    }

    /** A text that must be there. */
    String required(String column) {
        String value = text(column);
        if (value.isEmpty()) {
            refuse(column, "missing-value");
        }
        return value;
    }

    /** An id that must be there and must not be among those used. */
    String id(String column, Set<String> used) {
        String id = required(column);
        if (!id.isEmpty() && used.contains(id)) {
            refuse(column, "duplicate-id");
        }
        return id;
    }

    /** The sex; null when the row is refused. */
    @Nullable
    Sex sex() {
        Optional<Sex> sex = Sex.parse(folded("sex"));
        if (sex.isEmpty()) {
            refuse("sex", "unknown-sex");
        }
        return sex.orElse(null);
    }

    /** A whole number; null when the cell is empty or the row refused. */
    @Nullable
    Integer whole(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        OptionalLong value = Cells.whole(text);
        if (value.isEmpty() || Math.abs(value.getAsLong()) > Integer.MAX_VALUE) {
            refuse(column, "not-a-whole-number");
            return null;
        }
        return (int) value.getAsLong();
    }

    /** A whole number that must be there; null when the row is refused. */
    @Nullable
    Integer requiredWhole(String column) {
        if (text(column).isEmpty()) {
            refuse(column, "missing-value");
        }
        return whole(column);
    }

    /** A count that must be there; 0 when the row is refused. */
    long count(String column) {
        OptionalLong value = Cells.whole(text(column));
        if (value.isEmpty() || value.getAsLong() < 0 || value.getAsLong() > Integer.MAX_VALUE) {
            refuse(column, text(column).isEmpty() ? "missing-value" : "not-a-count");
            return 0;
        }
        return value.getAsLong();
    }

    /** A date; null when the cell is empty or the row refused. */
    @Nullable
    EventDate date(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        Optional<EventDate> date = Cells.date(text);
        if (date.isEmpty()) {
            refuse(column, "not-a-date");
        }
        return date.orElse(null);
    }

    /** The date of an event, which must be there and not after today; null when the row is refused. */
    @Nullable
    EventDate eventDate(String column) {
        if (text(column).isEmpty()) {
            refuse(column, "missing-value");
        }
        EventDate date = date(column);
        return date == null ? null : notInFuture(column, date);
    }

    /** The date of an event of which only year and perhaps month are known; null when the row is refused. */
    @Nullable
    EventDate eventMonth() {
        Integer year = requiredWhole("year");
        Integer month = whole("month");
        if (year == null || refused()) {
            return null;
        }
        if (month != null && (month < 1 || month > 12)) {
            refuse("month", "not-a-month");
            return null;
        }
        try {
            return notInFuture("year", new EventDate(year, month == null ? 0 : month, 0));
        } catch (IllegalArgumentException e) {
            refuse("year", "not-a-date");
            return null;
        }
    }

    private @Nullable EventDate notInFuture(String column, EventDate date) {
        LocalDate earliest = LocalDate.of(date.year(), Math.max(1, date.month()), Math.max(1, date.day()));
        if (earliest.isAfter(today)) {
            refuse(column, "future-date", today);
            return null;
        }
        return date;
    }
}
