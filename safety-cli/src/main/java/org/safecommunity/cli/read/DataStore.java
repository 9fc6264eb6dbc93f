package org.safecommunity.cli.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.safecommunity.cli.shell.UserError;

/**
 * Tables and documents that are kept together in one file. What opens it is found by the service loader, and only once a
 * file begins as such files do, so that a command which reads none loads nothing of it.
 */
public interface DataStore extends Closeable {
    /** Opens a store for reading. */
    interface Opener {
        /**
         * Opens a store; what is read from it is one state, also while another program adds to it.
         *
         * @param name name of the file as the user knows it
         * @param path the file
         * @throws UserError (exit 3) if it is no store or cannot be read
         */
        DataStore open(String name, Path path);
    }

    /** Kinds of the tables it holds. */
    List<String> tables();

    /** The table of a kind under the headings of the file it came from first; without personal columns. */
    StoredTable table(String kind);

    /** The same under the headings that the readers of a workspace know, each row with its code set. */
    StoredTable workspaceTable(String kind);

    /** The newest version of a document; empty when there is none. */
    Optional<byte[]> document(String name);

    @Override
    void close();

    /** Whether a file begins as a store does. */
    static boolean isStore(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Opens a store.
     *
     * @throws UserError (exit 3) if it is no store or cannot be read
     */
    static DataStore open(String name, Path path) {
        return ServiceLoader.load(Opener.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the program lacks its store"))
                .open(name, path);
    }
}
