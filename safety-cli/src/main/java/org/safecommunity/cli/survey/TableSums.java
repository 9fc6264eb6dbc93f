package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecommunity.metrics.survey.SurveySums;

/** Sums of a table of two categorical variables: every domain, row and column is a domain of its own. */
final class TableSums {
    private final SurveySums sums = new SurveySums();
    private final Map<List<Object>, Integer> cells = new HashMap<>();
    private final Map<Integer, Set<String>> rows = new HashMap<>();
    private final Map<Integer, Set<String>> columns = new HashMap<>();

    /** Adds a respondent of a group. */
    void add(int group, int leaf, double weight, String row, String column) {
        rows.computeIfAbsent(group, key -> new LinkedHashSet<>()).add(row);
        columns.computeIfAbsent(group, key -> new LinkedHashSet<>()).add(column);
        sums.add(cell(group, row, column), leaf, weight, 0);
    }

    /** Rows of a group that have a respondent, in order of first appearance. */
    List<String> rows(int group) {
        return new ArrayList<>(rows.getOrDefault(group, Set.of()));
    }

    /** Columns of a group that have a respondent, in order of first appearance. */
    List<String> columns(int group) {
        return new ArrayList<>(columns.getOrDefault(group, Set.of()));
    }

    /** Numbers of the cells of a group in the sums. */
    int[][] cells(int group) {
        List<String> r = rows(group);
        List<String> c = columns(group);
        int[][] numbers = new int[r.size()][c.size()];
        for (int i = 0; i < r.size(); i++) {
            for (int j = 0; j < c.size(); j++) {
                numbers[i][j] = cell(group, r.get(i), c.get(j));
            }
        }
        return numbers;
    }

    /** The same numbers in one list. */
    int[] all(int group) {
        return java.util.Arrays.stream(cells(group))
                .flatMapToInt(java.util.Arrays::stream)
                .toArray();
    }

    SurveySums sums() {
        return sums;
    }

    private int cell(int group, String row, String column) {
        return cells.computeIfAbsent(List.of(group, row, column), key -> cells.size());
    }
}
