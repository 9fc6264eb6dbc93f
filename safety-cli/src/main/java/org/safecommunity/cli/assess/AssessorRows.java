package org.safecommunity.cli.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.agreement.AlphaMetric;
import org.safecommunity.metrics.agreement.Bootstrap;
import org.safecommunity.metrics.agreement.Categories;
import org.safecommunity.metrics.agreement.CategoryCounts;
import org.safecommunity.metrics.agreement.KrippendorffAlpha;
import org.safecommunity.model.assessment.Grades;
import org.safecommunity.model.assessment.IndicatorScore;
import org.safecommunity.model.assessment.Score;
import org.safecommunity.model.scheme.Decision;
import org.safecommunity.model.scheme.Grade;
import org.safecommunity.model.scheme.Part;

/**
 * Several assessments of the same indicators: total and decision of each, how far they agree, and each indicator on which
 * they differ with the points at stake.
 */
final class AssessorRows {
    private final List<AssessmentFile> files;
    private final List<Score> scores;
    private final Locale locale;
    private final boolean explain;

    AssessorRows(List<AssessmentFile> files, Locale locale, boolean explain) {
        this.files = files;
        this.scores = files.stream().map(AssessmentFile::score).toList();
        this.locale = locale;
        this.explain = explain;
    }

    /** Total and decision of each assessment. */
    List<ResultRow> totals() {
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Score score = scores.get(i);
            Map<String, String> item = ResultRow.item("file", files.get(i).name());
            String open = score.missing().isEmpty() ? "" : "incomplete";
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("assessor", files.get(i).draft().assessor());
            details.put("notAssessed", (long) score.missing().size());
            rows.add(row(item, "total", score.total(), open, details));
            String decision = score.decision().map(Decision::label).orElse(null);
            rows.add(row(item, "decision", decision, decision == null ? "incomplete" : "", Map.of()));
        }
        return rows;
    }

    /** How far they agree: the share of indicators graded alike by all, and Krippendorff's alpha of each part. */
    List<ResultRow> agreement() {
        List<ResultRow> rows = new ArrayList<>();
        long graded = 0;
        long alike = 0;
        for (int i = 0; i < indicators(); i++) {
            List<Grades> grades = grades(i);
            graded += grades.size() == files.size() ? 1 : 0;
            alike += grades.size() == files.size() && grades.stream().distinct().count() == 1 ? 1 : 0;
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("alike", alike);
        details.put("gradedByAll", graded);
        rows.add(row(
                Map.of(),
                "same-grades",
                graded == 0 ? null : (Object) (alike / (double) graded),
                graded == 0 ? "not-assessed" : "",
                details));
        for (Part part : Part.values()) {
            rows.add(alpha(part).withItem(ResultRow.item("part", part.label())));
        }
        return rows;
    }

    private ResultRow alpha(Part part) {
        List<String> labels = List.of("d", "c", "b", "a");
        List<List<Long>> counts = new ArrayList<>();
        for (int i = 0; i < indicators(); i++) {
            List<Grade> grades = grades(i).stream().map(g -> g.of(part)).toList();
            counts.add(labels.stream()
                    .map(label -> grades.stream()
                            .filter(grade -> grade.label().equals(label))
                            .count())
                    .toList());
        }
        CategoryCounts table = new CategoryCounts(Categories.inOrder(labels), counts);
        return ResultRow.of(
                KrippendorffAlpha.of(table, AlphaMetric.ORDINAL, Bootstrap.DEFAULT, Confidence.DEFAULT),
                Map.of(),
                locale,
                explain);
    }

    private int indicators() {
        return scores.get(0).rows().size();
    }

    /** The grades that an indicator got, from those who graded it. */
    private List<Grades> grades(int indicator) {
        return scores.stream()
                .map(score -> score.rows().get(indicator).grades())
                .flatMap(Optional::stream)
                .toList();
    }

    /** The indicators on which they differ, the most points at stake first. */
    List<ResultRow> differences() {
        List<ResultRow> rows = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < indicators(); i++) {
            List<IndicatorScore> scored = at(i);
            if (scored.stream().map(IndicatorScore::grades).distinct().count() > 1) {
                order.add(i);
            }
        }
        order.sort((a, b) -> stake(at(b)).compareTo(stake(at(a))));
        order.forEach(i -> rows.add(difference(at(i))));
        return rows;
    }

    private List<IndicatorScore> at(int indicator) {
        return scores.stream().map(score -> score.rows().get(indicator)).toList();
    }

    /** The most points given less the fewest, among those who graded it. */
    static BigDecimal stake(List<IndicatorScore> scored) {
        List<BigDecimal> points = scored.stream()
                .filter(row -> row.grades().isPresent())
                .map(IndicatorScore::points)
                .sorted()
                .toList();
        return points.isEmpty()
                ? BigDecimal.ZERO
                : points.get(points.size() - 1).subtract(points.get(0));
    }

    private ResultRow difference(List<IndicatorScore> scored) {
        List<Grades> given =
                scored.stream().flatMap(row -> row.grades().stream()).toList();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                "grades",
                list(scored, row -> row.grades().map(CompareCommand::text).orElse("–")));
        details.put(
                "points",
                list(scored, row -> row.grades().isPresent() ? row.points().toPlainString() : "–"));
        details.put("agreement", agreement(given));
        details.put("title", scored.get(0).indicator().title().in(locale));
        return row(
                ResultRow.item("indicator", scored.get(0).indicator().id()),
                "points-at-stake",
                given.size() < 2 ? null : stake(scored),
                given.size() < 2 ? "not-assessed" : "",
                details);
    }

    private static String list(List<IndicatorScore> scored, Function<IndicatorScore, String> text) {
        return String.join(" / ", scored.stream().map(text).toList());
    }

    /** Share of the pairs of assessors that give the same grade, over the three parts; null with fewer than two. */
    static @Nullable Double agreement(List<Grades> given) {
        long pairs = 0;
        long same = 0;
        for (int i = 0; i < given.size(); i++) {
            for (int j = i + 1; j < given.size(); j++) {
                for (Part part : Part.values()) {
                    pairs++;
                    same += given.get(i).of(part) == given.get(j).of(part) ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? null : (Double) (same / (double) pairs);
    }

    private static ResultRow row(
            Map<String, String> item,
            String statistic,
            @Nullable Object value,
            String status,
            Map<String, Object> details) {
        return new ResultRow(
                Map.of(),
                item,
                statistic,
                value,
                value instanceof BigDecimal ? "points" : "",
                null,
                null,
                null,
                null,
                status,
                Map.of(),
                details,
                List.of(),
                List.of());
    }
}
