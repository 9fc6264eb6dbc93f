package org.safecommunity.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.assess.WorkspaceAssessment;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.model.assessment.Grades;
import org.safecommunity.model.assessment.IndicatorScore;
import org.safecommunity.model.assessment.Score;
import org.safecommunity.model.scheme.Grade;
import org.safecommunity.model.scheme.Part;
import org.safecommunity.model.scheme.ScoringRule;
import org.safecommunity.model.standard.Standard;

/** The assessment of the workspace: total and decision, points by element, and where points are to be won. */
final class AssessmentSection {
    private static final int MOST = 10;
    private static final int PERCENT = 100;

    private final WorkspaceAssessment assessment;
    private final ReportContext context;

    AssessmentSection(WorkspaceAssessment assessment, ReportContext context) {
        this.assessment = assessment;
        this.context = context;
    }

    Section section() {
        String title = context.text("section.assessment");
        if (assessment.score().isEmpty() || assessment.rule().isEmpty()) {
            return context.nothing("assessment", title);
        }
        Score score = assessment.score().get();
        ScoringRule rule = assessment.rule().get();
        List<Block> blocks = new ArrayList<>();
        blocks.add(context.paragraph(
                "assessment.total",
                score.total().toPlainString(),
                rule.total().toPlainString(),
                context.text(
                        "assessment." + score.decision().map(d -> d.label()).orElse("undecided")),
                assessment.scheme().map(s -> s.title().in(context.locale())).orElse(""),
                assessment.date().map(Object::toString).orElse(context.text("profile.no-date"))));
        if (!score.missing().isEmpty()) {
            blocks.add(context.warning("assessment.missing", score.missing().size()));
        }
        if (rule.zeroFails() && !score.zeros().isEmpty()) {
            blocks.add(context.warning(
                    "assessment.zeros",
                    String.join(
                            context.text("report.separator"),
                            score.zeros().stream()
                                    .map(row -> row.indicator().id())
                                    .toList())));
        }
        assessment.remarks(context.locale()).forEach(remark -> blocks.add(new Paragraph(remark.message(), false)));
        blocks.add(elements(score));
        List<IndicatorScore> plan = WorkspaceAssessment.plan(score, rule.zeroFails());
        if (!plan.isEmpty()) {
            blocks.add(plan(plan));
        }
        return new Section("assessment", title, blocks);
    }

    private Table elements(Score score) {
        Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
        for (IndicatorScore row : score.rows()) {
            BigDecimal[] sum = sums.computeIfAbsent(
                    row.indicator().elementId(), id -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sum[0] = sum[0].add(row.points());
            sum[1] = sum[1].add(row.max());
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Charts.Bar> bars = new ArrayList<>();
        sums.forEach((id, sum) -> {
            double share = sum[1].signum() == 0
                    ? 0
                    : sum[0].divide(sum[1], 6, RoundingMode.HALF_EVEN).doubleValue();
            String name = Standard.aqt9001().elements().stream()
                    .filter(element -> element.id().equals(id))
                    .map(element -> element.title().in(context.locale()))
                    .findFirst()
                    .orElse("");
            String percent = ReportNumbers.percent(share);
            bars.add(new Charts.Bar((id + " " + name).strip(), share * PERCENT, percent));
            cells.add(List.of(id, name, sum[0].toPlainString(), sum[1].toPlainString(), percent));
            rows.add(ResultRow.plain(
                    ResultRow.item("element", id), "points", sum[0], Map.of("maximum", sum[1], "share", share)));
        });
        return new Table(
                "assessment-elements",
                context.text("assessment.elements"),
                List.of(
                        context.column("column.id"),
                        context.column("column.element"),
                        context.number("column.points"),
                        context.number("column.maximum"),
                        context.number("column.score-share")),
                cells,
                rows,
                context.charts().bars(bars, context.text("assessment.axis")));
    }

    private Table plan(List<IndicatorScore> plan) {
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (IndicatorScore row : plan.subList(0, Math.min(MOST, plan.size()))) {
            String name = row.indicator().title().in(context.locale());
            String evidence = row.indicator().evidence() == null
                    ? ""
                    : row.indicator().evidence().in(context.locale());
            String grades = row.grades().map(AssessmentSection::grades).orElse(context.text("assessment.not-assessed"));
            cells.add(List.of(row.indicator().id(), name, grades, row.gap().toPlainString(), evidence));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("title", name);
            details.put("points", row.points());
            details.put("maximum", row.max());
            details.put("evidence", evidence);
            rows.add(ResultRow.plain(
                    ResultRow.item("indicator", row.indicator().id()), "points-to-win", row.gap(), details));
        }
        return new Table(
                "assessment-plan",
                context.text("assessment.plan", rows.size(), plan.size()),
                List.of(
                        context.column("column.id"),
                        context.column("column.indicator"),
                        context.column("column.grades-of"),
                        context.number("column.to-win"),
                        context.column("column.evidence-expected")),
                cells,
                rows,
                null);
    }

    private static String grades(Grades grades) {
        List<String> letters = new ArrayList<>();
        for (Part part : Part.values()) {
            Grade grade = grades.of(part);
            letters.add(grade.label());
        }
        return String.join(" / ", letters);
    }
}
