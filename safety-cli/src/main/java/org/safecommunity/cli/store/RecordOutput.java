package org.safecommunity.cli.store;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.JsonText;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.print.TextGrid;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.AtomicFile;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the records that a query selects: CSV row by row, the other formats as a whole. */
final class RecordOutput {
    /** Records that a table for people shows unless more are asked for. */
    private static final long SHOWN = 100;

    private static final String COMMAND = "store query";

    private final InputFile input;
    private final List<String> where;
    private final Map<String, Object> options;
    private final CommonOptions common;
    private final CommandSpec spec;
    private final List<Remark> remarks = new ArrayList<>();
    private long matched;

    RecordOutput(
            InputFile input, List<String> where, Map<String, Object> options, CommonOptions common, CommandSpec spec) {
        this.input = input;
        this.where = where;
        this.options = options;
        this.common = common;
        this.spec = spec;
    }

    /** Reads the records and hands on those that are selected, up to a limit; the rest is counted. */
    private RowFindings read(Consumer<TableReader> begin, Consumer<TableReader.Row> body, long limit) {
        RowFindings findings = new RowFindings(input.name());
        try (TableReader table = TableReader.open(input, findings)) {
            RowFilter filter = RowFilter.of(where, table);
            begin.accept(table);
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                if (filter.selects(row)) {
                    matched++;
                    if (matched <= limit) {
                        body.accept(row);
                    }
                } else {
                    findings.leaveOut();
                }
            }
            remarks.addAll(filter.remarks(common.locale()));
        }
        return findings;
    }

    /** Writes the records, up to a limit. */
    void records(String kind, long limit) {
        switch (common.format(Format.TABLE)) {
            case CSV -> csv(limit);
            case JSON -> json(kind, limit);
            case TABLE -> grid(limit, false);
            case MARKDOWN -> grid(limit, true);
        }
    }

    private void csv(long limit) {
        Path file = common.output();
        PrintWriter out = spec.commandLine().getOut();
        if (file == null) {
            csv(out, limit);
            out.flush();
        } else {
            AtomicFile.write(file, bytes -> {
                Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                csv(writer, limit);
                writer.flush();
            });
        }
    }

    private void csv(Writer out, long limit) {
        RecordCsv csv = new RecordCsv(out, common.excel());
        RowFindings findings = read(table -> csv.line(table.header()), row -> csv.line(row.cells()), limit);
        csv.flush();
        tell(findings);
    }

    private void json(String kind, long limit) {
        List<ResultRow> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        RowFindings findings =
                read(table -> header.addAll(table.header()), row -> rows.add(row(kind, header, row)), limit);
        Printer.write(
                JsonText.of(envelope(rows, findings)),
                common.output(),
                spec.commandLine().getOut());
        tell(findings);
    }

    private static ResultRow row(String kind, List<String> header, TableReader.Row row) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            details.put(header.get(i), row.cells().get(i));
        }
        return ResultRow.plain(
                ResultRow.item("kind", kind, "line", Integer.toString(row.line())), "record", null, details);
    }

    private void grid(long limit, boolean markdown) {
        TextGrid grid = new TextGrid();
        long shown = limit == Long.MAX_VALUE ? SHOWN : limit;
        RowFindings findings = read(
                table -> table.header().forEach(heading -> grid.column(heading, false)),
                row -> grid.row(row.cells()),
                shown);
        if (matched > shown) {
            remarks.add(new Remark("more-records", Texts.get(common.locale(), "remark.more-records", shown, matched)));
        }
        Printer.write(
                markdown ? grid.markdown() : grid.text(),
                common.output(),
                spec.commandLine().getOut());
        tell(findings);
    }

    /** Writes how many records there are by the values of some columns, in the order in which they come first. */
    void counts(List<String> by, long limit) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        List<Integer> columns = new ArrayList<>();
        RowFindings findings = read(
                table -> by.forEach(name -> columns.add(table.column(name))),
                row -> counts.merge(RowPass.cells(row, columns), 1L, Long::sum),
                Long.MAX_VALUE);
        List<ResultRow> rows = counts.entrySet().stream()
                .limit(limit)
                .map(count -> count(RowPass.group(by, count.getKey()), count.getValue()))
                .toList();
        Printer.print(envelope(rows, findings), common, spec, Format.TABLE);
    }

    private static ResultRow count(Map<String, String> group, long number) {
        return new ResultRow(
                group, Map.of(), "records", number, "", null, null, null, null, "", Map.of(), Map.of(), List.of(),
                List.of());
    }

    private Envelope envelope(List<ResultRow> rows, RowFindings findings) {
        return new Envelope(COMMAND, rows, remarks, List.of(findings.provenance(input)), options);
    }

    private void tell(RowFindings findings) {
        Printer.remarks(envelope(List.of(), findings), common, spec);
    }
}
