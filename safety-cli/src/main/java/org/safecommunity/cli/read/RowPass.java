package org.safecommunity.cli.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;

/**
 * One pass over the rows of a file, with what every such pass needs: the filter, progress, remarks and provenance. Rows
 * are handed on one by one and not kept.
 */
public final class RowPass {
    private final RowFindings findings;
    private final List<Remark> remarks = new ArrayList<>();
    private final InputProvenance provenance;

    private RowPass(InputFile input, RowFindings findings, RowFilter filter, Locale locale) {
        this.findings = findings;
        if (input.charsetGuessed()) {
            String charset = input.charset().name();
            remarks.add(new Remark("charset-guessed", Texts.get(locale, "remark.charset", input.name(), charset)));
        }
        remarks.addAll(findings.remarks(locale));
        remarks.addAll(filter.remarks(locale));
        this.provenance = findings.provenance(input);
    }

    /** What is done with a row that the filter selects. */
    public interface Sink {
        /** Takes a row; a row that cannot be used is refused in the findings of the table. */
        void add(TableReader.Row row);

        /** Is told that there are no more rows; it may still refuse rows it has taken, in their order. */
        default void end() {}
    }

    /**
     * Reads a file once for a command that needs at least one row.
     *
     * @param file    path, or {@code -} for standard input
     * @param where   conditions of rows
     * @param options charset, language and progress
     * @param sink    makes the sink once the header is known
     * @throws UserError (exit 3) if the file cannot be read or no row of it was used
     */
    public static RowPass read(
            String file, List<String> where, CommonOptions options, Function<TableReader, Sink> sink) {
        RowPass pass = over(file, options, table -> RowFilter.of(where, table), sink);
        pass.requireRows();
        return pass;
    }

    /**
     * Reads a file once.
     *
     * @param file    path, or {@code -} for standard input
     * @param options charset, language and progress
     * @param filter  makes the filter once the header is known
     * @param sink    makes the sink once the header is known
     * @throws UserError (exit 3) if the file cannot be read
     */
    public static RowPass over(
            String file,
            CommonOptions options,
            Function<TableReader, RowFilter> filter,
            Function<TableReader, Sink> sink) {
        InputFile input = InputFile.open(file, options.charset());
        RowFindings findings = new RowFindings(input.name());
        try (TableReader table = TableReader.open(input, findings);
                Progress progress = Progress.of(input, options)) {
            RowFilter selection = filter.apply(table);
            Sink rows = sink.apply(table);
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                progress.row();
                if (selection.selects(row)) {
                    rows.add(row);
                } else {
                    findings.leaveOut();
                }
            }
            rows.end();
            return new RowPass(input, findings, selection, options.locale());
        }
    }

    /**
     * Ends the command where no row was used.
     *
     * @throws UserError (exit 3) with the first remark
     */
    public void requireRows() {
        if (findings.used() == 0) {
            String first = remarks.isEmpty() ? "" : " " + remarks.get(0).message();
            throw UserError.input("error.no-row", provenance.path(), findings.rows(), findings.refused(), first);
        }
    }

    /** Warnings of the reading. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** The file in the provenance of the results. */
    public InputProvenance provenance() {
        return provenance;
    }

    /** Exit code of a command that read this file: refused rows count with {@code --strict}. */
    public int exitCode(CommonOptions options) {
        return options.strict() && provenance.refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** The cells of some columns of a row. */
    public static List<String> cells(TableReader.Row row, List<Integer> columns) {
        List<String> cells = new ArrayList<>(columns.size());
        for (int column : columns) {
            cells.add(row.cell(column));
        }
        return cells;
    }

    /** The group columns with the values of a group. */
    public static Map<String, String> group(List<String> by, List<String> values) {
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            group.put(by.get(i), values.get(i));
        }
        return group;
    }
}
