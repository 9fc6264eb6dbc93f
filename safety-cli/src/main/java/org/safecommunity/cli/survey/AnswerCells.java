package org.safecommunity.cli.survey;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;

/** Reads a cell as yes or no, or as a score. */
final class AnswerCells {
    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "是", "对", "有");
    private static final Set<String> NO = Set.of("0", "no", "n", "false", "否", "错", "无");

    private final @Nullable String value;
    private boolean met;

    /**
     * @param value the answer that counts as yes; null for the usual words
     */
    AnswerCells(@Nullable String value) {
        this.value = value;
    }

    /** Whether the answer that counts as yes was seen. */
    boolean met() {
        return met;
    }

    /** Whether a cell has no answer. */
    static boolean missing(String cell) {
        return cell.isEmpty() || cell.equals("NA");
    }

    /** Whether an answer is yes; empty where the row is refused. */
    Optional<Boolean> yes(TableReader.Row row, int column, TableReader table) {
        String cell = row.cell(column);
        if (value != null) {
            met |= cell.equals(value);
            return Optional.of(cell.equals(value));
        }
        String word = Cells.fold(cell).toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return Optional.of(YES.contains(word));
        }
        CellRefusal.refuse("not-yes-or-no", table, row, column);
        return Optional.empty();
    }

    /** The score in a cell; empty where the row is refused. */
    static OptionalDouble number(TableReader.Row row, int column, TableReader table) {
        OptionalDouble number = Cells.number(row.cell(column));
        if (number.isEmpty()) {
            CellRefusal.refuse("not-a-number", table, row, column);
        }
        return number;
    }
}
