package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.cli.check.FindingRows;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.model.programme.Community;
import org.safecommunity.model.validation.Finding;

/** Puts the sections of a report together. */
final class ReportBuilder {
    private static final int FINDINGS_SHOWN = 50;

    private final Workspace workspace;
    private final ReportContext context;

    private ReportBuilder(Workspace workspace, Locale locale) {
        this.workspace = workspace;
        this.context = new ReportContext(locale, Confidence.DEFAULT, new Charts());
    }

    /** The report of a workspace. */
    static Report build(Workspace workspace, Locale locale) {
        return new ReportBuilder(workspace, locale).build();
    }

    private Report build() {
        InjurySections injuries = new InjurySections(workspace, context);
        WorkSections work = new WorkSections(workspace, context);
        List<Section> sections = new ArrayList<>();
        sections.add(new ProfileSection(workspace, context).section());
        sections.add(dataSection());
        sections.add(injuries.counts());
        sections.add(injuries.rates());
        sections.add(work.accidents());
        sections.add(work.risks());
        sections.add(work.survey());
        sections.add(work.elements());
        List<String> summary = new ArrayList<>();
        summary.add(dataSentence());
        summary.add(injuries.rateSentence());
        summary.add(injuries.causeSentence());
        summary.add(work.riskSentence());
        summary.add(work.peopleSentence());
        String name = workspace
                .community()
                .map(c -> c.name().in(context.locale()))
                .orElse(workspace.folder().toAbsolutePath().normalize().getFileName() + "");
        boolean synthetic = workspace.community().map(Community::synthetic).orElse(false);
        return new Report(
                context.locale(),
                context.text("report.title", name),
                synthetic ? context.text("report.synthetic") : null,
                summary,
                sections,
                workspace.inputs());
    }

    private String dataSentence() {
        long rows = workspace.inputs().stream().mapToLong(InputProvenance::rows).sum();
        long used = workspace.inputs().stream().mapToLong(InputProvenance::used).sum();
        long refused =
                workspace.inputs().stream().mapToLong(InputProvenance::refused).sum();
        String name =
                workspace.community().map(c -> c.name().in(context.locale())).orElse(context.text("report.unnamed"));
        return context.text(
                "summary.data", name, rows, used, refused, workspace.inputs().size());
    }

    private Section dataSection() {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (InputProvenance input : workspace.inputs()) {
            cells.add(List.of(
                    input.path(),
                    Long.toString(input.rows()),
                    Long.toString(input.used()),
                    Long.toString(input.refused()),
                    input.sha256().substring(0, 12)));
            rows.add(ResultRow.plain(
                    ResultRow.item("file", input.path()),
                    "rows",
                    input.rows(),
                    java.util.Map.of("used", input.used(), "refused", input.refused())));
        }
        blocks.add(new Table(
                "inputs",
                context.text("report.inputs"),
                context.texts("column.file", "column.rows", "column.used", "column.refused", "column.sha256"),
                cells,
                rows,
                null));
        findings(blocks);
        return new Section("data", context.text("section.data"), blocks);
    }

    private void findings(List<Block> blocks) {
        List<Finding> findings = workspace.findings();
        if (findings.isEmpty()) {
            blocks.add(new Paragraph(context.text("report.no-findings"), false));
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(FindingRows.of(finding, context.locale()));
            if (cells.size() < FINDINGS_SHOWN) {
                cells.add(List.of(
                        finding.severity().title().in(context.locale()),
                        finding.location().toString(),
                        finding.message().in(context.locale()),
                        finding.hint().in(context.locale())));
            }
        }
        blocks.add(new Table(
                "findings",
                context.text("report.findings", findings.size()),
                context.texts("column.severity", "column.location", "column.message", "column.hint"),
                cells,
                rows,
                null));
        if (findings.size() > FINDINGS_SHOWN) {
            blocks.add(new Paragraph(context.text("report.more-findings", findings.size() - FINDINGS_SHOWN), true));
        }
        workspace.tables().forEach(table -> table.notKept(context.locale())
                .forEach(remark -> blocks.add(new Paragraph(remark.message(), true))));
    }
}
