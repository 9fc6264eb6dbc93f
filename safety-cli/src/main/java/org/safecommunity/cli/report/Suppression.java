package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Finds the counts that a published report must withhold: every count from 1 to below a threshold, and as many more as
 * are needed so that none of them can be worked out from sums that are shown.
 *
 * <p>The cells of all linked tables and their sums are given. A sum with a single withheld cell withholds its smallest
 * other cell. Then the range of each withheld cell is computed as a reader could, by linear programming over the sums
 * and the numbers shown; a cell whose range is narrower than the threshold makes one more cell withheld. The reader is
 * taken to know that zeros are shown, so that a withheld cell is 1 or more, unless a zero had to be withheld too. Sums
 * that are not cells (the records of a whole file) are taken as shown.
 *
 * <p>Source: Hundepool et al. (2012), Statistical Disclosure Control, Wiley, chapter 4.
 */
final class Suppression {
    private static final int MOST_STEPS = 100_000;
    private static final double TOLERANCE = 1e-6;

    private final int threshold;
    private final Map<String, Long> cells = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();

    /** Starts with no cell; a threshold of 0 withholds nothing. */
    Suppression(int threshold) {
        this.threshold = threshold;
    }

    /** Cells with their signs: parts count +1, a whole that is a cell itself −1. */
    private record Sum(Map<String, Integer> terms) {}

    /** Adds a cell, or sets its value. */
    void cell(String id, long value) {
        cells.put(id, value);
    }

    /** Says that cells add up to a number that is shown. */
    void sum(Collection<String> parts) {
        sum(List.of(), parts);
    }

    /** Says that cells add up to another cell. */
    void sum(String whole, Collection<String> parts) {
        sum(List.of(whole), parts);
    }

    /** Says that some cells add up to as much as some others. */
    void sum(Collection<String> wholes, Collection<String> parts) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        parts.forEach(part -> terms.put(part, 1));
        wholes.forEach(whole -> terms.put(whole, -1));
        sums.add(new Sum(terms));
    }

    /** The cells to withhold. */
    Set<String> withheld() {
        Set<String> hidden = new LinkedHashSet<>();
        cells.forEach((id, value) -> {
            if (value > 0 && value < threshold) {
                hidden.add(id);
            }
        });
        Set<String> given = new HashSet<>();
        Optional<String> next = next(hidden, given);
        while (next.isPresent()) {
            hidden.add(next.get());
            next = next(hidden, given);
        }
        return hidden;
    }

    /** One more cell to withhold; {@code given} collects the cells that nothing more can protect. */
    private Optional<String> next(Set<String> hidden, Set<String> given) {
        for (Sum sum : sums) {
            if (sum.terms().keySet().stream().filter(hidden::contains).count() == 1) {
                Optional<String> partner = smallest(List.of(sum), hidden);
                if (partner.isPresent()) {
                    return partner;
                }
            }
        }
        for (String id : hidden) {
            if (!given.contains(id) && width(id, hidden) < threshold - TOLERANCE) {
                Optional<String> partner = smallest(around(id, hidden, false), hidden)
                        .or(() -> smallest(around(id, hidden, true), hidden));
                if (partner.isPresent()) {
                    return partner;
                }
                given.add(id);
            }
        }
        return Optional.empty();
    }

    /** The smallest cell of some sums that is still shown; one that is 0 only when there is no other. */
    private Optional<String> smallest(List<Sum> among, Set<String> hidden) {
        return among.stream()
                .flatMap(sum -> sum.terms().keySet().stream())
                .filter(id -> !hidden.contains(id))
                .distinct()
                .min(Comparator.comparing((String id) -> value(id) == 0).thenComparing(this::value));
    }

    /** The sums a cell is part of; {@code linked} adds those reached through other withheld cells. */
    private List<Sum> around(String id, Set<String> hidden, boolean linked) {
        Set<String> reached = new LinkedHashSet<>(List.of(id));
        List<Sum> found = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Sum sum : sums) {
                if (!found.contains(sum) && sum.terms().keySet().stream().anyMatch(reached::contains)) {
                    found.add(sum);
                    more = linked;
                }
            }
            if (linked) {
                found.forEach(sum ->
                        sum.terms().keySet().stream().filter(hidden::contains).forEach(reached::add));
            }
        }
        return found;
    }

    /** Width of the range of a withheld cell, given everything that is shown. */
    private double width(String id, Set<String> hidden) {
        List<String> order = new ArrayList<>(hidden);
        List<LinearConstraint> constraints = new ArrayList<>();
        long least = hidden.stream().anyMatch(cell -> value(cell) == 0) ? 0 : 1;
        for (Sum sum : sums) {
            double[] row = new double[order.size()];
            double rest = 0;
            boolean open = false;
            for (Map.Entry<String, Integer> term : sum.terms().entrySet()) {
                int column = order.indexOf(term.getKey());
                if (column >= 0) {
                    row[column] = term.getValue();
                    rest += term.getValue() * (value(term.getKey()) - least);
                    open = true;
                }
            }
            if (open) {
                constraints.add(new LinearConstraint(row, Relationship.EQ, rest));
            }
        }
        double[] objective = new double[order.size()];
        objective[order.indexOf(id)] = 1;
        return end(objective, constraints, GoalType.MAXIMIZE) - end(objective, constraints, GoalType.MINIMIZE);
    }

    private static double end(double[] objective, List<LinearConstraint> constraints, GoalType goal) {
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_STEPS),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            new NonNegativeConstraint(true),
                            goal)
                    .getValue();
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private long value(String id) {
        return cells.getOrDefault(id, 0L);
    }
}
