package org.safecommunity.cli.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Step;
import org.safecommunity.model.assessment.Grades;
import org.safecommunity.model.assessment.IndicatorScore;
import org.safecommunity.model.assessment.Score;
import org.safecommunity.model.scheme.Decision;
import org.safecommunity.model.scheme.Part;
import org.safecommunity.model.scheme.ScoringRule;

/** Scores as rows of results. */
final class AssessRows {
    private static final String INCOMPLETE = "incomplete";

    private final AssessmentFile file;
    private final Score score;
    private final Locale locale;
    private final boolean explain;

    AssessRows(AssessmentFile file, Locale locale, boolean explain) {
        this.file = file;
        this.score = file.score();
        this.locale = locale;
        this.explain = explain;
    }

    /** Total, decision, then each indicator. */
    List<ResultRow> all() {
        List<ResultRow> rows = new ArrayList<>();
        rows.add(total());
        rows.add(decision());
        score.rows().forEach(row -> rows.add(indicator(row)));
        return rows;
    }

    private ResultRow total() {
        ScoringRule rule = file.rules().scoring().rule();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("maximum", rule.total());
        details.put("graded", (long) score.rows().size() - score.missing().size());
        details.put("notAssessed", (long) score.missing().size());
        if (!score.missing().isEmpty()) {
            details.put("atBest", score.atBest());
        }
        String numbers = Texts.get(
                locale,
                "assess.sum",
                score.rows().size() - score.missing().size(),
                rule.total().toPlainString(),
                text(file.rules().catalogue().total()));
        return row(
                Map.of(),
                "total",
                score.total(),
                score.missing().isEmpty() ? "" : INCOMPLETE,
                details,
                List.of(Step.remark(Texts.get(locale, "assess.formula-total"), numbers)));
    }

    private ResultRow decision() {
        ScoringRule rule = file.rules().scoring().rule();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("scheme", file.rules().scheme().id());
        details.put("catalogue", file.rules().catalogue().id());
        details.put("pass", rule.pass());
        details.put("rectify", rule.rectify());
        details.put("zeroIndicators", ids(score.zeros()));
        details.put("missingIndicators", ids(score.missing()));
        String reason = reason(rule);
        details.put(ResultRow.SUMMARY, reason);
        return row(
                Map.of(),
                "decision",
                score.decision().map(Decision::label).orElse(null),
                score.decision().isPresent() ? "" : INCOMPLETE,
                details,
                List.of(Step.remark(Texts.get(locale, "assess.why"), reason)));
    }

    private String reason(ScoringRule rule) {
        String total = text(score.total());
        if (score.decision().isEmpty()) {
            return Texts.get(
                    locale,
                    "assess.undecided",
                    score.missing().size(),
                    total,
                    text(score.atBest()),
                    ids(score.missing()));
        }
        if (rule.zeroFails() && !score.zeros().isEmpty()) {
            return Texts.get(locale, "assess.zero", total, ids(score.zeros()));
        }
        BigDecimal rectify = rule.rectify();
        return switch (score.decision().get()) {
            case PASS ->
                Texts.get(locale, rule.zeroFails() ? "assess.pass-no-zero" : "assess.pass", total, text(rule.pass()));
            case RECTIFY -> Texts.get(locale, "assess.rectify", total, text(rectify), text(rule.pass()));
            case FAIL ->
                Texts.get(
                        locale,
                        score.missing().isEmpty() ? "assess.fail" : "assess.fail-at-best",
                        text(score.atBest()),
                        text(rectify == null ? rule.pass() : rectify));
        };
    }

    private ResultRow indicator(IndicatorScore row) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("title", row.indicator().title().in(locale));
        details.put("element", row.indicator().elementId());
        row.grades().ifPresent(grades -> {
            for (Part part : Part.values()) {
                details.put(part.label(), grades.of(part).label());
            }
        });
        details.put("maximum", row.max());
        List<String> seen = file.evidence(row.indicator().id());
        if (!seen.isEmpty()) {
            details.put("evidence", String.join("; ", seen));
        }
        boolean graded = row.grades().isPresent();
        return row(
                ResultRow.item("indicator", row.indicator().id()),
                "points",
                graded ? row.points() : null,
                graded ? "" : "not-assessed",
                details,
                row.grades().map(grades -> working(row, grades)).orElse(List.of()));
    }

    private List<Step> working(IndicatorScore row, Grades grades) {
        ScoringRule rule = file.rules().scoring().rule();
        StringBuilder numbers = new StringBuilder();
        for (Part part : Part.values()) {
            numbers.append(numbers.isEmpty() ? "" : " + ")
                    .append(text(rule.weight(part)))
                    .append(" × ")
                    .append(text(rule.share(grades.of(part))));
        }
        String all = text(row.max()) + " × (" + numbers + ") / " + text(rule.weights()) + " = " + text(row.points());
        return List.of(
                Step.remark(Texts.get(locale, "assess.formula-points"), all),
                Step.remark(
                        Texts.get(locale, "column.provenance"),
                        row.indicator()
                                .provenance()
                                .describe(file.rules().catalogue().sources())
                                .in(locale)));
    }

    private ResultRow row(
            Map<String, String> item,
            String statistic,
            @org.jspecify.annotations.Nullable Object value,
            String status,
            Map<String, Object> details,
            List<Step> steps) {
        String unit = value instanceof BigDecimal ? "points" : "";
        return new ResultRow(
                Map.of(),
                item,
                statistic,
                value,
                unit,
                null,
                null,
                null,
                null,
                status,
                Map.of(),
                details,
                List.of(),
                explain ? steps : List.of());
    }

    static String ids(List<IndicatorScore> rows) {
        return String.join(", ", rows.stream().map(row -> row.indicator().id()).toList());
    }

    static String text(@org.jspecify.annotations.Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
