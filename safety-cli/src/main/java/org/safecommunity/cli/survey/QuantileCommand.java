package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.QuantileRule;
import org.safecommunity.metrics.survey.SurveyEstimate;
import org.safecommunity.metrics.survey.SurveyQuantile;
import org.safecommunity.metrics.survey.SurveyRows;
import org.safecommunity.metrics.survey.SurveyVariance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Weighted quantiles of numeric variables with Woodruff intervals, by domain. */
@Command(name = "quantile")
public final class QuantileCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DesignOptions design = new DesignOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--variable", paramLabel = "COL", split = ",", required = true, descriptionKey = "survey-variable")
    List<String> variables = new ArrayList<>();

    @Option(names = "--probabilities", paramLabel = "P", split = ",", descriptionKey = "survey-probabilities")
    List<Double> probabilities = List.of(0.5);

    @Option(names = "--qrule", paramLabel = "RULE", descriptionKey = "survey-qrule")
    String rule = "math";

    @Override
    public Integer call() {
        QuantileRule quantileRule = DesignOptions.choice("--qrule", rule, QuantileRule.values());
        probabilities.stream().filter(p -> !(p > 0 && p < 1)).findFirst().ifPresent(p -> {
            throw UserError.usage("error.probability", String.valueOf(p));
        });
        List<SurveyRows> rows = new ArrayList<>();
        variables.forEach(variable -> rows.add(new SurveyRows()));
        SurveyScan scan =
                SurveyScan.read(file, Variable.numbers(variables), design, common, (group, leaf, weight, values) -> {
                    for (int i = 0; i < values.size(); i++) {
                        SurveyScan.Value value = values.get(i);
                        if (value != null) {
                            rows.get(i).add(group, leaf, weight, value.number());
                        }
                    }
                });
        SurveyOutput output = new SurveyOutput(common);
        try {
            estimates(scan, rows, quantileRule, output);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
        Map<String, Object> options = design.echo();
        options.put("variable", variables);
        options.put("qrule", rule);
        return output.print("survey quantile", scan, options, spec);
    }

    private void estimates(SurveyScan scan, List<SurveyRows> rows, QuantileRule quantileRule, SurveyOutput output) {
        SurveyVariance variance = design.variance(scan);
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            for (int i = 0; i < variables.size(); i++) {
                for (double p : probabilities) {
                    SurveyEstimate estimate =
                            SurveyQuantile.of(variance, rows.get(i), g, p, quantileRule, design.confidence());
                    output.add(estimate.withItem("variable", variables.get(i)), groups.get(g));
                }
            }
        }
    }
}
