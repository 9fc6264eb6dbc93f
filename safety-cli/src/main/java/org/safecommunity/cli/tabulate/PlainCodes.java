package org.safecommunity.cli.tabulate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.Nearest;

/** A map of codes that stand for themselves, e.g. the codes of an injury card. Case does not matter. */
final class PlainCodes implements CodeMap {
    private static final Pattern NUMBER = Pattern.compile("0*(\\d+?)(?:\\.0+)?");
    private static final int MOST_LISTED = 20;
    private static final int LONGEST_CODE = 20;

    private final String name;
    private final Map<String, String> classes;

    private PlainCodes(String name, Map<String, String> classes) {
        this.name = name;
        this.classes = classes;
    }

    /** Reads the columns {@code code} and one with the class. */
    static PlainCodes of(String name, MapTable table, String classColumn) {
        int code = table.column("code");
        int to = table.column(classColumn);
        Map<String, String> classes = new LinkedHashMap<>();
        for (MapTable.Row row : table.rows()) {
            String key = plain(row.cell(code));
            String given = classes.putIfAbsent(key, row.cell(to));
            if (given != null && !given.equals(row.cell(to))) {
                throw table.fault("error.map-twice", row, row.cell(code));
            }
        }
        return new PlainCodes(name, classes);
    }

    /** A code without what spreadsheets add or take: full width, {@code 3.0} for 3, {@code 03} for 3. */
    static String plain(String code) {
        String folded = Cells.fold(code).toUpperCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(folded);
        return number.matches() ? number.group(1) : folded;
    }

    @Override
    public Reading read(String cell) {
        String key = plain(cell);
        return Optional.ofNullable(classes.get(key)).map(Reading::of).orElseGet(() -> unknown(key));
    }

    @Override
    public boolean hasClass(String text) {
        return classes.containsValue(text);
    }

    private Reading unknown(String key) {
        String near = classes.size() <= MOST_LISTED
                ? String.join(", ", classes.keySet())
                : key.length() > LONGEST_CODE ? "" : Nearest.of(key, classes.keySet());
        return near.isEmpty() ? Reading.refused("not-in-map", name) : Reading.refused("not-in-map-near", name, near);
    }
}
