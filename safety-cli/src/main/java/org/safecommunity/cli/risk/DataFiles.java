package org.safecommunity.cli.risk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/** Data files of the user: schemes and matrices in JSON. */
public final class DataFiles {
    private DataFiles() {}

    /**
     * Reads a file.
     *
     * @throws UserError (exit 3) if it cannot be read, or with every fault it has
     */
    public static <T> T read(String path, BiFunction<InputStream, String, T> reader) {
        try {
            return readOrThrow(path, reader);
        } catch (InvalidDataException e) {
            throw UserError.input("error.risk-file", path, faults(e.findings()));
        }
    }

    /**
     * Reads a file; the faults of its content are for the caller.
     *
     * @throws UserError            (exit 3) if it cannot be read
     * @throws InvalidDataException with every fault it has
     */
    static <T> T readOrThrow(String path, BiFunction<InputStream, String, T> reader) {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw UserError.input("error.no-file", path);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return reader.apply(stream, path);
        } catch (IOException e) {
            throw UserError.input("error.no-file", path);
        }
    }

    private static LocalText faults(List<Finding> findings) {
        return new LocalText(
                findings.stream()
                        .map(f -> f.location().column() + ": " + f.message().en())
                        .collect(Collectors.joining("; ")),
                findings.stream()
                        .map(f -> f.location().column() + "：" + f.message().zh())
                        .collect(Collectors.joining("；")));
    }
}
