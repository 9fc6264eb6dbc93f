package org.safecommunity.cli.store;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.AtomicFile;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.StoredProfile;

/** Writes tables and documents of a store into a folder. All names are looked at before the first file is written. */
final class Exporter {
    private final StoreReader reader;
    private final Path store;
    private final Path folder;
    private final boolean personal;
    private final boolean excel;
    private final boolean overwrite;
    private final Map<Path, String> documents = new LinkedHashMap<>();
    private final Map<Path, String> tables = new LinkedHashMap<>();

    Exporter(StoreReader reader, Path store, Path folder, boolean personal, boolean excel, boolean overwrite) {
        this.reader = reader;
        this.store = store;
        this.folder = folder;
        this.personal = personal;
        this.excel = excel;
        this.overwrite = overwrite;
    }

    /** A file that was written. */
    record Written(Path file, String kind, long rows) {}

    /**
     * Gives each table and document its file.
     *
     * @throws UserError (exit 2) if a file is there already or would lie outside the folder
     */
    void plan(List<String> kinds, boolean withDocuments) {
        Map<String, String> names = StoredProfile.of(reader, store).files();
        if (withDocuments) {
            new Documents(reader.store().handle(), new Journal(reader.store().handle()))
                    .names()
                    .forEach(name -> documents.put(inside(name), name));
        }
        kinds.forEach(kind -> tables.put(inside(csv(names.getOrDefault(kind, kind + ".csv"))), kind));
        List<Path> all = new ArrayList<>(documents.keySet());
        all.addAll(tables.keySet());
        for (Path file : all) {
            if (Files.exists(file) && !overwrite) {
                throw UserError.usage("error.store-exists", file);
            }
        }
    }

    /** A workbook or a compressed file comes back as plain text. */
    private static String csv(String name) {
        return name.replaceFirst("(?i)\\.(xls[xm](#.*)?|(csv|tsv)\\.gz)$", ".csv");
    }

    private Path inside(String name) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Path file = root.resolve(name).normalize();
            if (file.startsWith(root) && !file.equals(root)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw UserError.usage("error.path", name);
        }
        throw UserError.usage("error.path", name);
    }

    /** Writes the files, each whole or not at all. */
    List<Written> write() {
        List<Written> written = new ArrayList<>();
        documents.forEach((file, name) -> {
            byte[] content = reader.document(name).orElseThrow();
            makeFolder(file);
            AtomicFile.write(file, out -> out.write(content));
            written.add(new Written(file, Journal.DOCUMENT, 0));
        });
        tables.forEach((file, kind) -> {
            makeFolder(file);
            RowFindings findings = new RowFindings(kind);
            AtomicFile.write(file, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                table(kind, writer, findings);
                writer.flush();
            });
            written.add(new Written(file, kind, findings.rows()));
        });
        return written;
    }

    private static void makeFolder(Path file) {
        Path parent = file.getParent();
        if (parent != null) {
            try {
                Files.createDirectories(parent);
            } catch (IOException e) {
                throw UserError.usage("error.output-folder", file, parent);
            }
        }
    }

    private void table(String kind, Writer out, RowFindings findings) {
        KindTable table = reader.table(kind, personal ? Shown.WITH_PERSONAL : Shown.AS_FILE);
        InputFile input = InputFile.ofTable(store + "#" + kind, store, table);
        RecordCsv csv = new RecordCsv(out, excel);
        try (TableReader rows = TableReader.open(input, findings)) {
            csv.line(rows.header());
            for (TableReader.Row row = rows.next(); row != null; row = rows.next()) {
                csv.line(row.cells());
            }
        }
        csv.flush();
    }
}
