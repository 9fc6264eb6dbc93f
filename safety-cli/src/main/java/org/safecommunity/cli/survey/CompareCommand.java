package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.SurveyEstimate;
import org.safecommunity.metrics.survey.SurveyEstimates;
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

    @Option(names = "--variable", paramLabel = "COL", required = true, descriptionKey = "variable")
    @SuppressWarnings("NullAway.Init")
    String variable;

    @Option(names = "--group", paramLabel = "COL", required = true, descriptionKey = "group")
    @SuppressWarnings("NullAway.Init")
    String group;

    @Option(names = "--reference", paramLabel = "CATEGORY", required = true, descriptionKey = "reference")
    @SuppressWarnings("NullAway.Init")
    String reference;

    @Override
    public Integer call() {
        List<String> outer = List.copyOf(design.by);
        design.by = new ArrayList<>(outer);
        design.by.add(group);
        NumberSums sums = NumberSums.read(file, List.of(variable), design, common);
        design.by = outer;
        SurveyEstimates estimates = design.estimates(sums.scan().design());
        Map<Map<String, String>, Map<String, Integer>> domains = domains(sums.scan());
        if (domains.values().stream().noneMatch(categories -> categories.containsKey(reference))) {
            throw UserError.usage("error.no-level", reference, group, categories(domains));
        }
        SurveyOutput output = new SurveyOutput(common);
        SurveySums of = sums.of(0);
        domains.forEach((outside, categories) -> {
            int below = categories.getOrDefault(reference, of.domains());
            categories.forEach((category, number) -> {
                if (!category.equals(reference)) {
                    SurveyEstimate difference = estimates
                            .difference(of, number, below)
                            .withItem("reference", reference)
                            .withItem(group, category)
                            .withItem("variable", variable);
                    output.add(difference, outside);
                }
            });
        });
        Map<String, Object> options = design.echo();
        options.put("variable", variable);
        options.put("group", group);
        options.put("reference", reference);
        return output.print("survey compare", sums.scan(), options, spec);
    }

    /** For each group of the outer columns, the domain number of each category. */
    private Map<Map<String, String>, Map<String, Integer>> domains(SurveyScan scan) {
        Map<Map<String, String>, Map<String, Integer>> domains = new LinkedHashMap<>();
        List<Map<String, String>> groups = scan.groups();
        for (int number = 0; number < groups.size(); number++) {
            Map<String, String> outside = new LinkedHashMap<>(groups.get(number));
            String category = String.valueOf(outside.remove(group));
            domains.computeIfAbsent(outside, key -> new LinkedHashMap<>()).put(category, number);
        }
        return domains;
    }

    private static String categories(Map<Map<String, String>, Map<String, Integer>> domains) {
        return String.join(
                ", ",
                domains.values().stream()
                        .flatMap(categories -> categories.keySet().stream())
                        .distinct()
                        .toList());
    }
}
