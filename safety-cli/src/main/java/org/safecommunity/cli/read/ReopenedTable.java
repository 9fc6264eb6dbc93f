package org.safecommunity.cli.read;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A table of a store that is opened again when its rows are read, and closed with them. */
final class ReopenedTable implements StoredTable {
    private final String name;
    private final Path path;
    private final String kind;
    private final String sha256;

    ReopenedTable(String name, Path path, String kind, DataStore open) {
        this.name = name;
        this.path = path;
        this.kind = kind;
        this.sha256 = open.table(kind).sha256();
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public RowSource rows() {
        DataStore store = DataStore.open(name, path);
        try {
            return new OwningRows(store, store.table(kind).rows());
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public void recall(RowFindings findings) {
        try (DataStore store = DataStore.open(name, path)) {
            store.table(kind).recall(findings);
        }
    }

    private record OwningRows(DataStore store, RowSource rows) implements RowSource {
        @Override
        public @Nullable RawRow next() {
            return rows.next();
        }

        @Override
        public void close() throws IOException {
            try {
                rows.close();
            } finally {
                store.close();
            }
        }
    }
}
