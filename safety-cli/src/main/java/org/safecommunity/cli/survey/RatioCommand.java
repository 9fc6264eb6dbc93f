package org.safecommunity.cli.survey;

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

/** Design-based ratio of two totals, by domain. */
@Command(name = "ratio")
public final class RatioCommand implements Callable<Integer> {
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

    @Option(names = "--numerator", paramLabel = "COL", required = true, descriptionKey = "survey-numerator")
    @SuppressWarnings("NullAway.Init")
    String numerator;

    @Option(names = "--denominator", paramLabel = "COL", required = true, descriptionKey = "survey-denominator")
    @SuppressWarnings("NullAway.Init")
    String denominator;

    @Override
    public Integer call() {
        contrast.check(design);
        SurveySums sums = new SurveySums();
        SurveyScan scan = SurveyScan.read(
                file,
                List.of(Variable.number(numerator), Variable.number(denominator)),
                design,
                common,
                (group, leaf, weight, values) -> {
                    SurveyScan.Value y = values.get(0);
                    SurveyScan.Value x = values.get(1);
                    if (y != null && x != null) {
                        sums.add(group, leaf, weight, y.number(), x.number());
                    }
                });
        SurveyEstimates estimates = design.estimates(scan);
        SurveyOutput output = new SurveyOutput(common);
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            output.add(
                    estimates.ratio(sums, g).withItem("numerator", numerator).withItem("denominator", denominator),
                    groups.get(g));
        }
        contrast.add(output, scan.everyDomain(), "", (domains, coefficients) -> estimates
                .contrast(DomainStatistic.RATIO, sums, domains, coefficients)
                .withItem("numerator", numerator)
                .withItem("denominator", denominator));
        output.adjust(contrast.adjust);
        Map<String, Object> options = design.echo();
        options.put("numerator", numerator);
        options.put("denominator", denominator);
        contrast.echo(options);
        return output.print("survey ratio", scan, options, spec);
    }
}
