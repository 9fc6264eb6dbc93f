package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.metrics.survey.DomainStatistic;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveySums;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Design-based mean of numeric variables, by domain. */
@Command(name = "mean")
public final class MeanCommand implements Callable<Integer> {
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

    @Override
    public Integer call() {
        contrast.check(design);
        NumberSums sums = NumberSums.read(file, variables, design, common);
        SurveyEstimates estimates = design.estimates(sums.scan());
        SurveyOutput output = new SurveyOutput(common);
        sums.forEach((group, number, variable, of) ->
                output.add(estimates.mean(of, number).withItem("variable", variable), group));
        for (int i = 0; i < variables.size(); i++) {
            SurveySums of = sums.of(i);
            contrast.add(
                    output,
                    sums.scan().everyDomain(),
                    variables.get(i),
                    (domains, c) -> estimates.contrast(DomainStatistic.MEAN, of, domains, c));
        }
        output.adjust(contrast.adjust);
        Map<String, Object> options = design.echo();
        options.put("variable", variables);
        contrast.echo(options);
        return output.print("survey mean", sums.scan(), options, spec);
    }
}
