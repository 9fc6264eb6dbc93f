package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safecommunity.cli.check.CheckedWorkspace;
import org.safecommunity.cli.check.FindingRows;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.model.validation.Finding;

/** What was read and refused, and what the check found. */
final class DataSection {
    private static final int SHOWN = 50;
    private static final int CHECKSUM = 12;

    private final CheckedWorkspace workspace;
    private final ReportContext context;

    DataSection(CheckedWorkspace workspace, ReportContext context) {
        this.workspace = workspace;
        this.context = context;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (InputProvenance input : workspace.inputs()) {
            boolean table = input.rows() > 0;
            cells.add(List.of(
                    input.path(),
                    table ? ReportNumbers.count(input.rows()) : "",
                    table ? ReportNumbers.count(input.used()) : "",
                    table ? ReportNumbers.count(input.refused()) : "",
                    input.sha256().substring(0, CHECKSUM)));
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("used", input.used());
            counts.put("refused", input.refused());
            rows.add(ResultRow.plain(ResultRow.item("file", input.path()), "rows", input.rows(), counts));
        }
        blocks.add(new Table(
                "inputs",
                context.text("report.inputs"),
                List.of(
                        context.column("column.file"),
                        context.number("column.rows"),
                        context.number("column.used"),
                        context.number("column.refused"),
                        context.column("column.checksum")),
                cells,
                rows,
                null));
        if (workspace.findings().isEmpty()) {
            blocks.add(context.paragraph("report.no-findings"));
        } else if (context.suppressBelow() > 0) {
            numbersOfFindings(blocks);
        } else {
            findings(blocks);
        }
        return new Section("data", context.text("section.data"), blocks);
    }

    private void findings(List<Block> blocks) {
        List<Finding> findings = workspace.findings();
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(FindingRows.of(finding, context.locale()));
            if (cells.size() < SHOWN) {
                cells.add(List.of(
                        context.title(finding.severity().title()),
                        finding.location().toString(),
                        finding.message().in(context.locale()),
                        finding.hint().in(context.locale())));
            }
        }
        blocks.add(new Table(
                "findings",
                context.text("report.findings", ReportNumbers.count(findings.size())),
                List.of(
                        context.column("column.severity"),
                        context.column("column.location"),
                        context.column("column.message"),
                        context.column("column.hint")),
                cells,
                rows,
                null));
        if (findings.size() > SHOWN) {
            blocks.add(context.warning("report.more-findings", ReportNumbers.count(findings.size() - SHOWN)));
        }
        workspace.workspace().tables().forEach(table -> table.notKept(context.locale())
                .forEach(remark -> blocks.add(new Paragraph(remark.message(), true))));
    }

    /** Findings of a published report: how many of each kind in each file, because a finding speaks of a single record. */
    private void numbersOfFindings(List<Block> blocks) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (Finding finding : workspace.findings()) {
            counts.computeIfAbsent(finding.location().file(), file -> new LinkedHashMap<>())
                    .merge(finding.code(), 1L, Long::sum);
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        counts.forEach((file, codes) -> codes.forEach((code, n) -> {
            cells.add(List.of(file, code, ReportNumbers.count(n)));
            rows.add(ResultRow.count(ResultRow.item("file", file, "code", code), "findings", n, Map.of()));
        }));
        blocks.add(new Table(
                "findings",
                context.text(
                        "report.findings",
                        ReportNumbers.count(workspace.findings().size())),
                List.of(
                        context.column("column.file"),
                        context.column("column.code"),
                        context.number("column.findings")),
                cells,
                rows,
                null));
    }

    /** The first sentence. */
    String sentence(String name) {
        return context.text(
                "summary.data",
                name,
                ReportNumbers.count(workspace.inputs().stream()
                        .mapToLong(InputProvenance::rows)
                        .sum()),
                ReportNumbers.count(workspace.inputs().stream()
                        .mapToLong(InputProvenance::used)
                        .sum()),
                ReportNumbers.count(workspace.inputs().stream()
                        .mapToLong(InputProvenance::refused)
                        .sum()),
                workspace.inputs().size());
    }
}
