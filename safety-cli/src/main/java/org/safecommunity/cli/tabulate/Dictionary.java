package org.safecommunity.cli.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of a dimension by number, and where each was first seen. */
final class Dictionary {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private long[] first = new long[16];

    /** Number of a label; a label that is new gets the next one. */
    int id(String label, long position) {
        Integer known = ids.get(label);
        if (known != null) {
            first[known] = Math.min(first[known], position);
            return known;
        }
        int id = labels.size();
        if (id == first.length) {
            first = Arrays.copyOf(first, id * 2);
        }
        ids.put(label, id);
        labels.add(label);
        first[id] = position;
        return id;
    }

    /** The label of a number. */
    String label(int id) {
        return labels.get(id);
    }

    /** The smallest position a label was seen at. */
    long first(int id) {
        return first[id];
    }

    /** How many labels there are. */
    int size() {
        return labels.size();
    }
}
