package org.safecommunity.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** Files of tests. */
public final class TextFile {
    private TextFile() {}

    /** Writes lines, each ended by a line feed, as UTF-8. */
    public static Path of(Path folder, String name, String... lines) {
        return of(folder, name, UTF_8, lines);
    }

    /** Writes lines, each ended by a line feed. */
    public static Path of(Path folder, String name, Charset charset, String... lines) {
        return bytes(folder, name, (String.join("\n", lines) + "\n").getBytes(charset));
    }

    /** Writes bytes. */
    public static Path bytes(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares a text with the approved one beside the test. With {@code -Dapprove=true} the text becomes the approved
     * one; read it before it is committed.
     */
    public static void assertApproved(Class<?> test, String name, String text) {
        try {
            if (Boolean.getBoolean("approve")) {
                Path folder =
                        Path.of("src/test/resources", test.getPackageName().replace('.', '/'));
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(name), text);
            }
            try (InputStream approved = Boolean.getBoolean("approve")
                    ? Files.newInputStream(
                            Path.of("src/test/resources", test.getPackageName().replace('.', '/'), name))
                    : test.getResourceAsStream(name)) {
                Assertions.assertThat(approved).as("approved text " + name).isNotNull();
                Assertions.assertThat(text).as(name).isEqualTo(new String(approved.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
