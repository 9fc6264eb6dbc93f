package org.safecommunity.cli.store;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * Compares a store with itself: the file by SQLite's own check, references, the tables by their definition, each record by
 * its hash, the records of each import by its counts and digest, the journal by its seals, the documents by their
 * checksums. Records are read one by one; memory goes with the number of imports.
 */
final class Verifier {
    private static final int MOST = 100;

    private final StoreFile store;
    private final Handle handle;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> told = new LinkedHashMap<>();

    Verifier(StoreFile store) {
        this.store = store;
        this.handle = store.handle();
    }

    /** What a store holds of a kind. */
    record KindCount(String kind, long records, long current, long versions, long imports, long refused) {}

    /** What is wrong; empty when nothing is. */
    List<Finding> findings() {
        look(this::integrity);
        look(this::references);
        look(this::definitions);
        if (findings.isEmpty() || told.keySet().stream().noneMatch("store-tables"::equals)) {
            look(this::journal);
            look(this::records);
            look(this::documents);
        }
        return findings;
    }

    /** A look that the damage of the file ends is a finding itself. */
    private void look(Runnable look) {
        try {
            look.run();
        } catch (JdbiException e) {
            if (!StoreFault.isDamage(e)) {
                throw StoreFault.of(store.name(), e);
            }
            add(
                    "store-unreadable",
                    "",
                    String.valueOf(StoreFault.of(store.name(), e).getMessage()));
        }
    }

    private void add(String code, String place, Object... arguments) {
        if (told.merge(code, 1, Integer::sum) <= MOST) {
            findings.add(new Finding(
                    code,
                    Severity.ERROR,
                    new Location(store.name(), 0, place),
                    Texts.both("finding." + code, arguments),
                    Texts.both("finding." + code + ".hint", arguments)));
        }
    }

    private void integrity() {
        handle.createQuery("PRAGMA integrity_check").mapTo(String.class).forEach(line -> {
            if (!line.equals("ok")) {
                add("store-integrity", "", line);
            }
        });
    }

    private void references() {
        handle.createQuery("PRAGMA foreign_key_check")
                .map((row, context) -> row.getString(1) + " → " + row.getString(3))
                .forEach(line -> add("store-reference", "", line));
    }

    /** The tables must be those that a new store has. */
    private void definitions() {
        Map<String, String> have = definitions(handle);
        try (StoreFile fresh = StoreFile.inMemory()) {
            Map<String, String> want = definitions(fresh.handle());
            want.forEach((name, sql) -> {
                if (!sql.equals(have.get(name))) {
                    add("store-tables", name, name);
                }
            });
            have.keySet().stream()
                    .filter(name -> !want.containsKey(name))
                    .forEach(name -> add("store-tables", name, name));
        }
    }

    private static Map<String, String> definitions(Handle handle) {
        Map<String, String> definitions = new TreeMap<>();
        handle.createQuery("SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(entry -> definitions.put(entry.getKey(), entry.getValue()));
        return definitions;
    }

    private void journal() {
        String before = "";
        for (JournalEntry entry : new Journal(handle).all()) {
            if (!entry.seal().equals(entry.sealAfter(before))) {
                add("store-seal", "import " + entry.id(), entry.id(), entry.file());
            }
            before = entry.seal();
        }
    }

    private void records() {
        Map<Long, ImportCheck> imports = new LinkedHashMap<>();
        new Journal(handle)
                .all().stream()
                        .filter(entry -> !entry.kind().equals(Journal.DOCUMENT))
                        .forEach(entry -> imports.put(entry.id(), new ImportCheck(entry)));
        VersionCheck versions = new VersionCheck(handle, imports, this::add);
        versions.run();
        imports.values().forEach(check -> check.tell(this::add));
        journalTotals();
    }

    /** As many records of a kind as the journal says were added. */
    private void journalTotals() {
        counts().forEach(count -> {
            long added = new Journal(handle)
                    .all().stream()
                            .filter(entry -> entry.kind().equals(count.kind()))
                            .mapToLong(JournalEntry::added)
                            .sum();
            if (added != count.records()) {
                add("store-total", count.kind(), count.kind(), count.records(), added);
            }
        });
    }

    private void documents() {
        Map<Long, JournalEntry> journal = new LinkedHashMap<>();
        new Journal(handle)
                .all().stream()
                        .filter(entry -> entry.kind().equals(Journal.DOCUMENT))
                        .forEach(entry -> journal.put(entry.id(), entry));
        MessageDigest digest = RecordHash.sha256();
        handle.createQuery("SELECT import, name, content FROM document ORDER BY import")
                .map((row, context) -> {
                    JournalEntry entry = journal.remove(row.getLong(1));
                    String name = row.getString(2);
                    String hash = HexFormat.of().formatHex(digest.digest(row.getBytes(3)));
                    boolean same = entry != null
                            && entry.sha256().equals(hash)
                            && entry.file().equals(name);
                    return same ? "" : name;
                })
                .forEach(name -> {
                    if (!name.isEmpty()) {
                        add("store-document", name, name);
                    }
                });
        journal.values().forEach(entry -> add("store-document", entry.file(), entry.file()));
    }

    /** What the store holds, kind by kind. */
    List<KindCount> counts() {
        try {
            return handle.createQuery(Sql.of("counts"))
                    .bind("document", Journal.DOCUMENT)
                    .map((row, context) -> new KindCount(
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6)))
                    .list();
        } catch (JdbiException e) {
            return List.of();
        }
    }

    /** What takes a finding. */
    interface Report {
        void add(String code, String place, Object... arguments);
    }

    /** What one import must have left. */
    static final class ImportCheck {
        private final JournalEntry entry;
        private final RecordHash.Sum sum = new RecordHash.Sum();
        private long added;
        private long changed;

        ImportCheck(JournalEntry entry) {
            this.entry = entry;
        }

        JournalEntry entry() {
            return entry;
        }

        void version(int number, byte[] hash) {
            sum.add(hash);
            if (number == 1) {
                added++;
            } else {
                changed++;
            }
        }

        void tell(Report report) {
            String place = "import " + entry.id();
            if (added != entry.added() || changed != entry.changed()) {
                report.add(
                        "store-count",
                        place,
                        entry.id(),
                        entry.file(),
                        added + changed,
                        entry.added() + entry.changed());
            } else if (!sum.text().equals(entry.digest())) {
                report.add("store-digest", place, entry.id(), entry.file());
            }
        }
    }
}
