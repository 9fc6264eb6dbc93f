package org.safecommunity.cli.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The journal of a store: one entry for each file that was taken in. */
final class Journal {
    /** Kind of the entries of documents. */
    static final String DOCUMENT = "document";

    private final Handle handle;

    Journal(Handle handle) {
        this.handle = handle;
        handle.registerRowMapper(ConstructorMapper.factory(JournalEntry.class));
    }

    /** The newest entry of a file with these bytes; empty when it was never taken in. */
    Optional<JournalEntry> known(String kind, String sha256, String codeSet) {
        return handle.createQuery(Sql.of("import-known"))
                .bind("kind", kind)
                .bind("sha256", sha256)
                .bind("codeSet", codeSet)
                .mapTo(JournalEntry.class)
                .findOne();
    }

    /** The newest entry of a kind. */
    Optional<JournalEntry> last(String kind) {
        return handle.createQuery(Sql.of("import-last"))
                .bind("kind", kind)
                .mapTo(JournalEntry.class)
                .findOne();
    }

    /** All entries in their order. */
    List<JournalEntry> all() {
        return handle.createQuery("SELECT * FROM import ORDER BY id")
                .mapTo(JournalEntry.class)
                .list();
    }

    /** Begins an entry; its counts are not known yet. */
    long begin(String kind, String file, String sha256, String codeSet, String at, boolean complete) {
        return handle.createUpdate(Sql.of("import-add"))
                .bind("kind", kind)
                .bind("file", file)
                .bind("sha256", sha256)
                .bind("codeSet", codeSet)
                .bind("at", at)
                .bind("complete", complete ? 1 : 0)
                .executeAndReturnGeneratedKeys()
                .mapTo(Long.class)
                .one();
    }

    /** Writes the counts of an entry and seals it. */
    void end(JournalEntry entry) {
        String before = handle.createQuery("SELECT seal FROM import WHERE id < :id ORDER BY id DESC LIMIT 1")
                .bind("id", entry.id())
                .mapTo(String.class)
                .findOne()
                .orElse("");
        handle.createUpdate(Sql.of("import-end"))
                .bindMethods(entry.sealed(before))
                .execute();
    }

    /** The first import whose records can be current: the last complete one of the kind. */
    long horizon(String kind) {
        return handle.createQuery(Sql.of("horizon"))
                .bind("kind", kind)
                .mapTo(Long.class)
                .one();
    }
}
