package org.safecommunity.cli.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: a temporary file beside it, then a rename. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes UTF-8 text. */
    public static void write(Path file, String text) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw UserError.usage("error.output-folder", file, String.valueOf(folder));
        }
        if (Files.isDirectory(target)) {
            throw UserError.usage("error.output-directory", file);
        }
        Path temporary = null;
        try {
            temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
            makeReadable(temporary);
            move(temporary, target);
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw UserError.usage("error.output", file, String.valueOf(e.getMessage()));
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Temporary files are private; the result gets the usual permissions of a new file. */
    private static void makeReadable(Path temporary) throws IOException {
        if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    temporary, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void deleteQuietly(@org.jspecify.annotations.Nullable Path temporary) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException ignored) {
                // the first failure is the one to report
            }
        }
    }
}
