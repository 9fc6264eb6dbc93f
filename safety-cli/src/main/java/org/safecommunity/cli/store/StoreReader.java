package org.safecommunity.cli.store;

import java.util.List;
import java.util.Optional;
import org.safecommunity.cli.read.DataStore;
import org.safecommunity.cli.read.StoredTable;

/** Reads a store in one transaction: one state of it, also while another process adds to it. */
final class StoreReader implements DataStore {
    private final StoreFile store;

    StoreReader(StoreFile store) {
        this.store = store;
    }

    @Override
    public List<String> tables() {
        return StoreFault.guard(store.name(), () -> store.handle()
                .createQuery("SELECT DISTINCT kind FROM import WHERE kind <> :document ORDER BY kind")
                .bind("document", Journal.DOCUMENT)
                .mapTo(String.class)
                .list());
    }

    @Override
    public StoredTable table(String kind) {
        return table(kind, Shown.AS_FILE);
    }

    @Override
    public StoredTable workspaceTable(String kind) {
        return table(kind, Shown.AS_WORKSPACE);
    }

    KindTable table(String kind, Shown shown) {
        return StoreFault.guard(store.name(), () -> new KindTable(store, kind, shown));
    }

    @Override
    public Optional<byte[]> document(String name) {
        return StoreFault.guard(store.name(), () -> new Documents(store.handle(), new Journal(store.handle()))
                .current(name)
                .map(current -> current.content().bytes()));
    }

    StoreFile store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}
