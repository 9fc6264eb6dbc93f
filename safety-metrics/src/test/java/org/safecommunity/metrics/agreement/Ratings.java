package org.safecommunity.metrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Ratings as they stand in the reference files. */
final class Ratings {
    private Ratings() {}

    /** A line a rater, ratings separated by spaces, {@code *} is missing. */
    static RatingTable ofRaters(String... lines) {
        List<List<String>> byRater = Arrays.stream(lines).map(Ratings::cells).toList();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < byRater.get(0).size(); i++) {
            int item = i;
            rows.add(byRater.stream().map(row -> row.get(item)).toList());
        }
        return table(rows);
    }

    /** A line an item. */
    static RatingTable ofItems(String... lines) {
        return table(Arrays.stream(lines).map(Ratings::cells).toList());
    }

    /** Counts by row. */
    static List<List<Long>> counts(String text, int columns) {
        List<Long> cells = Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
        List<List<Long>> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i += columns) {
            rows.add(cells.subList(i, i + columns));
        }
        return rows;
    }

    /** Ordered categories 1 to k. */
    static Categories categories(int k) {
        return Categories.inOrder(
                IntStream.rangeClosed(1, k).mapToObj(String::valueOf).toList());
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>(Arrays.asList(line.strip().split(" +")));
        Collections.replaceAll(cells, "*", "");
        return cells;
    }

    private static RatingTable table(List<List<String>> rows) {
        return new RatingTable(
                IntStream.rangeClosed(1, rows.get(0).size())
                        .mapToObj(j -> "rater" + j)
                        .toList(),
                rows);
    }
}
