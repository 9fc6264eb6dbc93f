package org.safecommunity.cli.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.safecommunity.cli.shell.UserError;

/** Files of a workspace that answer kinds of documents, by their names. */
final class WorkspaceFiles {
    private WorkspaceFiles() {}

    static List<String> of(Path folder, List<String> documents) {
        if (!Files.isDirectory(folder)) {
            throw UserError.input("error.no-file", folder);
        }
        List<String> names = documents.stream()
                .map(kind -> kind.equals("profile") ? "community" : kind)
                .toList();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> names.stream()
                            .anyMatch(name -> file.getFileName().toString().startsWith(name + ".")))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw UserError.input("error.read", folder, String.valueOf(e.getMessage()));
        }
    }
}
