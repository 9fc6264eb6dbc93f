package org.safecommunity.cli.tabulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Nearest;

/**
 * A map of ICD-10 codes given as ranges. A row names categories ({@code W00} to {@code W19}), sub-codes of one category
 * ({@code V12.3} to {@code V12.9}), categories with one fourth character in a column {@code character}, or a category
 * without fourth character ({@code V12.-}).
 *
 * <p>A code without fourth character has the class of its own row, or the one class all sub-codes of its category share;
 * else it is refused. Where its own row decides between sub-codes of several classes, the reading is an assumption.
 */
final class IcdCodes implements CodeMap {
    private static final int WIDTH = IcdCode.NONE + 1;

    private final String name;
    private final @Nullable String[] classes = new String[IcdCode.CATEGORIES * WIDTH];
    private final Set<String> known = new HashSet<>();

    private IcdCodes(String name) {
        this.name = name;
    }

    /** Reads the columns {@code from}, {@code to}, {@code character} (where it is there) and one with the class. */
    static IcdCodes of(String name, MapTable table, String classColumn) {
        IcdCodes map = new IcdCodes(name);
        int from = table.column("from");
        int to = table.column("to");
        int to2 = table.column(classColumn);
        OptionalInt character = table.findColumn("character");
        for (MapTable.Row row : table.rows()) {
            String fourth = character.isPresent() ? row.cell(character.getAsInt()) : "";
            map.put(table, row, row.cell(from), row.cell(to), fourth, row.cell(to2));
        }
        return map;
    }

    private void put(MapTable table, MapTable.Row row, String from, String to, String fourth, String value) {
        Optional<IcdCode> low = IcdCode.parse(from);
        Optional<IcdCode> high = IcdCode.parse(to.isEmpty() ? from : to);
        boolean onlyBare = from.endsWith("-");
        if (low.isEmpty() || high.isEmpty() || !fourth.matches("[0-9-]?") || !ascends(low.get(), high.get())) {
            throw table.fault("error.map-range", row, from, to);
        }
        int first = low.get().character();
        int last = high.get().character();
        if (!fourth.isEmpty()) {
            first = fourth.equals("-") ? IcdCode.NONE : fourth.charAt(0) - '0';
            last = first;
        } else if (first == IcdCode.NONE && !onlyBare) {
            first = 0;
        }
        for (int category = low.get().category(); category <= high.get().category(); category++) {
            for (int c = first; c <= last; c++) {
                int index = category * WIDTH + c;
                if (classes[index] != null && !value.equals(classes[index])) {
                    throw table.fault("error.map-twice", row, from);
                }
                classes[index] = value;
            }
        }
        known.add(value);
    }

    /** Sub-codes run within one category, categories upwards. */
    private static boolean ascends(IcdCode low, IcdCode high) {
        boolean categories = low.character() == IcdCode.NONE && high.character() == IcdCode.NONE;
        return categories
                ? low.category() <= high.category()
                : low.category() == high.category()
                        && low.character() <= high.character()
                        && high.character() != IcdCode.NONE;
    }

    @Override
    public Reading read(String cell) {
        Optional<IcdCode> code = IcdCode.parse(cell);
        if (code.isEmpty()) {
            return Reading.refused("not-in-map", name);
        }
        int category = code.get().category();
        String own = classes[category * WIDTH + code.get().character()];
        List<String> below = below(category);
        if (own != null) {
            boolean assumed = !own.isEmpty() && code.get().character() == IcdCode.NONE && below.size() > 1;
            return assumed ? Reading.of(own).asAssumption() : Reading.of(own);
        }
        if (code.get().letter() == 'S' || code.get().letter() == 'T') {
            return Reading.refused("nature-code", name);
        }
        if (code.get().character() != IcdCode.NONE || below.isEmpty()) {
            return unknown(category);
        }
        return below.size() == 1 ? Reading.of(below.get(0)) : Reading.refused("fourth-character", name);
    }

    /** The different classes of the sub-codes of a category. */
    private List<String> below(int category) {
        List<String> below = new ArrayList<>();
        for (int c = 0; c < IcdCode.NONE; c++) {
            String value = classes[category * WIDTH + c];
            if (value != null && !below.contains(value)) {
                below.add(value);
            }
        }
        return below;
    }

    private Reading unknown(int category) {
        List<String> candidates = new ArrayList<>();
        for (int other = category / 100 * 100; other < category / 100 * 100 + 100; other++) {
            if (!below(other).isEmpty()) {
                candidates.add(IcdCode.categoryText(other));
            }
        }
        String near = Nearest.of(IcdCode.categoryText(category), candidates);
        return near.isEmpty() ? Reading.refused("not-in-map", name) : Reading.refused("not-in-map-near", name, near);
    }

    @Override
    public boolean hasClass(String text) {
        return !text.isEmpty() && known.contains(text);
    }
}
