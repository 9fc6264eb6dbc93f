package org.safecommunity.cli.priority;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;

/**
 * A file whose rows are named by a column: the one that was named, else {@code item}, else the first.
 *
 * @param file    path, or {@code -}
 * @param where   conditions of rows
 * @param options charset, language and working
 * @param item    column that names the rows, or null
 */
record NamedRows(
        String file,
        List<String> where,
        CommonOptions options,
        @Nullable String item) {
    /** A row with its name. */
    static final class Named {
        private final TableReader table;
        private TableReader.@Nullable Row row;
        private String name = "";

        private Named(TableReader table) {
            this.table = table;
        }

        String name() {
            return name;
        }

        /** The cell of a column that must be there. */
        String text(String column) {
            return current().cell(table.column(column));
        }

        /** Whether a column is there. */
        boolean has(String column) {
            return table.findColumn(column).isPresent();
        }

        /** A number from 0 to a largest one; 0 when the row is refused. */
        double number(String column, double largest) {
            String cell = text(column);
            OptionalDouble value = Cells.number(cell);
            if (value.isEmpty() || !(value.getAsDouble() >= 0)) {
                refuse(cell.isEmpty() ? "missing-value" : "not-an-amount", column);
                return 0;
            }
            if (value.getAsDouble() > largest) {
                refuse("above-largest", column, org.safecommunity.cli.print.Display.number(largest));
                return 0;
            }
            return value.getAsDouble();
        }

        /** Refuses the row because of a cell. */
        void refuse(String code, String column, Object... more) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = SafeEcho.of(text(column));
            System.arraycopy(more, 0, arguments, 1, more.length);
            table.findings().refuse(code, current().line(), column, arguments);
        }

        int line() {
            return current().line();
        }

        boolean refused() {
            return table.findings().isRefused(current().line());
        }

        private TableReader.Row current() {
            if (row == null) {
                throw new IllegalStateException("there is no current row");
            }
            return row;
        }
    }

    /** Reads every row; one without a name is refused. */
    RowPass read(BiConsumer<TableReader, Named> body) {
        return RowPass.read(file, where, options, table -> {
            int column =
                    item != null ? table.column(item) : table.findColumn("item").orElse(0);
            String heading = table.header().get(column);
            Named named = new Named(table);
            return row -> {
                named.row = row;
                named.name = row.cell(column);
                if (named.name.isEmpty()) {
                    named.refuse("missing-value", heading);
                } else {
                    body.accept(table, named);
                }
            };
        });
    }

    Ranking.Rows rows() {
        return new Ranking.Rows(options.locale(), options.explain());
    }
}
