package org.safecommunity.metrics.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.internal.Checks;

/**
 * How many raters put each item (row) into each category (column). Immutable.
 *
 * @param categories the categories
 * @param rows       counts of each item, as many as there are categories, each 0 or more
 */
public record CategoryCounts(Categories categories, List<List<Long>> rows) {
    public CategoryCounts {
        rows = rows.stream().map(List::copyOf).toList();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != categories.size()) {
                throw new IllegalArgumentException("rows[" + i + "] must have " + categories.size() + " counts, was "
                        + rows.get(i).size());
            }
            for (long count : rows.get(i)) {
                Checks.count(count, "counts of rows[" + i + "]");
            }
        }
    }

    /**
     * Counts the ratings of a table; missing ratings are not counted.
     *
     * @throws IllegalArgumentException if a rating is no category
     */
    public static CategoryCounts of(RatingTable table, Categories categories) {
        Map<String, Integer> positions = categories.positions(table.ratings());
        List<List<Long>> rows = new ArrayList<>();
        for (List<String> ratings : table.rows()) {
            List<Long> counts = new ArrayList<>(Collections.nCopies(categories.size(), 0L));
            for (String rating : ratings) {
                Integer position = positions.get(rating);
                if (position != null) {
                    counts.set(position, counts.get(position) + 1);
                }
            }
            rows.add(counts);
        }
        return new CategoryCounts(categories, rows);
    }

    /** Raters of an item. */
    static long total(List<Long> row) {
        return row.stream().mapToLong(Long::longValue).sum();
    }
}
