package org.safecommunity.cli.workspace;

import java.io.Closeable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.DataStore;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.shell.UserError;

/** Where the files of a workspace lie: in a folder or in a store. */
interface WorkspaceSource extends Closeable {
    /** The source at a path. */
    static WorkspaceSource of(Path path, @Nullable Charset charset) {
        return DataStore.isStore(path)
                ? new StoreSource(path, DataStore.open(path.toString(), path), charset)
                : new FolderSource(path, charset);
    }

    /**
     * Looks whether there is a workspace.
     *
     * @throws UserError (exit 3) if there is none
     */
    void requireWorkspace();

    /** Whether a name stays inside the workspace. */
    boolean contains(String name);

    /** Whether a document of a name is there. */
    boolean hasDocument(String name);

    /** Names of the files of a register, by its usual name; a store has it once, by its kind. */
    List<String> tables(String usual, String kind);

    /** Opens a document. */
    InputFile document(String name);

    /** Opens a table, which a folder knows by its file name and a store by its kind. */
    InputFile table(String name, String kind);

    @Override
    void close();
}
