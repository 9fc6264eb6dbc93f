package org.safecommunity.model.validation;

import java.util.Comparator;
import org.safecommunity.model.internal.Checks;

/**
 * Where in a file something was found. Written {@code file:line:column}, as far as known.
 *
 * @param file   file name relative to the workspace, not null
 * @param line   line from 1, or 0 when the finding concerns the whole file
 * @param column name or number of the column, or empty
 */
public record Location(String file, int line, String column) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparing(Location::column);

    public Location {
        Checks.notNegative(line, "line");
    }

    /** A whole file. */
    public static Location of(String file) {
        return new Location(file, 0, "");
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String text = line == 0 ? file : file + ":" + line;
        return column.isEmpty() ? text : text + ":" + column;
    }
}
