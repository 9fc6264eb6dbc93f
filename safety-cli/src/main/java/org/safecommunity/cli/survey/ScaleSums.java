package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.questionnaire.QuestionScale;
import org.safecommunity.metrics.questionnaire.ScaleScore;
import org.safecommunity.metrics.survey.SurveyEstimate;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyProportionInterval;
import org.safecommunity.metrics.survey.SurveySums;

/**
 * The sums of one scale. The rate counts answers, each in the leaf of its person, so that the answers of one person are never
 * taken for independent; where all or none of the answers count, the limits are those of as many persons.
 */
final class ScaleSums {
    private static final String YES = "yes";
    private static final String NO = "no";

    private final QuestionScale scale;
    private final boolean keyed;
    private final LevelSums answers = new LevelSums();
    private final LevelSums persons = new LevelSums();
    private final LevelSums passes = new LevelSums();
    private final SurveySums scores = new SurveySums();
    private final SurveySums indices = new SurveySums();

    ScaleSums(QuestionScale scale, boolean keyed) {
        this.scale = scale;
        this.keyed = keyed;
    }

    void add(int group, int leaf, double weight, ScaleScore score) {
        for (int i = 0; i < score.answered(); i++) {
            answers.add(group, leaf, weight, i < score.counted() ? YES : NO);
        }
        if (score.answered() > 0) {
            persons.add(group, leaf, weight, score.counted() == score.answered() ? YES : NO);
        }
        if (score.score().isPresent()) {
            passes.add(group, leaf, weight, score.passed() ? YES : NO);
            scores.add(group, leaf, weight, score.score().getAsDouble());
            indices.add(group, leaf, weight, score.index().orElseThrow());
        }
    }

    boolean hasPass() {
        return scale.pass().isPresent();
    }

    /** Rate, share of persons who passed, mean score and index of a group. */
    List<ResultRow> rows(
            SurveyEstimates estimates,
            SurveyProportionInterval interval,
            int group,
            Map<String, String> of,
            Style style) {
        List<ResultRow> rows = new ArrayList<>();
        rows.add(style.row(rate(estimates, interval, group), of)
                .named(scale.kind().label() + "-rate")
                .withDetails(Map.of("persons", persons(group))));
        if (scale.pass().isPresent()) {
            Map<String, Object> mark = Map.of("pass", scale.pass().getAsDouble());
            rows.add(style.row(share(passes, estimates, interval, group), of)
                    .named("passed-share")
                    .withDetails(mark));
        }
        if (!keyed) {
            rows.add(style.row(estimates.mean(scores, group), of).named("mean-score"));
        }
        rows.add(style.row(estimates.mean(indices, group), of).named("index"));
        return rows.stream().map(this::about).toList();
    }

    /** How rows are made of results. */
    record Style(Locale locale, boolean explain) {
        ResultRow row(MetricResult result, Map<String, String> group) {
            return ResultRow.of(result, group, locale, explain);
        }
    }

    private long persons(int group) {
        return persons.sums().units(persons.cell(group, YES)) + persons.sums().units(persons.cell(group, NO));
    }

    private ResultRow about(ResultRow row) {
        return row.withItem(ResultRow.item("scale", scale.id()));
    }

    private SurveyEstimate rate(SurveyEstimates estimates, SurveyProportionInterval interval, int group) {
        SurveyEstimate rate = share(answers, estimates, interval, group);
        boolean edge = rate.status() == Status.ZERO_EVENTS || rate.status() == Status.ALL_EVENTS;
        return edge ? share(persons, estimates, interval, group) : rate;
    }

    private static SurveyEstimate share(
            LevelSums sums, SurveyEstimates estimates, SurveyProportionInterval interval, int group) {
        int yes = sums.cell(group, YES);
        return estimates.proportion(sums.sums(), new int[] {yes, sums.cell(group, NO)}, yes, interval);
    }
}
