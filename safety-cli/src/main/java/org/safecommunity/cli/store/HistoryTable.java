package org.safecommunity.cli.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.RowSource;
import org.safecommunity.cli.read.StoredTable;

/** All versions of the records of a kind, each with its number, its import and whether it is current. */
final class HistoryTable implements StoredTable {
    private static final List<String> OF_THE_STORE =
            List.of("store.version", "store.current", "store.imported", "store.file");

    private final StoreFile store;
    private final String kind;
    private final long horizon;
    private final View view;

    HistoryTable(StoreFile store, String kind, boolean personal) {
        this.store = store;
        this.kind = kind;
        this.horizon = new Journal(store.handle()).horizon(kind);
        Map<Long, Layout> layouts = new LinkedHashMap<>();
        store.handle()
                .createQuery("SELECT id, columns FROM layout WHERE kind = :kind ORDER BY id")
                .bind("kind", kind)
                .map((row, context) -> Map.entry(row.getLong(1), Layout.parse(row.getString(2))))
                .forEach(entry -> layouts.put(entry.getKey(), entry.getValue()));
        this.view = new View(layouts, personal, false, kind.equals("injuries"));
    }

    @Override
    public String sha256() {
        return RecordHash.ofLines(new Journal(store.handle())
                .all().stream()
                        .filter(entry -> entry.kind().equals(kind))
                        .map(JournalEntry::sha256)
                        .toList());
    }

    @Override
    public RowSource rows() {
        return new Versions();
    }

    @Override
    public void recall(RowFindings findings) {
        // what was refused has no history
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private final class Versions implements RowSource {
        private @Nullable ResultIterator<List<String>> rows;
        private int line;

        @Override
        public @Nullable RawRow next() {
            line++;
            if (line == 1) {
                return new RawRow(1, join(OF_THE_STORE, view.header()), false);
            }
            try {
                if (rows == null) {
                    rows = query();
                }
                return rows.hasNext() ? new RawRow(line, rows.next(), false) : null;
            } catch (JdbiException e) {
                throw StoreFault.of(store.name(), e);
            }
        }

        private ResultIterator<List<String>> query() {
            return store.handle()
                    .createQuery(Sql.of("history"))
                    .bind("kind", kind)
                    .bind("horizon", horizon)
                    .map((row, context) -> join(
                            List.of(
                                    Integer.toString(row.getInt(1)),
                                    row.getInt(2) == 1 ? "yes" : "no",
                                    row.getString(3),
                                    row.getString(4)),
                            view.row(row.getLong(5), row.getString(6), row.getString(7), row.getString(8))))
                    .iterator();
        }

        @Override
        public void close() throws IOException {
            if (rows != null) {
                rows.close();
            }
        }
    }
}
