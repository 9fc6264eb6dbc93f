package org.safecommunity.cli.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of all layouts of a kind as one table: columns of one identity are one column, under the heading they had
 * first. Each layout gets the positions at which its cells go.
 */
final class View {
    /** Heading of the column that names the code set of each record. */
    static final String CODE_SET = "code_set";

    private final List<String> header = new ArrayList<>();
    private final Map<Long, int[]> open = new LinkedHashMap<>();
    private final Map<Long, int[]> personal = new LinkedHashMap<>();
    private final @Nullable Integer codeSet;

    /**
     * Makes a view.
     *
     * @param layouts      layouts by number, the first one first
     * @param withPersonal whether the personal columns are in it
     * @param meanings     whether a column stands under its meaning where it has one
     * @param withCodeSet  whether there is a column for the code set
     */
    View(Map<Long, Layout> layouts, boolean withPersonal, boolean meanings, boolean withCodeSet) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        layouts.forEach((id, layout) -> {
            for (Layout.Column column : layout.columns()) {
                if ((withPersonal || !column.personal()) && !positions.containsKey(column.identity())) {
                    boolean meant = meanings && !column.meaning().isEmpty();
                    positions.put(column.identity(), header.size());
                    header.add(unique(meant ? column.meaning() : column.heading(), taken));
                }
            }
        });
        layouts.forEach((id, layout) -> {
            open.put(id, places(layout, false, positions));
            personal.put(id, places(layout, true, positions));
        });
        Integer own = positions.get("=" + CODE_SET);
        if (own == null && withCodeSet) {
            own = header.size();
            header.add(unique(CODE_SET, taken));
        }
        this.codeSet = withCodeSet ? own : null;
    }

    private static String unique(String heading, Set<String> taken) {
        String name = heading;
        for (int i = 2; !taken.add(name); i++) {
            name = heading + "#" + i;
        }
        return name;
    }

    private static int[] places(Layout layout, boolean personal, Map<String, Integer> positions) {
        return layout.positions(personal).stream()
                .mapToInt(i -> positions.getOrDefault(layout.columns().get(i).identity(), -1))
                .toArray();
    }

    List<String> header() {
        return header;
    }

    /** The cells of a record under the header of the view. */
    List<String> row(long layout, String cells, @Nullable String hidden, String codeSetId) {
        String[] row = new String[header.size()];
        java.util.Arrays.fill(row, "");
        put(row, places(open, layout), CellText.list(cells));
        if (hidden != null) {
            put(row, places(personal, layout), CellText.list(hidden));
        }
        if (codeSet != null && row[codeSet].isEmpty()) {
            row[codeSet] = codeSetId;
        }
        return List.of(row);
    }

    private static int[] places(Map<Long, int[]> all, long layout) {
        int[] places = all.get(layout);
        if (places == null) {
            throw new IllegalArgumentException("layout must be one of the kind, was " + layout);
        }
        return places;
    }

    private static void put(String[] row, int[] places, List<String> cells) {
        if (cells.size() != places.length) {
            throw new IllegalArgumentException("cells must be as many as the layout has, were " + cells.size());
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                row[places[i]] = cells.get(i);
            }
        }
    }
}
