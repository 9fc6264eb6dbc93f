package org.safecommunity.cli.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;

/**
 * One pass over the rows of a file for commands that put rows together in a way of their own: rows the filter does not
 * select are left out, the others go to the consumer, which refuses what it cannot use.
 *
 * @param remarks    warnings of the reading
 * @param provenance the file in the provenance of the results
 */
public record RowScan(List<Remark> remarks, InputProvenance provenance) {
    public RowScan {
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a file.
     *
     * @param file    path, or {@code -} for standard input
     * @param where   conditions of rows
     * @param options charset, language and progress
     * @param start   is given the table once its header is known and returns the consumer of its rows
     * @throws UserError (exit 3) if the file cannot be read or no row of it can be used
     */
    public static RowScan read(
            String file,
            List<String> where,
            CommonOptions options,
            Function<TableReader, Consumer<TableReader.Row>> start) {
        InputFile input = InputFile.open(file, options.charset());
        RowFindings findings = new RowFindings(input.name());
        List<Remark> remarks = new ArrayList<>();
        Locale locale = options.locale();
        try (TableReader table = TableReader.open(input, findings);
                Progress progress = Progress.of(input, options)) {
            RowFilter filter = RowFilter.of(where, table);
            Consumer<TableReader.Row> consumer = start.apply(table);
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                progress.row();
                if (filter.selects(row)) {
                    consumer.accept(row);
                } else {
                    findings.leaveOut();
                }
            }
            if (input.charsetGuessed()) {
                String charset = input.charset().name();
                remarks.add(new Remark("charset-guessed", Texts.get(locale, "remark.charset", input.name(), charset)));
            }
            remarks.addAll(findings.remarks(locale));
            remarks.addAll(filter.remarks(locale));
        }
        if (findings.used() == 0) {
            String first = remarks.isEmpty() ? "" : " " + remarks.get(0).message();
            throw UserError.input("error.no-row", input.name(), findings.rows(), findings.refused(), first);
        }
        return new RowScan(remarks, findings.provenance(input));
    }

    /** Exit code of a command that read this file: refused rows count with {@code --strict}. */
    public int exitCode(CommonOptions options) {
        return options.strict() && provenance.refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** The cells of some columns of a row. */
    public static List<String> cells(TableReader.Row row, List<Integer> columns) {
        return columns.stream().map(row::cell).toList();
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
