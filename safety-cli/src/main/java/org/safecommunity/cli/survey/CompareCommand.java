package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.safecommunity.cli.rates.PCorrection;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.RankScore;
import org.safecommunity.metrics.survey.SurveyEstimate;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyRankTest;
import org.safecommunity.metrics.survey.SurveySums;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Differences of the mean of a numeric variable between groups, with a design-based t test. */
@Command(name = "compare")
public final class CompareCommand implements Callable<Integer> {
    private static final String T_TEST = "t";

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

    @Option(names = "--variable", paramLabel = "COL", required = true, descriptionKey = "survey-variable")
    @SuppressWarnings("NullAway.Init")
    String variable;

    @Option(names = "--group", paramLabel = "COL", required = true, descriptionKey = "group")
    @SuppressWarnings("NullAway.Init")
    String group;

    @Option(names = "--reference", paramLabel = "CATEGORY", required = true, descriptionKey = "reference")
    @SuppressWarnings("NullAway.Init")
    String reference;

    @Option(names = "--adjust", paramLabel = "METHOD", descriptionKey = "survey-adjust")
    String adjust = "none";

    @Option(names = "--test", paramLabel = "TEST", descriptionKey = "survey-compare-test")
    String test = T_TEST;

    private final SurveySums sums = new SurveySums();
    private final List<Map<String, Integer>> categories = new ArrayList<>();
    private final List<SurveyRankTest> ranks = new ArrayList<>();
    private final List<Map<String, Integer>> numbers = new ArrayList<>();
    private int cells;

    @Override
    public Integer call() {
        PCorrection.check(adjust);
        DesignOptions.choice("--test", test, T_TEST, "wilcoxon", "kruskal", "van-der-waerden", "median");
        RankScore score = test.equals(T_TEST) ? null : DesignOptions.choice("--test", test, RankScore.values());
        List<Variable> variables = List.of(Variable.number(variable), Variable.category(group));
        SurveyScan scan = SurveyScan.read(file, variables, design, common, (outer, leaf, weight, values) -> {
            SurveyScan.Value y = values.get(0);
            SurveyScan.Value category = values.get(1);
            if (y != null && category != null) {
                sums.add(domain(outer, category.text()), leaf, weight, y.number());
                if (score != null) {
                    rank(outer, category.text(), leaf, weight, y.number());
                }
            }
        });
        Set<String> known = new TreeSet<>();
        categories.forEach(one -> known.addAll(one.keySet()));
        if (!known.contains(reference)) {
            throw UserError.usage("error.no-level", reference, group, SurveyOutput.names(known));
        }
        SurveyOutput output = new SurveyOutput(common);
        SurveyEstimates estimates = design.estimates(scan);
        for (int outer = 0; outer < categories.size(); outer++) {
            if (score != null) {
                output.add(
                        ranks.get(outer).of(estimates, score).withItem("variable", variable),
                        scan.groups().get(outer));
            }
            differences(outer, estimates, output, scan.groups().get(outer));
        }
        output.adjust(adjust);
        Map<String, Object> options = design.echo();
        options.put("variable", variable);
        options.put("group", group);
        options.put("reference", reference);
        options.put("adjust", adjust);
        options.put("test", test);
        return output.print("survey compare", scan, options, spec);
    }

    private void differences(
            int outer, SurveyEstimates estimates, SurveyOutput output, Map<String, String> groupOfRows) {
        Map<String, Integer> domains = categories.get(outer);
        int below = domains.getOrDefault(reference, cells);
        domains.forEach((category, domain) -> {
            if (!category.equals(reference)) {
                SurveyEstimate difference = estimates
                        .difference(sums, domain, below)
                        .withItem("reference", reference)
                        .withItem("level", category)
                        .withItem("variable", variable);
                output.add(difference, groupOfRows);
            }
        });
    }

    /** The reference is group 0 of a rank test, the others follow as they appear. */
    private void rank(int outer, String category, int leaf, double weight, double y) {
        while (ranks.size() <= outer) {
            ranks.add(new SurveyRankTest());
            numbers.add(new LinkedHashMap<>(Map.of(reference, 0)));
        }
        Map<String, Integer> known = numbers.get(outer);
        int number = known.getOrDefault(category, known.size());
        known.put(category, number);
        ranks.get(outer).add(number, leaf, weight, y);
    }

    private int domain(int outer, String category) {
        while (categories.size() <= outer) {
            categories.add(new LinkedHashMap<>());
        }
        return categories.get(outer).computeIfAbsent(category, key -> cells++);
    }
}
