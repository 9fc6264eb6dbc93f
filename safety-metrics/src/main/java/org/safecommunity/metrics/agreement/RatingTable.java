package org.safecommunity.metrics.agreement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ratings of items (rows) by raters (columns). Immutable.
 *
 * @param raters names of the raters, at least two, all different
 * @param rows   one rating of each rater for each item; an empty text is a missing rating
 */
public record RatingTable(List<String> raters, List<List<String>> rows) {
    public RatingTable {
        raters = List.copyOf(raters);
        rows = rows.stream().map(List::copyOf).toList();
        if (raters.size() < 2) {
            throw new IllegalArgumentException("raters must be at least 2, was " + raters.size());
        }
        if (new HashSet<>(raters).size() < raters.size()) {
            throw new IllegalArgumentException("raters must have different names");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != raters.size()) {
                throw new IllegalArgumentException("rows[" + i + "] must have " + raters.size() + " ratings, was "
                        + rows.get(i).size());
            }
        }
    }

    /** The different ratings given, in the order of first appearance. */
    public Set<String> ratings() {
        Set<String> ratings = new LinkedHashSet<>();
        rows.forEach(row -> row.stream().filter(cell -> !cell.isEmpty()).forEach(ratings::add));
        return ratings;
    }

    /** Numbers of the items, from 1, that lack a rating. */
    public List<Integer> incomplete() {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).contains("")) {
                items.add(i + 1);
            }
        }
        return items;
    }

    /** The items every rater has rated. */
    List<List<String>> complete() {
        return rows.stream().filter(row -> !row.contains("")).toList();
    }

    /** The complete items as numbers. */
    double[][] completeNumbers() {
        List<List<String>> complete = complete();
        double[][] numbers = new double[complete.size()][raters.size()];
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; j < raters.size(); j++) {
                numbers[i][j] = Categories.number(complete.get(i).get(j))
                        .orElseThrow(() -> new IllegalArgumentException("ratings must be numbers for this method"));
            }
        }
        return numbers;
    }
}
