package org.safecommunity.cli.survey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.metrics.survey.IndependenceTest;
import org.safecommunity.metrics.survey.SurveyEstimate;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyIndependence;
import org.safecommunity.metrics.survey.SurveyProportionInterval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Weighted table of two categorical variables with a design-based test of independence. */
@Command(name = "crosstab")
public final class CrosstabCommand implements Callable<Integer> {
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

    @Option(names = "--row", paramLabel = "COL", required = true, descriptionKey = "survey-row")
    @SuppressWarnings("NullAway.Init")
    String row;

    @Option(names = "--column", paramLabel = "COL", required = true, descriptionKey = "survey-column")
    @SuppressWarnings("NullAway.Init")
    String column;

    @Option(names = "--interval", paramLabel = "METHOD", descriptionKey = "survey-interval")
    String interval = "beta";

    @Option(names = "--test", paramLabel = "TEST", descriptionKey = "survey-test")
    String test = "rao-scott-f";

    @Override
    public Integer call() {
        IndependenceTest kind = DesignOptions.choice("--test", test, IndependenceTest.values());
        SurveyProportionInterval method =
                DesignOptions.choice("--interval", interval, SurveyProportionInterval.values());
        TableSums sums = new TableSums();
        SurveyScan scan = SurveyScan.read(
                file, Variable.categories(List.of(row, column)), design, common, (group, leaf, weight, values) -> {
                    SurveyScan.Value r = values.get(0);
                    SurveyScan.Value c = values.get(1);
                    if (r != null && c != null) {
                        sums.add(group, leaf, weight, r.text(), c.text());
                    }
                });
        SurveyEstimates estimates = design.estimates(scan);
        SurveyOutput output = new SurveyOutput(common);
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            int[][] cells = sums.cells(g);
            List<String> rows = sums.rows(g);
            List<String> columns = sums.columns(g);
            SurveyOutput.requireFew(rows.size() * columns.size(), row + " × " + column);
            output.add(SurveyIndependence.of(estimates, sums.sums(), cells, kind), groups.get(g));
            int[] all = sums.all(g);
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < columns.size(); j++) {
                    SurveyEstimate estimate = estimates.proportion(sums.sums(), all, cells[i][j], method);
                    output.add(estimate.withItem("column", columns.get(j)).withItem("row", rows.get(i)), groups.get(g));
                }
            }
        }
        Map<String, Object> options = design.echo();
        options.put("row", row);
        options.put("column", column);
        options.put("interval", interval);
        options.put("test", test);
        return output.print("survey crosstab", scan, options, spec);
    }
}
