package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels numbered in the order they are first seen. */
final class Labels {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> labels = new ArrayList<>();

    /** The number of a label; a new one where it was not seen before. */
    int code(String label) {
        Integer known = codes.get(label);
        if (known != null) {
            return known;
        }
        int code = labels.size();
        codes.put(label, code);
        labels.add(label);
        return code;
    }

    String label(int code) {
        return labels.get(code);
    }

    int size() {
        return labels.size();
    }
}
