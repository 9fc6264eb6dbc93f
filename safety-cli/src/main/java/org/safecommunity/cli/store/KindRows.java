package org.safecommunity.cli.store;

import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.RowSource;
import org.safecommunity.cli.shell.UserError;

/**
 * The rows of a table of a store, one by one. Their lines are those of the file where all are of one; else those that an
 * export would have.
 */
final class KindRows implements RowSource {
    private final StoreFile store;
    private final String kind;
    private final long horizon;
    private final View view;
    private final boolean ownLines;
    private @Nullable ResultIterator<RawRow> rows;
    private boolean begun;
    private int line = 1;

    KindRows(StoreFile store, String kind, long horizon, View view, boolean ownLines) {
        this.store = store;
        this.kind = kind;
        this.horizon = horizon;
        this.view = view;
        this.ownLines = ownLines;
    }

    private ResultIterator<RawRow> query() {
        return store.handle()
                .createQuery(Sql.of("current"))
                .bind("kind", kind)
                .bind("horizon", horizon)
                .map((row, context) -> {
                    line++;
                    List<String> cells = view.row(row.getLong(2), row.getString(3), row.getString(4), row.getString(5));
                    return new RawRow(ownLines ? row.getInt(1) : line, cells, false);
                })
                .iterator();
    }

    @Override
    public @Nullable RawRow next() {
        if (!begun) {
            begun = true;
            return new RawRow(1, view.header(), false);
        }
        try {
            if (rows == null) {
                rows = query();
            }
            return rows.hasNext() ? rows.next() : null;
        } catch (JdbiException e) {
            throw StoreFault.of(store.name(), e);
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.store-damaged", store.name(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
