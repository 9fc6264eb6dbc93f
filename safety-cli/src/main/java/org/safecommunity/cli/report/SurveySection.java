package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.workspace.QuestionCounts;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.metrics.rate.Proportion;

/** Knowledge and satisfaction by question of the survey. */
final class SurveySection {
    private static final String SIMPLE_RANDOM = "simple-random";
    private static final int PERCENT = 100;

    private final Workspace workspace;
    private final ReportContext context;
    private final Set<String> withheld;

    SurveySection(Workspace workspace, ReportContext context) {
        this.workspace = workspace;
        this.context = context;
        Suppression suppression = new Suppression(context.suppressBelow());
        for (QuestionCounts counts : workspace.survey()) {
            String yes = counts.question().column();
            String no = yes + "/not";
            suppression.cell(yes, counts.positive());
            suppression.cell(no, counts.answered() - counts.positive());
            suppression.sum(List.of(yes, no));
        }
        this.withheld = suppression.withheld();
    }

    Section section() {
        String title = context.text("section.survey");
        if (workspace.survey().isEmpty()) {
            return context.nothing("survey", title);
        }
        List<Block> blocks = new ArrayList<>();
        workspace.surveyAbout().ifPresent(about -> blocks.add(new Paragraph(about.in(context.locale()), false)));
        boolean simple = workspace.surveyDesign().equals(SIMPLE_RANDOM);
        blocks.add(
                simple
                        ? context.paragraph("survey.simple-random")
                        : context.warning("survey.other-design", workspace.surveyDesign()));
        for (String kind : new String[] {"knowledge", "satisfaction"}) {
            questions(kind, simple, blocks);
        }
        return new Section("survey", title, blocks);
    }

    private void questions(String kind, boolean simple, List<Block> blocks) {
        List<QuestionCounts> asked = workspace.survey().stream()
                .filter(q -> q.question().kind().equals(kind))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Charts.Bar> bars = new ArrayList<>();
        for (QuestionCounts counts : asked) {
            Proportion share = context.share(counts.positive(), counts.answered());
            boolean hidden = withheld.contains(counts.question().column());
            String text = counts.question().text().in(context.locale());
            String percent = hidden ? ReportContext.WITHHELD : context.percent(share);
            bars.add(
                    new Charts.Bar(text, hidden ? null : (Double) (share.value().orElse(0) * PERCENT), percent));
            cells.add(List.of(
                    text,
                    ReportNumbers.count(counts.answered()),
                    ReportNumbers.count(counts.missing()),
                    hidden ? ReportContext.WITHHELD : ReportNumbers.count(counts.positive()),
                    percent,
                    simple && !hidden ? context.percentInterval(share) : ""));
            rows.add(row(counts, share, simple, hidden));
        }
        blocks.add(new Table(
                "survey-" + kind,
                context.text("survey." + kind),
                List.of(
                        context.column("column.question"),
                        context.number("column.answered"),
                        context.number("column.missing"),
                        context.number("column.positive-" + kind),
                        context.number("column.share-" + kind),
                        context.number("column.interval95")),
                cells,
                rows,
                context.charts().bars(bars, context.text("survey.axis"))));
    }

    private ResultRow row(QuestionCounts counts, Proportion share, boolean simple, boolean hidden) {
        ResultRow row = context.row(
                share, Map.of(), ResultRow.item("variable", counts.question().column()));
        if (hidden) {
            return Withheld.all(row);
        }
        return simple ? row : row.withoutInterval();
    }

    /** The least known answer, with its share. */
    Optional<String> sentence(long met, int elements) {
        return workspace.survey().stream()
                .filter(q -> q.question().kind().equals("knowledge") && q.answered() > 0)
                .filter(q -> !withheld.contains(q.question().column()))
                .min(Comparator.comparingDouble(q -> (double) q.positive() / q.answered()))
                .map(q -> context.text(
                        "summary.people",
                        met,
                        elements,
                        q.question().text().in(context.locale()),
                        context.percent(context.share(q.positive(), q.answered()))));
    }
}
