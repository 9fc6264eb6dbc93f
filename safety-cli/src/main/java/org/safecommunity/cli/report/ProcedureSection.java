package org.safecommunity.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.safecommunity.cli.print.Display;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.procedure.Answer;
import org.safecommunity.cli.procedure.ProcedureView;
import org.safecommunity.cli.procedure.TimelineRows;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.procedure.DueDate;
import org.safecommunity.model.procedure.Timeline;
import org.safecommunity.model.procedure.WorkCalendar;

/** Where the community stands in the certification procedure, by the scheme its workspace names. */
final class ProcedureSection {
    private final Workspace workspace;
    private final ReportContext context;
    private final LocalDate day;

    ProcedureSection(Workspace workspace, ReportContext context, LocalDate day) {
        this.workspace = workspace;
        this.context = context;
        this.day = day;
    }

    Section section() {
        String title = context.text("section.procedure");
        if (workspace.procedure().history().events().isEmpty()) {
            return context.nothing("procedure", title);
        }
        ProcedureView view = ProcedureView.of(workspace, null, WorkCalendar.WEEKENDS, day);
        TimelineRows rows = new TimelineRows(view, context.locale(), true);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(rows.summary(), !view.timeline().overdue().isEmpty()));
        rows.remarks().forEach(remark -> blocks.add(new Paragraph(remark.message(), false)));
        if (!view.timeline().dueDates().isEmpty()) {
            blocks.add(dates(view.timeline(), rows));
        }
        if (!view.conditions().isEmpty()) {
            blocks.add(answers("conditions", "condition", view.conditions(), rows.conditions()));
        }
        if (!view.grounds().isEmpty() && view.timeline().history().isNamed()) {
            blocks.add(answers("grounds", "ground", view.grounds(), rows.grounds()));
        }
        return new Section("procedure", title, blocks);
    }

    private Table dates(Timeline timeline, TimelineRows rows) {
        List<List<String>> cells = new ArrayList<>();
        for (DueDate date : timeline.dueDates()) {
            long days = Math.max(date.daysOverdue(day), date.daysLate());
            cells.add(List.of(
                    context.title(date.task().title()),
                    date.due().toString(),
                    date.status(day).title().in(context.locale()),
                    days == 0 ? "" : ReportNumbers.count(days),
                    rows.rule(date)));
        }
        return new Table(
                "procedure-dates",
                context.text("procedure.dates", day),
                List.of(
                        context.column("column.step"),
                        context.column("statistic.due-date"),
                        context.column("column.state"),
                        context.number("column.daysOverdue"),
                        context.column("column.rule")),
                cells,
                rows.dates(),
                null);
    }

    private Table answers(String id, String kind, List<Answer> answers, List<ResultRow> rows) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            String label = String.valueOf(rows.get(i).value());
            cells.add(List.of(
                    context.title(answer.title()),
                    Display.code(kind, label, context.locale()),
                    answer.shows().in(context.locale()),
                    context.text(answer.provenance().isConfirmed() ? "elements.found" : "standard.unconfirmed")));
        }
        return new Table(
                "procedure-" + id,
                context.text("procedure." + id),
                List.of(
                        context.column("column." + kind),
                        context.column("column.state"),
                        context.column("column.shows"),
                        context.column("column.provenance")),
                cells,
                rows,
                null);
    }
}
