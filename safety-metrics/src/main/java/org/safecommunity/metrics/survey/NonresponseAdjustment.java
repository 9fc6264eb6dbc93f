package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.internal.Checks;

/**
 * Weights after non-response: those who answered stand in for those who did not, within adjustment cells or by their
 * propensity to answer. Immutable.
 *
 * <p>{@link #eligibility}: the weight of units of unknown eligibility goes to the known ones of their cell, factor Σw/Σw(known).
 * {@link #byCells}: the weight of eligible units without interview goes to the respondents of their cell, factor
 * Σw(eligible)/Σw(respondents); ineligible units keep theirs, others have 0. {@link #byPropensity}: the weight of each
 * respondent is divided by its propensity. The sum of the weights of a cell stays.
 * <p>Assumes that within a cell (given the propensity) answering has nothing to do with what is asked. Checked against: R
 * {@code tapply} and {@code glm}.
 *
 * @see <a href="https://doi.org/10.2307/1403140">Little (1986), Int. Stat. Rev. 54, 139–157</a>
 */
public final class NonresponseAdjustment {
    private final List<Double> weights;
    private final List<Cell> cells;

    private NonresponseAdjustment(double[] weights, List<Cell> cells) {
        this.weights = java.util.Arrays.stream(weights).boxed().toList();
        this.cells = List.copyOf(cells);
    }

    /**
     * What happened in a cell.
     *
     * @param label     its name
     * @param units     units whose weight was counted
     * @param receivers units that took it over
     * @param before    weight counted
     * @param kept      weight of the receivers before
     */
    public record Cell(String label, long units, long receivers, double before, double kept) {
        /** Factor of the weights of the receivers. */
        public double factor() {
            return before / kept;
        }
    }

    /** The weights, in the order of the units. */
    public List<Double> weights() {
        return weights;
    }

    /** The cells in order of first appearance; one without name for an adjustment by propensity. */
    public List<Cell> cells() {
        return cells;
    }

    /**
     * Gives the weight of units of unknown eligibility to the known ones of their cell.
     *
     * @param weights      weight of each unit, finite, 0 or more
     * @param dispositions what became of each
     * @param cells        cell of each
     * @throws IllegalArgumentException if the lengths differ, a weight is not in that range, or in a cell nobody's
     *     eligibility is known
     */
    public static NonresponseAdjustment eligibility(
            double[] weights, List<Disposition> dispositions, List<String> cells) {
        return shared(weights, dispositions, cells, one -> true, one -> one != Disposition.UNKNOWN);
    }

    /**
     * Gives the weight of eligible units without interview to the respondents of their cell. Units of unknown eligibility
     * must have passed their weight on before: theirs is 0 afterwards.
     *
     * @param weights      weight of each unit, finite, 0 or more
     * @param dispositions what became of each
     * @param cells        adjustment cell of each
     * @throws IllegalArgumentException if the lengths differ, a weight is not in that range, or a cell has no respondent
     */
    public static NonresponseAdjustment byCells(double[] weights, List<Disposition> dispositions, List<String> cells) {
        return shared(weights, dispositions, cells, Disposition::eligible, Disposition::responds);
    }

    private static NonresponseAdjustment shared(
            double[] weights,
            List<Disposition> dispositions,
            List<String> cells,
            Predicate<Disposition> counted,
            Predicate<Disposition> receives) {
        requireSame(weights, dispositions.size());
        requireSame(weights, cells.size());
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            Checks.notNegative(weights[i], "weights[" + i + "]");
            Disposition one = requireNonNull(dispositions.get(i), "disposition");
            if (counted.test(one)) {
                double[] sum = sums.computeIfAbsent(cells.get(i), cell -> new double[4]);
                sum[0]++;
                sum[1] += receives.test(one) ? 1 : 0;
                sum[2] += weights[i];
                sum[3] += receives.test(one) ? weights[i] : 0;
            }
        }
        List<Cell> found = new ArrayList<>();
        sums.forEach((label, sum) -> found.add(new Cell(label, (long) sum[0], (long) sum[1], sum[2], sum[3])));
        for (Cell cell : found) {
            if (!(cell.kept() > 0)) {
                throw new IllegalArgumentException(
                        "cell " + cell.label() + " must have a unit that takes the weight of the " + cell.units()
                                + " units in it, was none; put it together with another");
            }
        }
        double[] now = new double[weights.length];
        for (int i = 0; i < now.length; i++) {
            Disposition one = dispositions.get(i);
            double[] sum = sums.getOrDefault(cells.get(i), new double[4]);
            if (receives.test(one)) {
                now[i] = weights[i] * sum[2] / sum[3];
            } else {
                now[i] = one == Disposition.INELIGIBLE ? weights[i] : 0;
            }
        }
        return new NonresponseAdjustment(now, found);
    }

    /**
     * Divides the weight of each respondent by its propensity to answer; the sum of the weights stays only on average.
     *
     * @param weights      weight of each unit, finite, 0 or more
     * @param dispositions what became of each
     * @param propensities probability to answer of each eligible unit, above 0 and at most 1; of others it is not looked at
     * @throws IllegalArgumentException if the lengths differ, or a number is not in that range
     */
    public static NonresponseAdjustment byPropensity(
            double[] weights, List<Disposition> dispositions, double[] propensities) {
        requireSame(weights, dispositions.size());
        requireSame(weights, propensities.length);
        double[] now = new double[weights.length];
        double before = 0;
        double kept = 0;
        long eligible = 0;
        long responding = 0;
        for (int i = 0; i < now.length; i++) {
            Checks.notNegative(weights[i], "weights[" + i + "]");
            Disposition one = dispositions.get(i);
            if (one.eligible() && !(propensities[i] > 0 && propensities[i] <= 1)) {
                throw new IllegalArgumentException("propensities[" + i + "] must be above 0 and at most 1, was "
                        + NumberText.shortest(propensities[i]));
            }
            eligible += one.eligible() ? 1 : 0;
            before += one.eligible() ? weights[i] : 0;
            if (one.responds()) {
                responding++;
                kept += weights[i];
                now[i] = weights[i] / propensities[i];
            } else if (one == Disposition.INELIGIBLE) {
                now[i] = weights[i];
            }
        }
        if (responding == 0) {
            throw new IllegalArgumentException("somebody must have answered, was none of " + eligible);
        }
        return new NonresponseAdjustment(now, List.of(new Cell("", eligible, responding, before, kept)));
    }

    static void requireSame(double[] weights, int length) {
        if (weights.length == 0 || weights.length != length) {
            throw new IllegalArgumentException(
                    "weights must be one for each unit, 1 or more, was " + weights.length + " for " + length);
        }
    }
}
