package org.safecommunity.cli.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.RowSource;
import org.safecommunity.cli.read.StoredTable;

/** The current records of a kind as a table. */
final class KindTable implements StoredTable {
    private static final String INJURIES = "injuries";

    private final StoreFile store;
    private final String kind;
    private final long horizon;
    private final List<JournalEntry> sources;
    private final View view;

    KindTable(StoreFile store, String kind, Shown shown) {
        this.store = store;
        this.kind = kind;
        Journal journal = new Journal(store.handle());
        this.horizon = journal.horizon(kind);
        this.sources = store.handle()
                .createQuery(Sql.of("sources"))
                .bind("kind", kind)
                .bind("horizon", horizon)
                .mapTo(JournalEntry.class)
                .list();
        this.view = new View(layouts(), shown.personal(), shown.meanings(), namesCodeSets(shown));
    }

    private boolean namesCodeSets(Shown shown) {
        if (!kind.equals(INJURIES)) {
            return false;
        }
        int sets = store.handle()
                .createQuery("SELECT count(DISTINCT code_set) FROM import WHERE kind = :kind")
                .bind("kind", kind)
                .mapTo(Integer.class)
                .one();
        return shown.codeSet() || sets > 1;
    }

    /** The layouts in use; which they are is looked up only where there are several. */
    private Map<Long, Layout> layouts() {
        Handle handle = store.handle();
        Map<Long, Layout> all = new LinkedHashMap<>();
        handle.createQuery("SELECT id, columns FROM layout WHERE kind = :kind ORDER BY id")
                .bind("kind", kind)
                .map((row, context) -> Map.entry(row.getLong(1), Layout.parse(row.getString(2))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        if (all.size() > 1) {
            List<Long> used = handle.createQuery(Sql.of("layouts-used"))
                    .bind("kind", kind)
                    .bind("horizon", horizon)
                    .mapTo(Long.class)
                    .list();
            all.keySet().retainAll(used);
        }
        return all;
    }

    List<String> header() {
        return view.header();
    }

    /** The imports that current records were seen in last. */
    List<JournalEntry> sources() {
        return sources;
    }

    @Override
    public String sha256() {
        return sources.size() == 1
                ? sources.get(0).sha256()
                : RecordHash.ofLines(sources.stream().map(JournalEntry::sha256).toList());
    }

    @Override
    public RowSource rows() {
        return new KindRows(store, kind, horizon, view, sources.size() == 1);
    }

    @Override
    public void recall(RowFindings findings) {
        StoredFindings stored = new StoredFindings(store.handle());
        sources.forEach(entry -> stored.recall(entry, findings));
    }
}
