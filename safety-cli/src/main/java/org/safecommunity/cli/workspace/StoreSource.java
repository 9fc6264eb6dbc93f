package org.safecommunity.cli.workspace;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.DataStore;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.shell.UserError;

/** A workspace in a store. The readers see one state of it, also while another program adds to it. */
record StoreSource(Path path, DataStore store, @Nullable Charset charset) implements WorkspaceSource {
    @Override
    public void requireWorkspace() {
        if (!hasDocument(Workspace.FILE)) {
            throw UserError.input("error.store-no-workspace", path, Workspace.FILE);
        }
    }

    @Override
    public boolean contains(String name) {
        return true;
    }

    @Override
    public boolean hasDocument(String name) {
        return store.document(name).isPresent();
    }

    @Override
    public List<String> tables(String usual, String kind) {
        return store.tables().contains(kind) ? List.of(usual) : List.of();
    }

    @Override
    public InputFile document(String name) {
        byte[] content = store.document(name).orElseThrow(() -> UserError.input("error.store-no-document", path, name));
        return InputFile.ofDocument(name, path, content, charset);
    }

    @Override
    public InputFile table(String name, String kind) {
        if (!store.tables().contains(kind)) {
            throw UserError.input("error.store-no-table", path, kind, name);
        }
        return InputFile.ofTable(name, path, store.workspaceTable(kind));
    }

    @Override
    public void close() {
        store.close();
    }
}
