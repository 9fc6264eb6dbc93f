package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.SurveyContrasts;
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
        contrast.check(design);
        SurveyProportionInterval method =
                DesignOptions.choice("--interval", interval, SurveyProportionInterval.values());
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
        contrasts(SurveyContrasts.with(estimates), sums, output, scan);
        Map<String, Object> options = design.echo();
        contrast.finish(output, options);
        options.put("variable", variables);
        options.put("value", value);
        options.put("interval", interval);
        return output.print("survey proportion", scan, options, spec);
    }

    private void contrasts(SurveyContrasts contrasts, List<LevelSums> sums, SurveyOutput output, SurveyScan scan) {
        for (int i = 0; i < variables.size(); i++) {
            LevelSums of = sums.get(i);
            for (String level : wanted(variables.get(i), of)) {
                Map<String, String> about = new LinkedHashMap<>();
                about.put("variable", variables.get(i));
                about.put("level", level);
                contrast.add(
                        output,
                        scan,
                        terms -> contrasts.proportions(
                                of.sums(),
                                terms.stream()
                                        .map(term -> new SurveyContrasts.Term(
                                                term.label(), of.cell(term.domain(), level), term.coefficient()))
                                        .toList(),
                                terms.stream()
                                        .map(term -> of.cells(term.domain()))
                                        .toList()),
                        about);
            }
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
