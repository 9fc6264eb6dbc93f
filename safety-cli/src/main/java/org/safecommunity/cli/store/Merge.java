package org.safecommunity.cli.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Brings the rows that wait in the table {@code incoming} into the records of their kind, set by set. */
final class Merge {
    private final Handle handle;
    private final String kind;
    private final long importId;
    private final long layout;

    Merge(Handle handle, String kind, long importId, long layout) {
        this.handle = handle;
        this.kind = kind;
        this.importId = importId;
        this.layout = layout;
    }

    /** What was done. */
    record Counts(long added, long changed, long unchanged, long withdrawn, String digest) {}

    /**
     * Merges.
     *
     * @param used    rows that wait
     * @param again   whether known records stay as they are
     * @param horizon first import whose records were current before
     * @param complete whether records that the file lacks are no longer current
     */
    Counts run(long used, boolean again, long horizon, boolean complete) {
        if (again) {
            execute("merge-known");
        }
        long changed = execute("merge-changed");
        execute("merge-seen");
        long added = execute("merge-added");
        execute("merge-first");
        execute("merge-personal");
        long withdrawn = complete
                ? handle.createQuery(Sql.of("withdrawn-count"))
                        .bind("kind", kind)
                        .bind("horizon", horizon)
                        .bind("import", importId)
                        .mapTo(Long.class)
                        .one()
                : 0;
        return new Counts(added, changed, used - added - changed, withdrawn, digest());
    }

    private String digest() {
        RecordHash.Sum sum = new RecordHash.Sum();
        handle.createQuery(Sql.of("incoming-hashes"))
                .bind("kind", kind)
                .bind("import", importId)
                .mapTo(byte[].class)
                .forEach(sum::add);
        return sum.text();
    }

    private int execute(String name) {
        String sql = Sql.of(name);
        Update update = handle.createUpdate(sql).bind("kind", kind);
        if (sql.contains(":import")) {
            update.bind("import", importId);
        }
        if (sql.contains(":layout")) {
            update.bind("layout", layout);
        }
        return update.execute();
    }
}
