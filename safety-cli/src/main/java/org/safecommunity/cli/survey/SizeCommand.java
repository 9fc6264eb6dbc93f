package org.safecommunity.cli.survey;

import java.math.BigDecimal;
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
import org.safecommunity.metrics.planning.TwoGroupsPlan;
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

    @Option(names = "--difference", paramLabel = "D", descriptionKey = "size-difference")
    @Nullable
    Double difference;

    @Option(names = "--equivalence", paramLabel = "MARGIN", descriptionKey = "size-equivalence")
    @Nullable
    Double equivalence;

    @Option(names = "--icc", paramLabel = "R", descriptionKey = "size-icc")
    @Nullable
    Double icc;

    @Option(names = "--take", paramLabel = "M", descriptionKey = "size-take")
    int take;

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
            ResultRow row = clusters(ResultRow.of(plan(), Map.of(), common.locale(), common.explain()));
            Envelope envelope = new Envelope("survey size", List.of(row), List.of(), List.of(), options());
            Printer.print(envelope, common, spec, Format.TABLE);
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private PlanResult plan() {
        boolean groups = !proportions.isEmpty() || difference != null || equivalence != null;
        checkClusters();
        if (!groups) {
            return precision();
        }
        if (proportion != null || (!proportions.isEmpty() && difference != null)) {
            throw UserError.usage("error.size-difference");
        }
        if (population != null || (margin != null && (equivalence != null || proportions.isEmpty()))) {
            throw UserError.usage("error.size-groups");
        }
        if (!proportions.isEmpty() && proportions.size() != 2) {
            throw UserError.usage("error.size-pair", proportions.size());
        }
        return comparison();
    }

    /** The effect of unequal weights and of clusters: D·(1 + (m − 1)·ICC). */
    private double effect() {
        return icc == null ? designEffect : designEffect * (1 + (take - 1) * icc);
    }

    private void checkClusters() {
        if ((icc == null) != (take == 0) || take < 0) {
            throw UserError.usage("error.size-clusters");
        }
        if (icc != null && !(icc >= 0 && icc <= 1)) {
            throw UserError.usage("error.size-icc", String.valueOf(icc));
        }
    }

    /** Adds the number of clusters to visit, where people are asked in clusters. */
    private ResultRow clusters(ResultRow row) {
        if (icc == null || !(row.value() instanceof Double size)) {
            return row;
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("clusterEffect", 1 + (take - 1) * icc);
        details.put("clusters", (long) Math.ceil(size / take));
        return row.withDetails(details);
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
        return new PrecisionPlan(what, margin, Confidence.of(level), people, effect(), response()).sampleSize();
    }

    private double response() {
        return responseRate == null ? 1 : responseRate;
    }

    private PlanResult comparison() {
        double reached = power == null ? 0.8 : power;
        double alpha = BigDecimal.ONE.subtract(BigDecimal.valueOf(level)).doubleValue();
        Double same = equivalence;
        if (same != null) {
            return groups().toShowEquivalence(same, alpha, reached);
        }
        Double half = margin;
        if (half != null) {
            if (power != null) {
                throw UserError.usage("error.size-power");
            }
            return groups().toEstimate(half, Confidence.of(level));
        }
        if (proportions.isEmpty()) {
            return groups().toDetect(new Significance(alpha, true), reached);
        }
        return new TwoProportionsPlan(
                        proportions.get(0),
                        proportions.get(1),
                        1,
                        effect(),
                        ProportionTest.FLEISS,
                        new Significance(alpha, true))
                .sampleSize(reached, response());
    }

    private TwoGroupsPlan groups() {
        if (proportions.isEmpty()) {
            double s = standardDeviation == null ? Double.NaN : standardDeviation;
            return new TwoGroupsPlan(s * s, s * s, difference == null ? 0 : difference, effect(), response());
        }
        double first = new PrecisionPlan.ShareOfPeople(proportions.get(0)).variance();
        double second = new PrecisionPlan.ShareOfPeople(proportions.get(1)).variance();
        return new TwoGroupsPlan(first, second, proportions.get(0) - proportions.get(1), effect(), response());
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("proportion", proportion);
        options.put("standardDeviation", standardDeviation);
        options.put("proportions", proportions);
        options.put("difference", difference);
        options.put("equivalence", equivalence);
        options.put("margin", margin);
        options.put("population", population);
        options.put("designEffect", designEffect);
        options.put("icc", icc);
        options.put("take", take == 0 ? null : take);
        options.put("responseRate", responseRate);
        options.put("power", power);
        options.put("level", level);
        return options;
    }
}
