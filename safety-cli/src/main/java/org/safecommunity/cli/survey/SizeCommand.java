package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.planning.PlanResult;
import org.safecommunity.metrics.planning.PrecisionPlan;
import org.safecommunity.metrics.planning.ProportionTest;
import org.safecommunity.metrics.planning.Significance;
import org.safecommunity.metrics.planning.TwoProportionsPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Size of a survey for a proportion or a mean to within a margin, or to tell two proportions apart. */
@Command(name = "size")
public final class SizeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--proportion", paramLabel = "P", descriptionKey = "size-proportion")
    @Nullable
    Double proportion;

    @Option(names = "--standard-deviation", paramLabel = "S", descriptionKey = "size-standard-deviation")
    @Nullable
    Double standardDeviation;

    @Option(names = "--proportions", paramLabel = "A,B", split = ",", descriptionKey = "power-proportions")
    List<Double> proportions = new ArrayList<>();

    @Option(names = "--margin", paramLabel = "D", descriptionKey = "size-margin")
    @Nullable
    Double margin;

    @Option(names = "--population", paramLabel = "N", descriptionKey = "size-population")
    @Nullable
    Double population;

    @Option(names = "--design-effect", paramLabel = "D", descriptionKey = "design-effect")
    double designEffect = 1;

    @Option(names = "--response-rate", paramLabel = "R", descriptionKey = "size-response-rate")
    @Nullable
    Double responseRate;

    @Option(names = "--power", paramLabel = "P", descriptionKey = "power")
    @Nullable
    Double power;

    @Option(names = "--level", paramLabel = "P", descriptionKey = "level")
    double level = 0.95;

    @Override
    public Integer call() {
        int named =
                (proportion != null ? 1 : 0) + (standardDeviation != null ? 1 : 0) + (proportions.isEmpty() ? 0 : 1);
        if (named != 1) {
            throw UserError.usage("error.size-choice");
        }
        if (!(level > 0 && level < 1)) {
            throw UserError.usage("error.level", String.valueOf(level));
        }
        try {
            PlanResult result = proportions.isEmpty() ? precision() : comparison();
            ResultRow row = ResultRow.of(result, Map.of(), common.locale(), common.explain());
            Envelope envelope = new Envelope("survey size", List.of(row), List.of(), List.of(), options());
            Printer.print(envelope, common, spec, Format.TABLE);
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private PlanResult precision() {
        if (margin == null) {
            throw UserError.usage("error.option-missing", "--margin", "--margin 0.05");
        }
        if (power != null) {
            throw UserError.usage("error.size-power");
        }
        PrecisionPlan.Estimate what = proportion != null
                ? new PrecisionPlan.ShareOfPeople(proportion)
                : new PrecisionPlan.MeanOfPeople(standardDeviation == null ? Double.NaN : standardDeviation);
        double people = population == null ? Double.POSITIVE_INFINITY : population;
        double response = responseRate == null ? 1 : responseRate;
        return new PrecisionPlan(what, margin, Confidence.of(level), people, designEffect, response).sampleSize();
    }

    private PlanResult comparison() {
        if (margin != null || population != null || responseRate != null) {
            throw UserError.usage("error.size-groups");
        }
        if (proportions.size() != 2) {
            throw UserError.usage("error.size-pair", proportions.size());
        }
        return new TwoProportionsPlan(
                        proportions.get(0),
                        proportions.get(1),
                        1,
                        designEffect,
                        ProportionTest.FLEISS,
                        new Significance(1 - level, true))
                .sampleSize(power == null ? 0.8 : power);
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("proportion", proportion);
        options.put("standardDeviation", standardDeviation);
        options.put("proportions", proportions);
        options.put("margin", margin);
        options.put("population", population);
        options.put("designEffect", designEffect);
        options.put("responseRate", responseRate);
        options.put("power", power);
        options.put("level", level);
        return options;
    }
}
