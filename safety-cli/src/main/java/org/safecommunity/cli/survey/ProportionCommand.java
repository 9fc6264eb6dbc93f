package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.SurveyEstimate;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyProportionInterval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Design-based proportions of the levels of categorical variables, by domain. */
@Command(name = "proportion")
public final class ProportionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DesignOptions design = new DesignOptions();

    @Mixin
    ContrastOptions contrast = new ContrastOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--variable", paramLabel = "COL", split = ",", required = true, descriptionKey = "survey-variable")
    List<String> variables = new ArrayList<>();

    @Option(names = "--value", paramLabel = "CATEGORY", descriptionKey = "survey-value")
    @Nullable
    String value;

    @Option(names = "--interval", paramLabel = "METHOD", descriptionKey = "survey-interval")
    String interval = "beta";

    @Override
    public Integer call() {
        SurveyProportionInterval method =
                DesignOptions.choice("--interval", interval, SurveyProportionInterval.values());
        contrast.check(design);
        List<LevelSums> sums = new ArrayList<>();
        variables.forEach(variable -> sums.add(new LevelSums()));
        SurveyScan scan =
                SurveyScan.read(file, Variable.categories(variables), design, common, (group, leaf, weight, values) -> {
                    for (int i = 0; i < values.size(); i++) {
                        SurveyScan.Value category = values.get(i);
                        if (category != null) {
                            sums.get(i).add(group, leaf, weight, category.text());
                        }
                    }
                });
        SurveyEstimates estimates = design.estimates(scan);
        SurveyOutput output = new SurveyOutput(common);
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            for (int i = 0; i < variables.size(); i++) {
                for (String level : wanted(variables.get(i), sums.get(i))) {
                    SurveyEstimate estimate = estimates.proportion(
                            sums.get(i).sums(),
                            sums.get(i).cells(g),
                            sums.get(i).cell(g, level),
                            method);
                    output.add(estimate.withItem("level", level).withItem("variable", variables.get(i)), groups.get(g));
                }
            }
        }
        for (int i = 0; i < variables.size(); i++) {
            contrasts(estimates, output, scan.everyDomain(), variables.get(i), sums.get(i));
        }
        output.adjust(contrast.adjust);
        Map<String, Object> options = design.echo();
        options.put("variable", variables);
        options.put("value", value);
        options.put("interval", interval);
        contrast.echo(options);
        return output.print("survey proportion", scan, options, spec);
    }

    private void contrasts(
            SurveyEstimates estimates,
            SurveyOutput output,
            List<Map<String, String>> groups,
            String variable,
            LevelSums sums) {
        if (contrast.contrasts.isEmpty()) {
            return;
        }
        for (String level : wanted(variable, sums)) {
            contrast.add(output, groups, variable, (domains, coefficients) -> estimates
                    .contrastOfProportions(
                            sums.sums(),
                            Arrays.stream(domains).mapToObj(sums::cells).toList(),
                            Arrays.stream(domains).map(g -> sums.cell(g, level)).toArray(),
                            coefficients)
                    .withItem("level", level));
        }
    }

    private List<String> wanted(String variable, LevelSums sums) {
        if (sums.levels().isEmpty()) {
            throw UserError.input("error.no-levels", variable);
        }
        String only = value;
        if (only == null) {
            SurveyOutput.requireFew(sums.levels().size(), variable);
            return sums.levels();
        }
        if (!sums.levels().contains(only)) {
            throw UserError.usage("error.no-level", only, variable, SurveyOutput.names(sums.levels()));
        }
        return List.of(only);
    }
}
