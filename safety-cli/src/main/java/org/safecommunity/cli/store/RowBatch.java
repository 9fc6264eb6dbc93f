package org.safecommunity.cli.store;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.TableReader;

/** Writes rows into the table {@code incoming} by the thousand; rows whose key is there already are handed back. */
final class RowBatch implements Closeable {
    private static final int SIZE = 1000;

    private final PreparedBatch batch;
    private final Consumer<Pending> refused;
    private final List<Pending> pending = new ArrayList<>(SIZE);

    /** A row on its way. */
    record Pending(
            TableReader.Row row,
            String key,
            Blob hash,
            String cells,
            @Nullable String personal) {}

    RowBatch(Handle handle, Consumer<Pending> refused) {
        handle.execute("DROP TABLE IF EXISTS temp.incoming");
        handle.execute(Sql.of("incoming"));
        this.batch = handle.prepareBatch(Sql.of("incoming-add"));
        this.refused = refused;
    }

    void add(Pending row) {
        batch.bind("line", row.row().line())
                .bind("key", row.key())
                .bind("hash", row.hash().bytes())
                .bind("cells", row.cells())
                .bind("personal", row.personal())
                .add();
        pending.add(row);
        if (pending.size() == SIZE) {
            flush();
        }
    }

    /** Writes what waits, and what is handed in again meanwhile. */
    void flush() {
        while (!pending.isEmpty()) {
            int[] counts = batch.execute();
            List<Pending> written = new ArrayList<>(pending);
            pending.clear();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    refused.accept(written.get(i));
                }
            }
        }
    }

    @Override
    public void close() {
        batch.close();
    }
}
