package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Sums;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.UserError;

/** Counts of a file arranged for comparison: in each group of {@code --by}, each category beside the reference. */
final class ComparedCounts {
    private final GroupedCounts counts;
    private final String reference;

    private ComparedCounts(GroupedCounts counts, String reference) {
        this.counts = counts;
        this.reference = reference;
    }

    /**
     * Arranges counts whose first key is the category and whose second, if there is one, the stratum.
     *
     * @throws UserError (exit 2) if no row is of the reference category, or none of another
     */
    static ComparedCounts of(GroupedCounts counts, String column, String reference) {
        Set<String> categories = new LinkedHashSet<>();
        counts.groups().values().forEach(keys -> keys.keySet().forEach(key -> categories.add(key.get(0))));
        if (!categories.contains(reference)) {
            String near = Nearest.of(reference, categories);
            throw UserError.usage(
                    "error.no-reference", column, reference, near.isEmpty() ? String.join(", ", categories) : near);
        }
        if (categories.size() == 1) {
            throw UserError.usage("error.only-reference", column, reference);
        }
        return new ComparedCounts(counts, reference);
    }

    /**
     * One comparison.
     *
     * @param group     values of the {@code --by} columns
     * @param item      category and reference
     * @param sums      sums of the category by stratum; one empty stratum where none is named
     * @param reference the same of the reference; empty where this group has no row of it
     */
    record Pair(
            Map<String, String> group, Map<String, String> item, Map<String, Sums> sums, Map<String, Sums> reference) {

        /** Sum of a column of counts over the strata. */
        static long count(Map<String, Sums> strata, int quantity) {
            return strata.values().stream()
                    .mapToLong(sums -> sums.count(quantity))
                    .sum();
        }

        /** Sum of a column of amounts over the strata. */
        static double amount(Map<String, Sums> strata, int quantity) {
            return strata.values().stream()
                    .mapToDouble(sums -> sums.amount(quantity))
                    .sum();
        }
    }

    /** Every category but the reference in every group, in the order of the file. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        counts.groups().forEach((group, keys) -> {
            Map<String, Map<String, Sums>> categories = new LinkedHashMap<>();
            keys.forEach((key, sums) -> categories
                    .computeIfAbsent(key.get(0), category -> new LinkedHashMap<>())
                    .put(key.size() > 1 ? key.get(1) : "", sums));
            Map<String, Sums> ofReference = categories.getOrDefault(reference, Map.of());
            categories.forEach((category, strata) -> {
                if (!category.equals(reference)) {
                    Map<String, String> item = new LinkedHashMap<>();
                    item.put("level", category);
                    item.put("reference", reference);
                    pairs.add(new Pair(counts.groupMap(group), item, strata, ofReference));
                }
            });
        });
        return pairs;
    }
}
