package org.safecommunity.cli.survey;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.questionnaire.Equivalence;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveySums;

/** Change of the same people in a sample with a design: the mean of after − before. McNemar's test knows no design and is left out. */
final class PairedChange {
    private final String before;
    private final String after;
    private final boolean scores;
    private final AnswerCells cells;
    private final SurveySums sums = new SurveySums();
    private long incomplete;

    PairedChange(String before, String after, boolean scores, AnswerCells cells) {
        this.before = before;
        this.after = after;
        this.scores = scores;
        this.cells = cells;
    }

    /** What is done with each row: people without both answers leave the domain and stay in the design. */
    SurveyScan.RowUse use(TableReader table) {
        int first = table.column(before);
        int later = table.column(after);
        return (group, leaf, weight, row) -> {
            if (AnswerCells.missing(row.cell(first)) || AnswerCells.missing(row.cell(later))) {
                incomplete++;
                return;
            }
            OptionalDouble was = answer(row, first, table);
            OptionalDouble is = answer(row, later, table);
            if (was.isPresent() && is.isPresent()) {
                sums.add(group.getAsInt(), leaf, weight, is.getAsDouble() - was.getAsDouble());
            }
        };
    }

    private OptionalDouble answer(TableReader.Row row, int column, TableReader table) {
        if (scores) {
            return AnswerCells.number(row, column, table);
        }
        return cells.yes(row, column, table)
                .map(yes -> OptionalDouble.of(yes ? 1 : 0))
                .orElse(OptionalDouble.empty());
    }

    /** The change in each domain, and its equivalence where asked for. */
    void rows(SurveyOutput output, SurveyScan scan, DesignOptions design, @Nullable Double equivalence, double alpha) {
        if (incomplete > 0) {
            scan.remark("missing-values", "remark.incomplete", incomplete);
        }
        List<Map<String, String>> groups = scan.groups();
        SurveyEstimates estimates = design.estimates(scan);
        for (int g = 0; g < groups.size(); g++) {
            output.add(estimates.change(sums, g), groups.get(g));
            if (equivalence != null) {
                SurveyEstimates narrow = SurveyEstimates.with(design.variance(scan), Confidence.of(1 - 2 * alpha));
                output.add(Equivalence.of(narrow.change(sums, g), equivalence, alpha), groups.get(g));
            }
        }
    }
}
