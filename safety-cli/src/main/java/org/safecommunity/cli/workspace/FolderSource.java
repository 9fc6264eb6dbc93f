package org.safecommunity.cli.workspace;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.TableFiles;
import org.safecommunity.cli.shell.UserError;

/** A workspace in a folder. */
record FolderSource(Path folder, @Nullable Charset charset) implements WorkspaceSource {
    @Override
    public void requireWorkspace() {
        if (!Files.exists(folder)) {
            Path parent = folder.toAbsolutePath().normalize().getParent();
            String near = near(parent, String.valueOf(folder.getFileName()), true);
            throw near.isEmpty()
                    ? UserError.input("error.no-folder", folder)
                    : UserError.input("error.no-folder-near", folder, near);
        }
        if (!Files.isDirectory(folder)) {
            throw UserError.input("error.not-folder", folder);
        }
        if (!Files.exists(folder.resolve(Workspace.FILE))) {
            String near = near(folder, Workspace.FILE, false);
            throw near.isEmpty()
                    ? UserError.input("error.no-workspace", folder)
                    : UserError.input("error.no-workspace-near", folder, near);
        }
    }

    @Override
    public boolean contains(String name) {
        Path root = folder.toAbsolutePath().normalize();
        Path path;
        try {
            path = root.resolve(name).normalize();
        } catch (InvalidPathException e) {
            path = root;
        }
        return path.startsWith(root) && !path.equals(root) && staysInside(root, path);
    }

    @Override
    public boolean hasDocument(String name) {
        return Files.exists(folder.resolve(name));
    }

    @Override
    public List<String> tables(String usual, String kind) {
        return TableFiles.of(folder, usual);
    }

    @Override
    public InputFile document(String name) {
        return InputFile.open(name, folder.toAbsolutePath().normalize().resolve(name), charset);
    }

    @Override
    public InputFile table(String name, String kind) {
        return document(name);
    }

    @Override
    public void close() {
        // nothing is held open
    }

    /** Whether the file is still inside once symbolic links are followed. */
    private static boolean staysInside(Path root, Path path) {
        try {
            return !Files.exists(path) || path.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** Folders or files whose name is near to the one wanted. */
    private static String near(@Nullable Path folder, String wanted, boolean folders) {
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return Nearest.of(
                    wanted,
                    entries.filter(entry -> Files.isDirectory(entry) == folders)
                            .map(entry -> String.valueOf(entry.getFileName()))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            return "";
        }
    }
}
