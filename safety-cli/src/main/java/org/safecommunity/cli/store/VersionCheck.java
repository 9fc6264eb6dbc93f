package org.safecommunity.cli.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Goes through all versions of all records: each must have the hash it is kept with, and no version may be missing. */
final class VersionCheck {
    private final Handle handle;
    private final Map<Long, Verifier.ImportCheck> imports;
    private final Verifier.Report report;
    private final Map<Long, Layout> layouts = new LinkedHashMap<>();
    private final Map<String, RecordHash> hashes = new LinkedHashMap<>();
    private long lastRecord = -1;
    private int lastVersion;
    private int newest;

    VersionCheck(Handle handle, Map<Long, Verifier.ImportCheck> imports, Verifier.Report report) {
        this.handle = handle;
        this.imports = imports;
        this.report = report;
    }

    /** A version with what belongs to it. */
    private record Version(
            long id,
            String kind,
            String key,
            int newest,
            int number,
            long importId,
            long layout,
            Blob hash,
            String cells,
            @Nullable String personal) {}

    void run() {
        handle.createQuery("SELECT id, columns FROM layout")
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(entry -> {
                    try {
                        layouts.put(entry.getKey(), Layout.parse(entry.getValue()));
                    } catch (IllegalArgumentException e) {
                        report.add("store-layout", "layout " + entry.getKey(), entry.getKey());
                    }
                });
        handle.createQuery(Sql.of("versions"))
                .map((row, context) -> new Version(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getLong(7),
                        Blob.of(row.getBytes(8)),
                        row.getString(9),
                        row.getString(10)))
                .forEach(this::look);
        endOfRecord();
    }

    /** The last version of a record must be its newest. */
    private void endOfRecord() {
        if (lastVersion != newest) {
            report.add("store-version", "record " + lastRecord, lastRecord, newest);
        }
    }

    private void look(Version version) {
        String place = version.kind() + " record " + version.id();
        boolean next = version.id() != lastRecord;
        if (next) {
            endOfRecord();
        }
        if (version.number() != (next ? 1 : lastVersion + 1)) {
            report.add("store-version", place, version.id(), version.number());
        }
        newest = version.newest();
        lastRecord = version.id();
        lastVersion = version.number();
        Verifier.ImportCheck check = imports.get(version.importId());
        if (check == null || !check.entry().kind().equals(version.kind())) {
            report.add("store-version", place, version.id(), version.number());
            return;
        }
        check.version(version.number(), version.hash().bytes());
        if (!version.hash().equals(hash(version, check.entry().codeSet()))) {
            report.add("store-record", place, version.id(), version.number());
        }
    }

    /** The hash of what the version says; empty when it cannot be read. */
    private Blob hash(Version version, String codeSet) {
        Layout layout = layouts.get(version.layout());
        if (layout == null) {
            return Blob.of(null);
        }
        try {
            String which = version.kind() + " " + codeSet + " " + version.layout();
            RecordHash hash = hashes.computeIfAbsent(which, key -> new RecordHash(version.kind(), codeSet, layout));
            return Blob.of(hash.of(version.key(), cells(layout, version)));
        } catch (IllegalArgumentException e) {
            return Blob.of(null);
        }
    }

    private static List<String> cells(Layout layout, Version version) {
        List<String> all = new ArrayList<>(Collections.nCopies(layout.columns().size(), ""));
        put(all, layout.positions(false), CellText.list(version.cells()));
        if (version.personal() != null) {
            put(all, layout.positions(true), CellText.list(version.personal()));
        }
        return all;
    }

    private static void put(List<String> all, List<Integer> positions, List<String> cells) {
        if (positions.size() != cells.size()) {
            throw new IllegalArgumentException("cells must be as many as the layout has");
        }
        for (int i = 0; i < cells.size(); i++) {
            all.set(positions.get(i), cells.get(i));
        }
    }
}
