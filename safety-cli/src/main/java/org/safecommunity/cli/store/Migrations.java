package org.safecommunity.cli.store;

import org.jdbi.v3.core.Handle;

/** The numbered steps from an empty file to the tables of today. A step, once published, is never changed. */
final class Migrations {
    /** Number of the last step; the store keeps the number of the last one it has seen. */
    static final int LATEST = 2;

    private Migrations() {}

    /** Number of the last step that a store has seen; 0 for an empty file. */
    static int version(Handle handle) {
        return number(handle, "PRAGMA user_version");
    }

    static int number(Handle handle, String pragma) {
        return handle.createQuery(pragma).mapTo(Integer.class).one();
    }

    /** Takes the steps that are missing, up to one of them. Runs in the transaction of the caller. */
    static void upTo(Handle handle, int last) {
        for (int step = version(handle) + 1; step <= last; step++) {
            handle.createScript(Sql.of("migration/00" + step)).execute();
            handle.execute("PRAGMA user_version = " + step);
        }
        handle.execute("PRAGMA application_id = " + StoreFile.APPLICATION);
    }
}
