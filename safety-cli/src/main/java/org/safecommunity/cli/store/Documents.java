package org.safecommunity.cli.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.shell.UserError;

/** The documents of a store, byte for byte, with their older versions. */
final class Documents {
    private static final String NO_ROWS_DIGEST = new RecordHash.Sum().text();

    private final Handle handle;
    private final Journal journal;

    Documents(Handle handle, Journal journal) {
        this.handle = handle;
        this.journal = journal;
    }

    /** The newest version of a document. */
    record Current(int version, Blob content, String sha256, long importId) {}

    /** Takes a document, unless its newest version is the same. Runs in the transaction of the caller. */
    ImportOutcome take(InputFile file, String at) {
        Optional<Current> current = current(file.name());
        if (current.isPresent() && current.get().sha256().equals(file.sha256())) {
            long id = current.get().importId();
            JournalEntry before = journal.all().stream()
                    .filter(entry -> entry.id() == id)
                    .findFirst()
                    .orElseThrow();
            return new ImportOutcome(before, true);
        }
        long id = journal.begin(Journal.DOCUMENT, file.name(), file.sha256(), "", at, false);
        JournalEntry entry = new JournalEntry(
                id,
                Journal.DOCUMENT,
                file.name(),
                file.sha256(),
                "",
                at,
                false,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                NO_ROWS_DIGEST,
                "");
        journal.end(entry);
        handle.createUpdate(Sql.of("document-add"))
                .bind("name", file.name())
                .bind("version", current.map(known -> known.version() + 1).orElse(1))
                .bind("import", id)
                .bind("content", content(file))
                .execute();
        return new ImportOutcome(entry, false);
    }

    private static byte[] content(InputFile file) {
        try (InputStream in = file.bytes()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw UserError.input("error.read", file.name(), String.valueOf(e.getMessage()));
        }
    }

    Optional<Current> current(String name) {
        return handle.createQuery(Sql.of("document-current"))
                .bind("name", name)
                .map((row, context) ->
                        new Current(row.getInt(1), Blob.of(row.getBytes(2)), row.getString(3), row.getLong(4)))
                .findOne();
    }

    /** Names of the documents. */
    List<String> names() {
        return handle.createQuery("SELECT DISTINCT name FROM document ORDER BY name")
                .mapTo(String.class)
                .list();
    }
}
