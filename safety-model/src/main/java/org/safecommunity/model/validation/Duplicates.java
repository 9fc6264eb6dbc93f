package org.safecommunity.model.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.safecommunity.model.LocalText;

/** Collects ids that are used more than once. Every use after the first becomes a finding. */
public final class Duplicates {
    private final Map<String, String> first = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Starts with nothing seen. */
    public Duplicates() {
        // nothing seen
    }

    /**
     * The duplicates within one list.
     *
     * @param items entries
     * @param list  name of the list, e.g. {@code bands}
     * @param key   name of the component that must be unique, e.g. {@code id}
     * @param id    that component as text
     */
    public static <T> List<Finding> in(List<T> items, String list, String key, Function<T, String> id) {
        Duplicates duplicates = new Duplicates();
        for (int i = 0; i < items.size(); i++) {
            duplicates.add(id.apply(items.get(i)), list + "[" + i + "]", key);
        }
        return duplicates.findings();
    }

    /** Takes note of an id, of the path of the entry that has it, and of the component it stands in. */
    public void add(String id, String path, String key) {
        String before = first.putIfAbsent(id, path);
        if (before != null) {
            findings.add(Finding.error(
                    "duplicate-id",
                    path + "." + key,
                    new LocalText(
                            key + " must be unique, was " + id + " again after " + before,
                            key + " 不得重复，" + id + " 已见于 " + before),
                    new LocalText("give each entry an id of its own", "请给每一项不同的编号")));
        }
    }

    /** What was found so far, in the order it was seen. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
