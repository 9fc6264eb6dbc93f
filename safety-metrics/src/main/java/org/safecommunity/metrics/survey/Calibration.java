package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.survey.WeightCalibration.Margin;

/**
 * Weights w·g that meet known totals X: Σ w·g·x = X, g as near 1 as the {@link CalibrationMethod} measures it. Totals are of the
 * levels of a categorical variable, or of a number (a margin with the one level {@code ""}). Keeps the units, because the
 * variance of a calibrated estimate needs their residuals.
 *
 * <p>Newton steps on λ in g = F(x'λ) until every total is met to 1e-11. Variance: that of the totals of w·g·e, e the residuals of
 * the influence values on x in a regression weighted by w. Checked against: R {@code survey::calibrate}, {@code
 * postStratify}; {@code rake} takes residuals margin by margin instead, which is an approximation.
 */
public final class Calibration {
    private final List<Margin> margins;
    private final List<Column> columns = new ArrayList<>();
    private final List<double[]> x = new ArrayList<>();
    private final DoubleVector weight = new DoubleVector();
    private double[] factors = new double[0];
    private List<Round> rounds = List.of();
    private @Nullable CalibrationSolver solver;
    private CalibrationSolver.@Nullable Normal normal;

    /** A total to be met. */
    private record Column(int margin, String level, double total) {
        String name(List<Margin> margins) {
            return margins.get(margin).variable() + (level.isEmpty() ? "" : " " + level);
        }
    }

    /**
     * How near the totals were after a step.
     *
     * @param number   number of the step; 0 is before the first
     * @param worst    the total that is farthest from met
     * @param distance how far, as a share of the total; infinite where the step went astray
     * @param size     part of the Newton step that was taken, 1 or a half, a quarter …
     */
    public record Round(int number, String worst, double distance, double size) {}

    /**
     * No unit yet.
     *
     * @param margins known totals, one or more; sums over the levels of categorical variables agree to a relative 1e-6
     * @throws IllegalArgumentException if there is no margin, or the sums of categorical margins differ
     */
    public Calibration(List<Margin> margins) {
        this.margins = List.copyOf(margins);
        List<Margin> categorical =
                margins.stream().filter(margin -> !isNumber(margin)).toList();
        if (margins.isEmpty() || !categorical.isEmpty()) {
            WeightCalibration.requireOneSum(categorical);
        }
        boolean first = true;
        for (int m = 0; m < margins.size(); m++) {
            int number = m;
            List<String> levels =
                    margins.get(m).totals().keySet().stream().sorted().toList();
            boolean ofNumber = isNumber(margins.get(m));
            double share = ofNumber || categorical.isEmpty()
                    ? 1
                    : categorical.get(0).sum() / margins.get(m).sum();
            // the sum of the levels is known from the first margin: one level of the others says nothing new
            int size = ofNumber || first ? levels.size() : levels.size() - 1;
            levels.stream()
                    .limit(size)
                    .forEach(level -> columns.add(new Column(
                            number,
                            level,
                            requireNonNull(margins.get(number).totals().get(level)) * share)));
            first = first && ofNumber;
        }
    }

    /** Whether a margin is the total of a number. */
    public static boolean isNumber(Margin margin) {
        return margin.totals().keySet().equals(java.util.Set.of(""));
    }

    /**
     * Adds a unit.
     *
     * @param levels  its level of each margin, in their order; not looked at where the margin is of a number
     * @param numbers its number of each margin; looked at only where the margin is of a number
     * @param w       weight, finite, above 0
     * @throws IllegalArgumentException if w is not finite and positive, a number is not finite, or a level has no total above 0
     */
    public void add(List<String> levels, double[] numbers, double w) {
        Checks.positive(w, "weight");
        for (int m = 0; m < margins.size(); m++) {
            Double total = margins.get(m).totals().get(levels.get(m));
            if (!isNumber(margins.get(m)) && (total == null || total == 0)) {
                String where = margins.get(m).variable() + " " + levels.get(m);
                throw new CalibrationException(
                        CalibrationException.Reason.LEVEL_WITHOUT_TOTAL,
                        where,
                        total == null ? Double.NaN : 0,
                        "total of " + where + " must be greater than 0 for a level of the sample, was "
                                + (total == null ? "absent" : "0"));
            }
            if (isNumber(margins.get(m)) && !Double.isFinite(numbers[m])) {
                throw new IllegalArgumentException(margins.get(m).variable() + " must be finite, was " + numbers[m]);
            }
        }
        double[] row = new double[columns.size()];
        for (int j = 0; j < row.length; j++) {
            Column column = columns.get(j);
            row[j] = column.level().isEmpty()
                    ? numbers[column.margin()]
                    : levels.get(column.margin()).equals(column.level()) ? 1 : 0;
        }
        x.add(row);
        weight.add(w);
    }

    /**
     * Computes the factors g.
     *
     * @param lower lower bound of g of a bounded method, below 1
     * @param upper upper bound, above 1
     * @throws IllegalArgumentException if bounds do not lie on both sides of 1; as {@link CalibrationException} if the margins depend
     *     on each other in the sample, a total has no unit, or the totals are not met: the worst one is named
     */
    public void solve(CalibrationMethod method, double lower, double upper) {
        if (method.bounded() && !(lower < 1 && upper > 1)) {
            throw new IllegalArgumentException("bounds must lie on both sides of 1, were " + NumberText.shortest(lower)
                    + " and " + NumberText.shortest(upper));
        }
        CalibrationSolver equations = new CalibrationSolver(
                columns.stream().map(column -> column.name(margins)).toList(),
                columns.stream().mapToDouble(Column::total).toArray(),
                x,
                new CalibrationSolver.Distance(method, lower, upper));
        CalibrationSolver.Solution solution = equations.solve(weight.toArray());
        factors = new double[x.size()];
        Arrays.setAll(factors, i -> equations.factor(i, solution.lambda()));
        rounds = solution.rounds();
        solver = equations;
        normal = equations.normal(weight.toArray());
    }

    /** Number of units. */
    public int size() {
        return x.size();
    }

    /** The factor of a unit, counted from 0 in the order in which they were added. */
    public double factor(int unit) {
        return factors[unit];
    }

    /** Newton steps that were needed. */
    public int steps() {
        return Math.max(0, rounds.size() - 1);
    }

    /** How near the totals were before the first step and after each; empty before {@link #solve}. */
    public List<Round> rounds() {
        return rounds;
    }

    /** The equations, solved for the sample. */
    CalibrationSolver solver() {
        return requireNonNull(solver, "solve first");
    }

    /** Weight of a unit before calibration. */
    double weight(int unit) {
        return weight.get(unit);
    }

    /** Totals of weighted influence values by unit, cleared of what the known totals explain. */
    LeafTotals residuals(LeafTotals byUnit) {
        int p = columns.size();
        double[] product = new double[p];
        for (int i = 0; i < byUnit.size(); i++) {
            int unit = byUnit.leaves()[i];
            double z = byUnit.values()[i] / factors[unit];
            for (int j = 0; j < p; j++) {
                product[j] += z * x.get(unit)[j];
            }
        }
        double[] b = requireNonNull(normal, "solve first").solve(product);
        double[] residual = new double[x.size()];
        for (int i = 0; i < residual.length; i++) {
            double fitted = 0;
            for (int j = 0; j < p; j++) {
                fitted += x.get(i)[j] * b[j];
            }
            residual[i] = -weight.get(i) * factors[i] * fitted;
        }
        for (int i = 0; i < byUnit.size(); i++) {
            residual[byUnit.leaves()[i]] += byUnit.values()[i];
        }
        int[] units = new int[residual.length];
        Arrays.setAll(units, i -> i);
        return new LeafTotals(units, residual);
    }
}
