package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.planning.PlanResult;
import org.safecommunity.metrics.planning.ProportionTest;
import org.safecommunity.metrics.planning.RateTest;
import org.safecommunity.metrics.planning.Significance;
import org.safecommunity.metrics.planning.TwoProportionsPlan;
import org.safecommunity.metrics.planning.TwoRatesPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sample size or power for the comparison of two rates or proportions, or for the evaluation of a project. */
@Command(name = "power")
public final class PowerCommand implements Callable<Integer> {
    private static final double USUAL_POWER = 0.8;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ScaleOptions scales = new ScaleOptions();

    @Mixin
    EvaluationPlanOptions evaluation = new EvaluationPlanOptions();

    @Option(names = "--rates", paramLabel = "A,B", descriptionKey = "power-rates")
    @Nullable
    String rates;

    @Option(names = "--proportions", paramLabel = "A,B", descriptionKey = "power-proportions")
    @Nullable
    String proportions;

    @Option(names = "--person-time", paramLabel = "T[,T]", descriptionKey = "power-person-time")
    @Nullable
    String personTime;

    @Option(names = "--trials", paramLabel = "N[,N]", descriptionKey = "power-trials")
    @Nullable
    String trials;

    @Option(names = "--power", paramLabel = "P", descriptionKey = "power")
    @Nullable
    Double power;

    @Option(names = "--alpha", paramLabel = "A", descriptionKey = "alpha")
    double alpha = 0.05;

    @Option(names = "--one-sided", descriptionKey = "one-sided")
    boolean oneSided;

    @Option(names = "--ratio", paramLabel = "R", descriptionKey = "ratio")
    @Nullable
    Double ratio;

    @Option(names = "--design-effect", paramLabel = "D", descriptionKey = "design-effect")
    double designEffect = 1;

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "power-method")
    @Nullable
    String method;

    @Override
    public Integer call() {
        int plans = (rates == null ? 0 : 1) + (proportions == null ? 0 : 1) + (evaluation.given() ? 1 : 0);
        if (plans != 1) {
            throw UserError.usage("error.rates-or-proportions");
        }
        String wrong = rates != null ? trials : personTime;
        if (wrong != null || (evaluation.given() && trials != null)) {
            throw UserError.usage("error.size-option", rates != null ? "--person-time" : "--trials");
        }
        String size = rates != null ? personTime : trials;
        if (size != null && power != null) {
            throw UserError.usage("error.power-or-size", rates != null ? "--person-time" : "--trials");
        }
        try {
            List<PlanResult> results = evaluation.given()
                    ? evaluation.results(power, new Significance(alpha, !oneSided))
                    : rates != null ? ofRates(rates, size) : ofProportions(proportions, size);
            List<ResultRow> rows = results.stream()
                    .map(result -> ResultRow.of(result, Map.of(), common.locale(), common.explain()))
                    .toList();
            return CountOutput.print("rates power", rows, options(), common, spec);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private List<PlanResult> ofRates(String text, @Nullable String size) {
        double[] pair = Literals.pair(text, "--rates");
        RateTest test = choose(RateTest.values(), RateTest::label);
        TwoRatesPlan plan = new TwoRatesPlan(
                pair[0], pair[1], scales.scale(), ratio(), designEffect, test, new Significance(alpha, !oneSided));
        if (size != null) {
            double[] times = sizes(size, "--person-time");
            return List.of(plan.power(times[0], times[1]));
        }
        PlanResult result = plan.sampleSize(target());
        return List.of(result, plan.power(result.value().orElseThrow(), result.secondGroup()));
    }

    private List<PlanResult> ofProportions(@Nullable String text, @Nullable String size) {
        double[] pair = Literals.pair(String.valueOf(text), "--proportions");
        ProportionTest test = choose(ProportionTest.values(), ProportionTest::label);
        TwoProportionsPlan plan = new TwoProportionsPlan(
                pair[0], pair[1], ratio(), designEffect, test, new Significance(alpha, !oneSided));
        if (size != null) {
            double[] groups = sizes(size, "--trials");
            return List.of(plan.power(groups[0], groups[1]));
        }
        PlanResult result = plan.sampleSize(target());
        return List.of(result, plan.power(result.value().orElseThrow(), result.secondGroup()));
    }

    private double target() {
        return power == null ? USUAL_POWER : power;
    }

    private double ratio() {
        return ratio == null ? 1 : ratio;
    }

    /** One size and the ratio, or both sizes. */
    private double[] sizes(String text, String option) {
        if (!text.contains(",")) {
            double first = Literals.amount(text, option);
            return new double[] {first, first * ratio()};
        }
        if (ratio != null) {
            throw UserError.usage("error.ratio-twice", option);
        }
        return Literals.pair(text, option);
    }

    private <M> M choose(M[] known, Function<M, String> label) {
        if (method == null) {
            return known[0];
        }
        List<String> labels = new ArrayList<>();
        for (M candidate : known) {
            if (label.apply(candidate).equals(method)) {
                return candidate;
            }
            labels.add(label.apply(candidate));
        }
        throw UserError.usage("error.choice", "--method", method, String.join(", ", labels));
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("alpha", alpha);
        options.put("sides", oneSided ? "one" : "two");
        options.put("designEffect", designEffect);
        if (evaluation.given()) {
            evaluation.echo(options);
        }
        if (rates != null) {
            options.put("per", scales.per);
            options.put("unit", scales.unit);
        }
        return options;
    }
}
