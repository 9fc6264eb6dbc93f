package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.Disposition;
import org.safecommunity.metrics.survey.NonresponseAdjustment;
import org.safecommunity.metrics.survey.ResponsePropensity;
import org.safecommunity.metrics.survey.WeightTrimming;

/** The steps from base weights to final ones; each leaves its weights and what it did behind. */
final class WeightSteps {
    private static final int FEW = 20;

    private final WeightOptions options;
    private final SampledUnits units;
    private final Locale locale;
    private final List<Step> steps = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    /** A step: its name, the weights after it, and its cells. */
    static final class Step {
        private final String name;
        private final double[] weights;
        private final List<NonresponseAdjustment.Cell> cells;

        private Step(String name, double[] weights, List<NonresponseAdjustment.Cell> cells) {
            this.name = name;
            this.weights = weights;
            this.cells = cells;
        }

        String name() {
            return name;
        }

        double[] weights() {
            return weights;
        }

        List<NonresponseAdjustment.Cell> cells() {
            return cells;
        }
    }

    private WeightSteps(WeightOptions options, SampledUnits units, Locale locale) {
        this.options = options;
        this.units = units;
        this.locale = locale;
    }

    /**
     * Takes the steps.
     *
     * @throws UserError (exit 3) if a step cannot be taken with these data
     */
    static WeightSteps of(WeightOptions options, SampledUnits units, String file, Locale locale) {
        WeightSteps all = new WeightSteps(options, units, locale);
        all.steps.add(new Step("base", units.weights(), List.of()));
        try {
            all.respond();
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.weight-step", file, String.valueOf(e.getMessage()));
        }
        return all;
    }

    private void respond() {
        if (options.response != null) {
            if (units.dispositions().contains(Disposition.UNKNOWN)) {
                List<String> cells = options.model.isEmpty()
                        ? units.cells()
                        : Collections.nCopies(units.rows().size(), "");
                add("eligibility", NonresponseAdjustment.eligibility(last(), units.dispositions(), cells));
            }
            add("nonresponse", nonresponse());
        }
        Double trim = options.trim;
        double[] answered = last().clone();
        for (int i = 0; i < answered.length; i++) {
            answered[i] = units.dispositions().get(i).responds() ? answered[i] : 0;
        }
        steps.add(new Step("final", trim == null ? answered : trimmed(answered, trim), List.of()));
    }

    private NonresponseAdjustment nonresponse() {
        if (options.model.isEmpty()) {
            return NonresponseAdjustment.byCells(last(), units.dispositions(), units.cells());
        }
        int[] eligible = IntStream.range(0, units.rows().size())
                .filter(i -> units.dispositions().get(i).eligible())
                .toArray();
        double[] weights = last();
        double[] some = new double[eligible.length];
        boolean[] responded = new boolean[eligible.length];
        List<List<String>> terms = new ArrayList<>();
        for (int i = 0; i < eligible.length; i++) {
            some[i] = weights[eligible[i]];
            responded[i] = units.dispositions().get(eligible[i]).responds();
            terms.add(units.terms().get(eligible[i]));
        }
        double[] fitted = ResponsePropensity.of(options.terms().design(terms), some, responded);
        double[] propensities = new double[weights.length];
        String[] classes = new String[weights.length];
        Arrays.fill(classes, "");
        List<Integer> numbers = options.classes == 0 ? List.of() : ResponsePropensity.classes(fitted, options.classes);
        for (int i = 0; i < eligible.length; i++) {
            propensities[eligible[i]] = fitted[i];
            classes[eligible[i]] = numbers.isEmpty() ? "" : String.valueOf(numbers.get(i));
        }
        return numbers.isEmpty()
                ? NonresponseAdjustment.byPropensity(weights, units.dispositions(), propensities)
                : NonresponseAdjustment.byCells(weights, units.dispositions(), List.of(classes));
    }

    private double[] trimmed(double[] weights, double multiple) {
        int[] answered =
                IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
        WeightTrimming trimmed = WeightTrimming.of(
                Arrays.stream(answered).mapToDouble(i -> weights[i]).toArray(), multiple);
        double[] now = weights.clone();
        for (int i = 0; i < answered.length; i++) {
            now[answered[i]] = trimmed.weights().get(i);
        }
        remark(
                "trimmed",
                "remark.weight-trimmed",
                trimmed.changed(),
                CalibratedUnits.rounded(trimmed.cap()),
                CalibratedUnits.rounded(trimmed.moved() * 100),
                CalibratedUnits.rounded(CalibratedUnits.kish(
                        Arrays.stream(answered).mapToDouble(i -> now[i]).toArray())));
        return now;
    }

    private void add(String name, NonresponseAdjustment adjustment) {
        double[] weights =
                adjustment.weights().stream().mapToDouble(Double::doubleValue).toArray();
        steps.add(new Step(name, weights, adjustment.cells()));
        List<String> few = new ArrayList<>();
        for (NonresponseAdjustment.Cell cell : adjustment.cells()) {
            String label = cell.label().isEmpty() ? "–" : cell.label();
            if (cell.factor() > options.maxFactor) {
                remark(
                        "large-factor",
                        "remark.large-factor",
                        label,
                        CalibratedUnits.rounded(cell.factor()),
                        CalibratedUnits.rounded(options.maxFactor));
            } else if (cell.receivers() < FEW) {
                few.add(label + " (" + cell.receivers() + ")");
            }
        }
        if (!few.isEmpty() && name.equals("nonresponse") && options.model.isEmpty()) {
            remark("small-cells", "remark.small-cells", FEW, SurveyOutput.names(few));
        }
    }

    private void remark(String code, String key, Object... arguments) {
        remarks.add(new Remark(code, Texts.get(locale, key, arguments)));
    }

    private double[] last() {
        return steps.get(steps.size() - 1).weights();
    }

    /** The steps in order; the last one is {@code final}. */
    List<Step> steps() {
        return steps;
    }

    List<Remark> remarks() {
        return remarks;
    }
}
