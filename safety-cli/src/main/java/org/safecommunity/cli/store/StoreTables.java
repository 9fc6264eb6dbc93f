package org.safecommunity.cli.store;

import java.util.List;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.UserError;

/** Finds a table of a store by its kind. */
final class StoreTables {
    private StoreTables() {}

    /**
     * The kind, when the store has a table of it.
     *
     * @throws UserError (exit 2) if it has none; near kinds are offered
     */
    static String require(StoreReader store, String kind) {
        List<String> kinds = store.tables();
        if (kinds.contains(kind)) {
            return kind;
        }
        String near = Nearest.of(kind, kinds);
        String offer = kinds.isEmpty() ? "–" : String.join(", ", kinds);
        throw UserError.usage("error.no-stored-table", store.store().name(), kind, near.isEmpty() ? offer : near);
    }
}
