package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.survey.SurveyDesign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes the design of a sample and says what looks wrong in it, before anything is estimated. */
@Command(name = "design")
public final class DesignCommand implements Callable<Integer> {
    private static final int NAMED = 5;
    private static final double UNEVEN = 2;

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

    @Option(names = "--id", paramLabel = "COL", descriptionKey = "survey-unique-id")
    @Nullable
    String id;

    private final Set<String> ids = new HashSet<>();
    private final List<Integer> repeated = new ArrayList<>();
    private final Map<Integer, Set<Integer>> leavesOfGroup = new LinkedHashMap<>();
    private int respondents;
    private boolean whole = true;

    @Override
    public Integer call() {
        Map<String, Object> options = design.echo();
        options.put("id", id);
        boolean failing = design.lonelyPsu.equals("fail");
        if (failing) {
            design.lonelyPsu = "remove";
        }
        String column = id;
        List<Variable> variables = column == null ? List.of() : List.of(Variable.category(column));
        SurveyScan scan = SurveyScan.read(file, variables, design, common, (group, leaf, weight, values) -> {
            respondents++;
            whole &= weight == Math.rint(weight);
            leavesOfGroup.computeIfAbsent(group, key -> new HashSet<>()).add(leaf);
            SurveyScan.Value value = values.isEmpty() ? null : values.get(0);
            if (value != null && !ids.add(value.text())) {
                repeated.add(respondents);
            }
        });
        SurveyDesign drawn = scan.design();
        warn(scan, drawn, failing);
        SurveyOutput output = new SurveyOutput(common);
        rows(drawn).forEach(output::add);
        return output.print("survey design", scan, options, spec);
    }

    private static List<ResultRow> rows(SurveyDesign drawn) {
        SurveyDesign.WeightSpread weights = drawn.weights();
        List<ResultRow> rows = new ArrayList<>();
        rows.add(ResultRow.count(Map.of(), "respondents", weights.units(), Map.of()));
        rows.add(ResultRow.count(Map.of(), "strata", drawn.strata(), Map.of()));
        rows.add(ResultRow.count(Map.of(), "primary-units", drawn.primaryUnits(), Map.of()));
        rows.add(ResultRow.count(Map.of(), "stages", drawn.stages(), Map.of("corrected", drawn.corrected())));
        rows.add(ResultRow.count(Map.of(), "degrees-of-freedom", drawn.degreesOfFreedom(), Map.of()));
        rows.add(ResultRow.plain(Map.of(), "sum-of-weights", weights.sum(), Map.of()));
        rows.add(ResultRow.plain(Map.of(), "smallest-weight", weights.smallest(), Map.of()));
        rows.add(ResultRow.plain(Map.of(), "largest-weight", weights.largest(), Map.of()));
        rows.add(ResultRow.plain(Map.of(), "kish-design-effect", weights.kishEffect(), Map.of()));
        rows.add(ResultRow.plain(Map.of(), "effective-sample-size", weights.units() / weights.kishEffect(), Map.of()));
        return rows;
    }

    private void warn(SurveyScan scan, SurveyDesign drawn, boolean failing) {
        SurveyDesign.WeightSpread weights = drawn.weights();
        List<String> lonely = drawn.lonelyStrata();
        if (!lonely.isEmpty() && failing) {
            add(scan, "lonely-psu", lonely.size(), named(lonely));
        }
        if (design.weight == null) {
            add(scan, "no-weights");
        } else if (Math.abs(weights.sum() - weights.units()) < 1e-6 * weights.units()) {
            add(scan, "weights-sum-to-n");
        } else if (whole && weights.smallest() < weights.largest()) {
            add(scan, "whole-weights");
        }
        if (weights.kishEffect() > UNEVEN) {
            add(scan, "uneven-weights", CalibratedUnits.rounded(weights.kishEffect()));
        }
        if (!repeated.isEmpty()) {
            add(scan, "repeated-ids", repeated.size(), named(repeated));
        }
        if (drawn.degreesOfFreedom() < 8) {
            add(scan, "few-df", drawn.degreesOfFreedom());
        }
        List<Map<String, String>> groups = scan.groups();
        List<String> single = new ArrayList<>();
        leavesOfGroup.forEach((group, leaves) -> {
            if (leaves.size() == 1 && !groups.get(group).isEmpty()) {
                single.add(String.join(" ", groups.get(group).values()));
            }
        });
        if (!single.isEmpty()) {
            add(scan, "domain-in-one-unit", single.size(), named(single));
        }
    }

    private void add(SurveyScan scan, String code, Object... arguments) {
        scan.remarks().add(new Remark(code, Texts.get(common.locale(), "remark." + code, arguments)));
    }

    private static String named(List<?> names) {
        String first = String.join(
                ", ", names.stream().limit(NAMED).map(String::valueOf).toList());
        return names.size() > NAMED ? first + ", …" : first;
    }
}
