package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.survey.Calibration;
import org.safecommunity.metrics.survey.CalibrationMethod;
import org.safecommunity.metrics.survey.SurveyVariance;
import org.safecommunity.metrics.survey.WeightCalibration.Margin;

/** The rows of a table that are calibrated, with their leaves of the design. */
final class CalibratedUnits {
    private final TableReader table;
    private final List<Margin> margins;
    private final List<Integer> places;
    private final Calibration calibration;
    private final List<Integer> leaves = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    CalibratedUnits(List<Margin> margins, TableReader table) {
        this.table = table;
        this.margins = margins;
        this.places =
                margins.stream().map(margin -> table.column(margin.variable())).toList();
        try {
            this.calibration = new Calibration(margins);
        } catch (IllegalArgumentException e) {
            throw CalibrationErrors.of(e, table, -1, margins);
        }
    }

    /** Refuses a row whose level is missing or whose number is none. */
    void check(TableReader.Row row) {
        for (int m = 0; m < places.size(); m++) {
            String cell = row.cell(places.get(m));
            if (cell.isEmpty() || cell.equals("NA")) {
                CellRefusal.refuse("missing-value", table, row, places.get(m));
            } else if (Calibration.isNumber(margins.get(m))
                    && Cells.number(cell).isEmpty()) {
                CellRefusal.refuse("not-a-number", table, row, places.get(m));
            }
        }
    }

    /** Adds a row that passed the check; its number. */
    int add(TableReader.Row row, double weight, int leaf) {
        List<String> levels = places.stream().map(row::cell).toList();
        double[] numbers = levels.stream()
                .mapToDouble(cell -> Cells.number(cell).orElse(0))
                .toArray();
        try {
            calibration.add(levels, numbers, weight);
        } catch (IllegalArgumentException e) {
            throw CalibrationErrors.of(e, table, row.line(), margins);
        }
        leaves.add(leaf);
        weights.add(weight);
        return leaves.size() - 1;
    }

    /**
     * Computes the weights.
     *
     * @throws UserError (exit 3) if the totals cannot be met, or a weight would not be positive
     */
    void solve(CalibrationMethod method, List<Double> bounds) {
        try {
            calibration.solve(method, CalibrationOptions.lower(bounds), CalibrationOptions.upper(bounds));
        } catch (IllegalArgumentException e) {
            throw CalibrationErrors.of(e, table, -1, margins);
        }
        long negative = 0;
        for (int i = 0; i < weights.size(); i++) {
            negative += calibration.factor(i) <= 0 ? 1 : 0;
        }
        if (negative > 0) {
            throw UserError.input("error.negative-weights", table.file().name(), negative);
        }
    }

    /**
     * A variance after calibration.
     *
     * @throws UserError (exit 3) if a replicate cannot be calibrated
     */
    SurveyVariance variance(SurveyVariance before) {
        try {
            return SurveyVariance.calibrated(before, calibration, leaves);
        } catch (IllegalArgumentException e) {
            throw CalibrationErrors.of(e, table, -1, margins);
        }
    }

    double factor(int unit) {
        return calibration.factor(unit);
    }

    Calibration calibration() {
        return calibration;
    }

    List<Integer> leaves() {
        return leaves;
    }

    /** How it went: steps, smallest and largest factor, Kish's effect before and after. */
    Remark report(CommonOptions common) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double[] before = new double[weights.size()];
        double[] after = new double[weights.size()];
        for (int i = 0; i < before.length; i++) {
            smallest = Math.min(smallest, factor(i));
            largest = Math.max(largest, factor(i));
            before[i] = weights.get(i);
            after[i] = weights.get(i) * factor(i);
        }
        return new Remark(
                "calibrated",
                Texts.get(
                        common.locale(),
                        "remark.calibrated",
                        calibration.steps(),
                        rounded(smallest),
                        rounded(largest),
                        rounded(kish(before)),
                        rounded(kish(after))));
    }

    /** Kish's design effect n·Σw²/(Σw)². */
    static double kish(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double w : weights) {
            sum += w;
            squares += w * w;
        }
        return weights.length * squares / (sum * sum);
    }

    static String rounded(double value) {
        return NumberText.shortest(Math.round(value * 1e4) / 1e4);
    }
}
