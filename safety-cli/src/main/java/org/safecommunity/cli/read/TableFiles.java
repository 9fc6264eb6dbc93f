package org.safecommunity.cli.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * The files a table of a folder may lie in: {@code goals.csv}, or {@code goals.yaml} in its place. Of several files of one
 * table the first in the order of {@link #ENDINGS} is read, and the others are a finding: nobody can say which is right.
 */
public final class TableFiles {
    /** Endings in the order in which they are looked for. */
    static final List<String> ENDINGS = List.of(".csv", ".tsv", ".xlsx", ".json", ".yaml", ".yml");

    private TableFiles() {}

    /** Names of the files of a table that are in a folder, by its usual name such as {@code goals.csv}. */
    public static List<String> of(Path folder, String usual) {
        return names(usual).stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .collect(Collectors.toList());
    }

    /** Every name that a file of a table may have, in the order in which they are looked for. */
    public static List<String> names(String usual) {
        return ENDINGS.stream().map(ending -> stem(usual) + ending).collect(Collectors.toList());
    }

    /** Whether a file name is one of those of a table. */
    public static boolean isOf(String name, String usual) {
        return names(usual).contains(name);
    }

    /** The findings that a table has more than one file, one for each file that is not read. */
    public static List<Finding> twice(List<String> names) {
        return names.stream()
                .skip(1)
                .map(name -> new Finding(
                        "table-twice",
                        Severity.ERROR,
                        Location.of(name),
                        Texts.both("finding.table-twice", names.get(0)),
                        Texts.both("finding.table-twice.hint", names.get(0), name)))
                .collect(Collectors.toList());
    }

    private static String stem(String usual) {
        int dot = usual.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(usual.substring(dot)) ? usual.substring(0, dot) : usual;
    }
}
