package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.questionnaire.Equivalence;
import org.safecommunity.metrics.survey.IndependentDifference;
import org.safecommunity.metrics.survey.SurveyEstimates;

/** Change between two rounds with different people. */
final class WaveChange {
    private final WaveOptions options;
    private final DesignOptions design;
    private final CommonOptions common;
    private final boolean scores;
    private final AnswerCells cells;
    private final @Nullable Double equivalence;
    private final List<SurveyScan> scans = new ArrayList<>();
    private final List<WaveSums> sums = new ArrayList<>();

    WaveChange(
            WaveOptions options,
            DesignOptions design,
            CommonOptions common,
            boolean scores,
            AnswerCells cells,
            @Nullable Double equivalence) {
        this.options = options;
        this.design = design;
        this.common = common;
        this.scores = scores;
        this.cells = cells;
        this.equivalence = equivalence;
    }

    /** Reads the file or files. */
    List<SurveyScan> read(String file) {
        WaveSums first = new WaveSums(options, scores, cells);
        design.crossed = options.sameClusters ? null : options.wave;
        scans.add(SurveyScan.readRows(file, design, common, table -> first.use(table, design, 0)));
        sums.add(first);
        String second = options.second;
        if (second == null && design.calibration.given()) {
            scans.get(0).remark("calibrated-together", "remark.calibrated-together");
        }
        if (second != null) {
            WaveSums after = new WaveSums(options, scores, cells);
            scans.add(SurveyScan.readRows(second, design, common, table -> after.use(table, design, 1)));
            sums.add(after);
        } else if (!options.sameClusters && first.clustersOfBoth() > 0) {
            scans.get(0).remark("clusters-in-both", "remark.clusters-in-both", first.clustersOfBoth());
        }
        return scans;
    }

    /** Rows of every group: for each variable the difference, equivalence where asked for, and both rounds. */
    void rows(SurveyOutput output, Confidence confidence, double alpha) {
        Set<Map<String, String>> groups = new LinkedHashSet<>();
        scans.forEach(scan -> groups.addAll(scan.groups()));
        ScaleSums.Style style = new ScaleSums.Style(common.locale(), common.explain());
        for (Map<String, String> group : groups) {
            for (int v = 0; v < options.variables.size(); v++) {
                int variable = v;
                Function<Confidence, MetricResult> change = of -> difference(of, variable, group);
                output.add(about(ResultRow.of(change.apply(confidence), group, common.locale(), common.explain()), v));
                if (equivalence != null) {
                    MetricResult narrow = change.apply(Confidence.of(1 - 2 * alpha));
                    MetricResult same = Equivalence.of(narrow, equivalence, alpha);
                    output.add(about(ResultRow.of(same, group, common.locale(), common.explain()), v));
                }
                for (int round = 0; round < 2; round++) {
                    ResultRow row = style.row(estimate(confidence, v, group, round), group);
                    output.add(about(
                            row.withItem(ResultRow.item("wave", sums.get(0).name(round))), v));
                }
            }
        }
    }

    private ResultRow about(ResultRow row, int variable) {
        return row.withItem(ResultRow.item("variable", options.variables.get(variable)));
    }

    private MetricResult difference(Confidence confidence, int variable, Map<String, String> group) {
        if (scans.size() == 1) {
            return sums.get(0).difference(estimates(0, confidence), variable, number(0, group));
        }
        return IndependentDifference.of(
                estimate(confidence, variable, group, 1), estimate(confidence, variable, group, 0), confidence);
    }

    private org.safecommunity.metrics.survey.SurveyEstimate estimate(
            Confidence confidence, int variable, Map<String, String> group, int round) {
        int file = scans.size() == 1 ? 0 : round;
        return sums.get(file).estimate(estimates(file, confidence), variable, number(file, group), round);
    }

    private SurveyEstimates estimates(int file, Confidence confidence) {
        return SurveyEstimates.with(design.variance(scans.get(file)), confidence);
    }

    /** Number of a group in a file; one that is not there has no sums. */
    private int number(int file, Map<String, String> group) {
        int at = scans.get(file).groups().indexOf(group);
        return at < 0 ? scans.get(file).groups().size() : at;
    }
}
