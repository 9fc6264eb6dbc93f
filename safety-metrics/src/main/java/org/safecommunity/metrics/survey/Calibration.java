package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
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
    private static final double MET = 1e-11;
    private static final int MOST_STEPS = 200;

    private final List<Margin> margins;
    private final List<Column> columns = new ArrayList<>();
    private final List<double[]> x = new ArrayList<>();
    private final DoubleVector weight = new DoubleVector();
    private double[] factors = new double[0];
    private int steps;
    private @Nullable DecompositionSolver solver;
    private double[] scale = new double[0];

    /** A total to be met. */
    private record Column(int margin, String level, double total) {
        String name(List<Margin> margins) {
            return margins.get(margin).variable() + (level.isEmpty() ? "" : " " + level);
        }
    }

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
                throw new IllegalArgumentException("total of " + margins.get(m).variable() + " " + levels.get(m)
                        + " must be greater than 0 for a level of the sample, was " + (total == null ? "absent" : "0"));
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
     * @throws IllegalArgumentException if bounds do not lie on both sides of 1, the margins depend on each other in the sample, a
     *     total has no unit, or the totals are not met: the worst one is named
     */
    public void solve(CalibrationMethod method, double lower, double upper) {
        if (method.bounded() && !(lower < 1 && upper > 1)) {
            throw new IllegalArgumentException("bounds must lie on both sides of 1, were " + NumberText.shortest(lower)
                    + " and " + NumberText.shortest(upper));
        }
        requireUnits();
        int n = x.size();
        double[] lambda = new double[columns.size()];
        factors = new double[n];
        Arrays.fill(factors, 1);
        double[] missing = missing();
        double worst = worst(missing);
        for (steps = 0; steps < MOST_STEPS && worst > MET; steps++) {
            double[] slopes = new double[n];
            for (int i = 0; i < n; i++) {
                slopes[i] = method.slope(predictor(i, lambda), lower, upper);
            }
            double[] change = step(slopes, missing);
            double size = 1;
            for (int halving = 0; halving < 30; halving++, size /= 2) {
                double[] next = lambda.clone();
                for (int j = 0; j < next.length; j++) {
                    next[j] += size * change[j];
                }
                for (int i = 0; i < n; i++) {
                    factors[i] = method.factor(predictor(i, next), lower, upper);
                }
                double[] nextMissing = missing();
                if (worst(nextMissing) < worst || halving == 29) {
                    lambda = next;
                    missing = nextMissing;
                    break;
                }
            }
            double before = worst;
            worst = worst(missing);
            if (!(worst < before) && worst > MET) {
                break;
            }
        }
        if (!(worst <= Math.sqrt(MET) * 1e-3)) {
            throw new IllegalArgumentException("totals must be met, was " + NumberText.shortest(worst * 100)
                    + " % off at " + worstName(missing) + "; put levels together or widen the bounds");
        }
        prepareResiduals();
    }

    private void requireUnits() {
        for (int j = 0; j < columns.size(); j++) {
            int column = j;
            if (columns.get(j).total() > 0 && x.stream().allMatch(row -> row[column] == 0)) {
                throw new IllegalArgumentException(columns.get(j).name(margins)
                        + " must have a unit in the sample for its total of "
                        + NumberText.shortest(columns.get(j).total()) + "; put it together with another level");
            }
        }
    }

    private double predictor(int row, double[] lambda) {
        double sum = 0;
        for (int j = 0; j < lambda.length; j++) {
            sum += x.get(row)[j] * lambda[j];
        }
        return sum;
    }

    private double[] missing() {
        double[] missing = columns.stream().mapToDouble(Column::total).toArray();
        for (int i = 0; i < x.size(); i++) {
            for (int j = 0; j < missing.length; j++) {
                missing[j] -= weight.get(i) * factors[i] * x.get(i)[j];
            }
        }
        return missing;
    }

    private double worst(double[] missing) {
        double worst = 0;
        for (int j = 0; j < missing.length; j++) {
            double share =
                    Math.abs(missing[j]) / Math.max(Math.abs(columns.get(j).total()), 1e-300);
            worst = Double.isNaN(share) ? Double.POSITIVE_INFINITY : Math.max(worst, share);
        }
        return worst;
    }

    private String worstName(double[] missing) {
        int place = 0;
        for (int j = 1; j < missing.length; j++) {
            boolean more = Math.abs(missing[j]) / Math.abs(columns.get(j).total())
                    > Math.abs(missing[place]) / Math.abs(columns.get(place).total());
            place = more ? j : place;
        }
        return columns.get(place).name(margins);
    }

    /** (Σ w·F'·xx')⁻¹·missing, columns scaled to one length. */
    private double[] step(double[] slopes, double[] missing) {
        DecompositionSolver normal = normal(slopes);
        double[] scaled = new double[missing.length];
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] = missing[j] / scale[j];
        }
        double[] change = normal.solve(new ArrayRealVector(scaled)).toArray();
        for (int j = 0; j < scaled.length; j++) {
            change[j] /= scale[j];
        }
        return change;
    }

    private DecompositionSolver normal(double[] slopes) {
        int p = columns.size();
        double[][] sum = new double[p][p];
        for (int i = 0; i < x.size(); i++) {
            double w = weight.get(i) * slopes[i];
            for (int j = 0; j < p; j++) {
                for (int k = 0; k <= j; k++) {
                    sum[j][k] += w * x.get(i)[j] * x.get(i)[k];
                }
            }
        }
        scale = new double[p];
        for (int j = 0; j < p; j++) {
            scale[j] = Math.sqrt(sum[j][j]);
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                sum[j][k] /= scale[j] * scale[k];
                sum[k][j] = sum[j][k];
            }
        }
        DecompositionSolver found = new QRDecomposition(new Array2DRowRealMatrix(sum), 1e-12).getSolver();
        if (!found.isNonSingular()) {
            throw new IllegalArgumentException(
                    "margins must be independent in the sample, was: one can be computed from the others");
        }
        return found;
    }

    private void prepareResiduals() {
        double[] ones = new double[x.size()];
        Arrays.fill(ones, 1);
        solver = normal(ones);
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
        return steps;
    }

    /** Totals of weighted influence values by unit, cleared of what the known totals explain. */
    LeafTotals residuals(LeafTotals byUnit) {
        int p = columns.size();
        double[] product = new double[p];
        for (int i = 0; i < byUnit.size(); i++) {
            int unit = byUnit.leaves()[i];
            double z = byUnit.values()[i] / factors[unit];
            for (int j = 0; j < p; j++) {
                product[j] += z * x.get(unit)[j] / scale[j];
            }
        }
        double[] b = requireNonNull(solver, "solve first")
                .solve(new ArrayRealVector(product))
                .toArray();
        double[] residual = new double[x.size()];
        for (int i = 0; i < residual.length; i++) {
            double fitted = 0;
            for (int j = 0; j < p; j++) {
                fitted += x.get(i)[j] * b[j] / scale[j];
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
