package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.internal.Checks;

/**
 * Brings weights of a sample to known totals of the population: post-stratification for one variable, raking (iterative
 * proportional fitting) for several. All units of one combination of levels get the same factor; units are not kept.
 *
 * <p>Each round multiplies, margin by margin, the weights of a level by total/(sum of its weights), until every margin is met to a
 * relative 1e-12. One margin is met in one round: g = N_c/Σ_c w.
 * <p>Limits: a level of the population without a unit in the sample, and combinations that leave no solution, cannot be
 * calibrated: put levels together. Checked against: R {@code survey::rake}, {@code postStratify}.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177731829">Deming &amp; Stephan (1940), Ann. Math. Stat. 11, 427–444</a>
 */
public final class WeightCalibration {
    private static final double MET = 1e-12;
    private static final double SAME_SUM = 1e-6;

    private final List<Margin> margins;
    private final Map<List<String>, Cell> cells = new LinkedHashMap<>();

    /**
     * Known totals of one variable.
     *
     * @param variable name of the variable, not null
     * @param totals   people of the population in each level, finite, 0 or more
     */
    public record Margin(String variable, Map<String, Double> totals) {
        public Margin {
            Objects.requireNonNull(variable, "variable");
            totals = Map.copyOf(totals);
            totals.forEach((level, total) -> Checks.notNegative(total, "total of " + variable + " " + level));
        }

        double sum() {
            return totals.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Units of one combination of levels. */
    private static final class Cell {
        double sum;
        double sumOfSquares;
        long units;
        double factor = 1;
    }

    /**
     * Factors of the weights.
     *
     * @param rounds     rounds that were needed
     * @param smallest   smallest factor
     * @param largest    largest factor
     * @param kishBefore design effect of unequal weights before, n·Σw²/(Σw)²
     * @param kishAfter  the same after
     * @param factors    factor of each combination of levels
     */
    public record Factors(
            int rounds,
            double smallest,
            double largest,
            double kishBefore,
            double kishAfter,
            Map<List<String>, Double> factors) {
        public Factors {
            factors = Map.copyOf(factors);
        }

        /** The factor of a combination of levels that was added. */
        public double of(List<String> levels) {
            return Objects.requireNonNull(factors.get(levels), "levels");
        }
    }

    /**
     * No unit yet.
     *
     * @param margins known totals, one or more variables; their sums agree to a relative 1e-6
     * @throws IllegalArgumentException if there is no margin, a sum is 0 or the sums differ
     */
    public WeightCalibration(List<Margin> margins) {
        this.margins = List.copyOf(margins);
        requireOneSum(this.margins);
    }

    /** Requires one or more margins of one sum. */
    static void requireOneSum(List<Margin> margins) {
        if (margins.isEmpty()) {
            throw new IllegalArgumentException("margins must be one or more, was empty");
        }
        double sum = margins.get(0).sum();
        for (Margin margin : margins) {
            if (!(margin.sum() > 0) || Math.abs(margin.sum() - sum) > SAME_SUM * sum) {
                throw new CalibrationException(
                        CalibrationException.Reason.SUMS_DIFFER,
                        margins.get(0).variable() + " " + NumberText.shortest(sum) + ", " + margin.variable() + " "
                                + NumberText.shortest(margin.sum()),
                        margin.sum() / sum - 1,
                        "totals must have one sum, were " + NumberText.shortest(sum) + " of "
                                + margins.get(0).variable() + " and " + NumberText.shortest(margin.sum()) + " of "
                                + margin.variable());
            }
        }
    }

    /**
     * Adds a unit.
     *
     * @param levels its level of each margin, in their order
     * @param weight weight, finite, above 0
     * @throws IllegalArgumentException if weight is not finite and positive, or a level has no total above 0
     */
    public void add(List<String> levels, double weight) {
        Checks.positive(weight, "weight");
        for (int i = 0; i < margins.size(); i++) {
            Double total = margins.get(i).totals().get(levels.get(i));
            if (total == null || total == 0) {
                throw new IllegalArgumentException("total of " + margins.get(i).variable() + " " + levels.get(i)
                        + " must be greater than 0 for a level of the sample, was " + (total == null ? "absent" : "0"));
            }
        }
        Cell cell = cells.computeIfAbsent(List.copyOf(levels), key -> new Cell());
        cell.sum += weight;
        cell.sumOfSquares += weight * weight;
        cell.units++;
    }

    /**
     * Computes the factors.
     *
     * @param most most rounds to try, 1 or more
     * @throws IllegalArgumentException if a level with a total above 0 has no unit, or the margins are not met after all
     *     rounds: the worst one is named
     */
    public Factors factors(int most) {
        cells.values().forEach(cell -> cell.factor = 1);
        for (int i = 0; i < margins.size(); i++) {
            requireUnits(i);
        }
        for (int round = 1; round <= most; round++) {
            for (int i = 0; i < margins.size(); i++) {
                fit(i);
            }
            if (worst().distance() <= MET) {
                return result(round);
            }
        }
        Distance worst = worst();
        throw new IllegalArgumentException("margins must be met after " + most + " rounds, was "
                + NumberText.shortest(worst.distance() * 100) + " % off at " + worst.name()
                + "; put levels together");
    }

    private void requireUnits(int margin) {
        Map<String, Double> sums = sums(margin);
        margins.get(margin).totals().forEach((level, total) -> {
            if (total > 0 && !sums.containsKey(level)) {
                throw new IllegalArgumentException(margins.get(margin).variable() + " " + level
                        + " must have a unit in the sample for its total of " + NumberText.shortest(total)
                        + "; put it together with another level");
            }
        });
    }

    private Map<String, Double> sums(int margin) {
        Map<String, Double> sums = new LinkedHashMap<>();
        cells.forEach((levels, cell) -> sums.merge(levels.get(margin), cell.sum * cell.factor, Double::sum));
        return sums;
    }

    private void fit(int margin) {
        Map<String, Double> sums = sums(margin);
        cells.forEach((levels, cell) -> {
            String level = levels.get(margin);
            cell.factor *= total(margin, level) / Objects.requireNonNull(sums.get(level), level);
        });
    }

    /** Total of a level; rounding of the sums of the margins is taken out, the first margin stands. */
    private double total(int margin, String level) {
        double total = Objects.requireNonNull(margins.get(margin).totals().get(level), level);
        return total * (margins.get(0).sum() / margins.get(margin).sum());
    }

    /** How far a level is from its total. */
    private record Distance(String name, double distance) {}

    private Distance worst() {
        List<Distance> all = new ArrayList<>();
        all.add(new Distance("", 0));
        for (int i = 0; i < margins.size(); i++) {
            int margin = i;
            sums(margin)
                    .forEach((level, sum) -> all.add(new Distance(
                            margins.get(margin).variable() + " " + level, Math.abs(sum / total(margin, level) - 1))));
        }
        return all.stream()
                .reduce((a, b) -> b.distance() > a.distance() ? b : a)
                .orElseThrow();
    }

    private Factors result(int rounds) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        double[] before = new double[2];
        double[] after = new double[2];
        long n = 0;
        Map<List<String>, Double> factors = new LinkedHashMap<>();
        for (Map.Entry<List<String>, Cell> entry : cells.entrySet()) {
            Cell cell = entry.getValue();
            smallest = Math.min(smallest, cell.factor);
            largest = Math.max(largest, cell.factor);
            before[0] += cell.sum;
            before[1] += cell.sumOfSquares;
            after[0] += cell.sum * cell.factor;
            after[1] += cell.sumOfSquares * cell.factor * cell.factor;
            n += cell.units;
            factors.put(entry.getKey(), cell.factor);
        }
        double kishBefore = n * before[1] / (before[0] * before[0]);
        double kishAfter = n * after[1] / (after[0] * after[0]);
        return new Factors(rounds, smallest, largest, kishBefore, kishAfter, factors);
    }
}
