package org.safecommunity.cli.tabulate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecommunity.cli.shell.UserError;

/**
 * Puts the person-time of a population to the counts of a register, matched by value. Every cell of the population is in
 * the outcome, with events 0 where there were none, once for each combination of the dimensions it does not know.
 */
final class PopulationJoin {
    /** Most cells that a message names. */
    static final int MOST_NAMED = 5;

    /** Labels of the population come after those of the register. */
    private static final long AFTER = Long.MAX_VALUE / 2;

    private final CellCounter counter;
    private final Population population;
    private final Dimensions.Plan plan;
    private final int column;
    private final BitSet joined = new BitSet();

    private PopulationJoin(CellCounter counter, Population population, Dimensions.Plan plan) {
        this.counter = counter;
        this.population = population;
        this.plan = plan;
        this.column = plan.sums().size();
    }

    /**
     * Joins.
     *
     * @param counter counts of the register with sums beside those of the plan for person-time and kept values
     * @return the cells that have person-time; the others have a missing value in a dimension of the population
     * @throws UserError (exit 3) if there are events in a cell without person-time; the cell is named
     */
    static BitSet join(CellCounter counter, Population population, Dimensions.Plan plan) {
        PopulationJoin join = new PopulationJoin(counter, population, plan);
        join.addPersonTime();
        join.requirePersonTime();
        return join.joined;
    }

    private void addPersonTime() {
        CellCounter cells = population.cells();
        Set<List<Integer>> free = freeLabels();
        int[] theirs = new int[cells.dimensions()];
        for (int theirCell = 0; theirCell < cells.cells(); theirCell++) {
            cells.labels(theirCell, theirs);
            for (List<Integer> labels : free) {
                int[] ids = labels.stream().mapToInt(Integer::intValue).toArray();
                for (int i = 0; i < theirs.length; i++) {
                    Dictionary from = cells.dictionary(i);
                    int dimension = population.matched().get(i);
                    ids[dimension] =
                            counter.dictionary(dimension).id(from.label(theirs[i]), AFTER + from.first(theirs[i]));
                }
                int cell = counter.add(ids, 0);
                for (int i = 0; i < cells.sums(); i++) {
                    counter.addToSum(cell, column + i, cells.sum(theirCell, i).orElseThrow());
                }
                joined.set(cell);
            }
        }
    }

    /** The combinations of labels that occur in the dimensions the population does not know; 0 in all others. */
    private Set<List<Integer>> freeLabels() {
        Set<List<Integer>> combinations = new LinkedHashSet<>();
        int[] ids = new int[counter.dimensions()];
        for (int cell = 0; cell < counter.cells(); cell++) {
            counter.labels(cell, ids);
            List<Integer> labels = new ArrayList<>();
            for (int i = 0; i < ids.length; i++) {
                labels.add(population.matched().contains(i) ? 0 : ids[i]);
            }
            combinations.add(Collections.unmodifiableList(labels));
        }
        return combinations;
    }

    private void requirePersonTime() {
        List<String> named = new ArrayList<>();
        int faults = 0;
        for (int cell = 0; cell < counter.cells(); cell++) {
            boolean without = joined.get(cell)
                    ? counter.sum(cell, column).orElseThrow().signum() == 0 && counter.events(cell) > 0
                    : !isMissing(cell);
            if (without && faults++ < MOST_NAMED) {
                named.add(text(cell) + " (" + counter.events(cell) + ")");
            }
        }
        if (faults > 0) {
            throw UserError.input(
                    "error.no-person-time", population.provenance().path(), faults, String.join("; ", named));
        }
    }

    private boolean isMissing(int cell) {
        List<String> labels = counter.labels(cell);
        return population.matched().stream().anyMatch(i -> labels.get(i).isEmpty());
    }

    /** The labels of a cell in the dimensions of the population. */
    private String text(int cell) {
        List<String> labels = counter.labels(cell);
        return population.matched().stream()
                .map(i -> plan.dimensions().get(i).name() + "=" + labels.get(i))
                .collect(Collectors.joining(", "));
    }
}
