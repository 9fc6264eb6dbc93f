package org.safecommunity.model.validation;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.safecommunity.model.internal.Checks;

/**
 * Where in a file something was found. Written {@code file:line:column}, as far as known; inside a document the path of
 * the value stands in place of the column, e.g. {@code schemes.json:schemes[0].bands[2].from}.
 *
 * <p>Sorted by file, line and column. Numbers inside a column or path count as numbers: {@code bands[2]} comes before
 * {@code bands[10]}.
 *
 * @param file   file name relative to the workspace, not null
 * @param line   line from 1, or 0 when the finding concerns the whole file
 * @param column name or number of the column, or path of the value, or empty
 */
public record Location(String file, int line, String column) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparing(Location::column, Location::compareNaturally);

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if file or column is null
     * @throws IllegalArgumentException if line is negative
     */
    public Location {
        requireNonNull(file, "file");
        Checks.notNegative(line, "line");
        requireNonNull(column, "column");
    }

    /** A whole file. */
    public static Location of(String file) {
        return new Location(file, 0, "");
    }

    /** A value of a document, by its path. */
    public static Location ofPath(String file, String path) {
        return new Location(file, 0, path);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String text = line == 0 ? file : file + ":" + line;
        return column.isEmpty() || text.isEmpty() ? text + column : text + ":" + column;
    }

    private static int compareNaturally(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = endOfToken(a, i);
            int endB = endOfToken(b, j);
            int order = compareTokens(a.substring(i, endA), b.substring(j, endB));
            if (order != 0) {
                return order;
            }
            i = endA;
            j = endB;
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    private static int endOfToken(String text, int start) {
        int end = start + 1;
        if (isDigit(text.charAt(start))) {
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static int compareTokens(String a, String b) {
        if (isDigit(a.charAt(0)) && isDigit(b.charAt(0))) {
            String plainA = a.replaceFirst("^0+(?=.)", "");
            String plainB = b.replaceFirst("^0+(?=.)", "");
            int order = Integer.compare(plainA.length(), plainB.length());
            return order != 0 ? order : plainA.compareTo(plainB);
        }
        return a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
