package org.safecommunity.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.TableForm;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/** Data files of the user in JSON or YAML: catalogues, schemes, matrices, code sets and the like. */
public final class UserData {
    private UserData() {}

    /** Whether a text is the path of a file. */
    public static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Reads a file.
     *
     * @param path   path of the file
     * @param reader reads the value from JSON, given a name for messages
     * @throws UserError (exit 3) if it cannot be read, or with every fault it has
     */
    public static <T> T read(String path, BiFunction<InputStream, String, T> reader) {
        return of(DocumentTree.read(InputFile.open(path, null)), path, reader);
    }

    /**
     * Reads a file; the faults of its content are for the caller.
     *
     * @throws UserError            (exit 3) if it cannot be read
     * @throws InvalidDataException with every fault it has
     */
    public static <T> T readOrThrow(String path, BiFunction<InputStream, String, T> reader) {
        return value(DocumentTree.read(InputFile.open(path, null)), path, reader);
    }

    /**
     * Reads a file that is open already; the faults of its content are for the caller.
     *
     * @throws UserError            (exit 3) if it cannot be read
     * @throws InvalidDataException with every fault it has
     */
    public static <T> T readOrThrow(InputFile file, BiFunction<InputStream, String, T> reader) {
        return value(DocumentTree.read(file), file.name(), reader);
    }

    /**
     * A value from a document that was read.
     *
     * @throws UserError (exit 3) with every fault it has
     */
    public static <T> T of(JsonNode document, String path, BiFunction<InputStream, String, T> reader) {
        try {
            return value(document, path, reader);
        } catch (InvalidDataException e) {
            throw refused(path, e);
        }
    }

    /**
     * The text of a table that is read as CSV, whatever form it is written in.
     *
     * @throws UserError (exit 3) if it is a document but no list of entries
     */
    public static Reader csv(InputFile file) throws IOException {
        if (!DocumentParser.isDocument(file.name())) {
            return file.reader();
        }
        try (TableReader table = TableReader.open(file, new RowFindings(file.name()))) {
            List<List<String>> rows = new ArrayList<>();
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                rows.add(row.cells());
            }
            return new StringReader(TableForm.CSV.table(table.header(), rows, false));
        }
    }

    /** The error that names every fault of a file. */
    public static UserError refused(String path, InvalidDataException faults) {
        return UserError.input(
                "error.data-file",
                path,
                faults.findings().size(),
                new LocalText(
                        faults.findings().stream()
                                .map(f -> place(f) + f.message().en())
                                .collect(Collectors.joining("\n  ")),
                        faults.findings().stream()
                                .map(f -> place(f) + f.message().zh())
                                .collect(Collectors.joining("\n  "))));
    }

    private static String place(Finding finding) {
        String where = finding.location().toString();
        return where.isEmpty() ? "" : where + ": ";
    }

    private static <T> T value(JsonNode document, String path, BiFunction<InputStream, String, T> reader) {
        return reader.apply(new ByteArrayInputStream(document.toString().getBytes(StandardCharsets.UTF_8)), path);
    }
}
