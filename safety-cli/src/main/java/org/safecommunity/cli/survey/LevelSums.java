package org.safecommunity.cli.survey;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecommunity.metrics.survey.SurveySums;

/** Sums of a categorical variable: every domain and level is a domain of its own. */
final class LevelSums {
    private final SurveySums sums = new SurveySums();
    private final Map<List<Object>, Integer> cells = new LinkedHashMap<>();
    private final Set<String> levels = new LinkedHashSet<>();

    /** Adds a respondent of a group that has a level. */
    void add(int group, int leaf, double weight, String level) {
        levels.add(level);
        sums.add(cell(group, level), leaf, weight, 0);
    }

    /** The levels in order of first appearance. */
    List<String> levels() {
        return List.copyOf(levels);
    }

    /** The number of a group and level in the sums. */
    int cell(int group, String level) {
        return cells.computeIfAbsent(List.of(group, level), key -> cells.size());
    }

    /** The numbers of all levels of a group. */
    int[] cells(int group) {
        return levels.stream().mapToInt(level -> cell(group, level)).toArray();
    }

    SurveySums sums() {
        return sums;
    }
}
