package org.safecommunity.cli.read;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;

/** Rows of a table as they stand in a file or a store, the header first. */
public interface RowSource extends Closeable {
    /**
     * The next row.
     *
     * @return the row, or null at the end
     * @throws UserError (exit 3) if the file cannot be read further
     */
    @Nullable
    RawRow next();

    /**
     * A row before it is checked.
     *
     * @param line     line of the text, or row of the sheet, from 1
     * @param cells    cells from the first column on
     * @param unclosed whether a quotation mark is open at the end of the file, so that the last cell is not to be trusted
     * @param fault    what refuses the row whatever its cells are, or null
     */
    record RawRow(
            int line,
            List<String> cells,
            boolean unclosed,
            @Nullable Fault fault) {
        /** A row without fault. */
        public RawRow(int line, List<String> cells, boolean unclosed) {
            this(line, cells, unclosed, null);
        }
    }

    /** Code of a finding that refuses a row, and the column it is about. */
    record Fault(String code, String column) {}
}
