package org.safecommunity.cli.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file whole or not at all: a temporary file beside it, then a rename. A symbolic link stays one: the file it
 * leads to is replaced. A pipe or device is written to as it is.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** What is to be written. */
    public interface Body {
        /** Writes it. */
        void write(OutputStream out) throws IOException;
    }

    /** Writes UTF-8 text. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes what a body writes, bit by bit. */
    public static void write(Path file, Body body) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw UserError.usage("error.output-folder", file, String.valueOf(folder));
        }
        if (Files.isDirectory(file)) {
            throw UserError.usage("error.output-directory", file);
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                try (OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE))) {
                    body.write(out);
                }
            } else {
                replace(Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file, body);
            }
        } catch (IOException e) {
            throw UserError.usage("error.output", file, reason(e));
        }
    }

    private static void replace(Path file, Body body) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException("permission denied");
        }
        Path temporary =
                target.resolveSibling("." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                body.write(out);
            }
            keepPermissions(target, temporary);
            move(temporary, target);
        } catch (IOException | RuntimeException e) {
            deleteQuietly(temporary);
            throw e;
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void keepPermissions(Path target, Path temporary) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (Files.exists(target) && old != null) {
            Files.setPosixFilePermissions(temporary, old.readAttributes().permissions());
        }
    }

    /** The reason without the path, which the message names already. */
    private static String reason(IOException e) {
        @Nullable
        String reason = e instanceof java.nio.file.FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null || reason.isEmpty() ? e.getClass().getSimpleName() : reason;
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException ignored) {
            // the first failure is the one to report
        }
    }
}
