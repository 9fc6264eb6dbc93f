package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.MetricResult;
import picocli.CommandLine.Model.CommandSpec;

/** Collects the rows of a survey command, writes them and tells the exit code. */
final class SurveyOutput {
    private static final int NAMED = 20;
    private static final int MOST = 1000;

    private final CommonOptions common;
    private final List<ResultRow> rows = new ArrayList<>();

    SurveyOutput(CommonOptions common) {
        this.common = common;
    }

    /** What there is to say about the file that was read. */
    interface Reading {
        List<Remark> remarks();

        InputProvenance provenance();
    }

    /**
     * Refuses a table that nobody reads, and that a column of numbers or names was probably taken for.
     *
     * @throws UserError (exit 2) if there are too many categories
     */
    static void requireFew(int categories, String columns) {
        if (categories > MOST) {
            throw UserError.usage("error.many-levels", columns, categories, MOST);
        }
    }

    /** Names of categories for a message: the first of many. */
    static String names(Collection<String> categories) {
        String names = categories.stream().limit(NAMED).collect(Collectors.joining(", "));
        return categories.size() > NAMED ? names + " …" : names;
    }

    /** Adds the row of an estimate. */
    void add(MetricResult estimate, Map<String, String> group) {
        rows.add(ResultRow.of(estimate, group, common.locale(), common.explain()));
    }

    /** Adds a row that is ready. */
    void add(ResultRow row) {
        rows.add(row);
    }

    /** The rows so far. */
    List<ResultRow> rows() {
        return List.copyOf(rows);
    }

    /** Writes the rows; refused rows make the exit code 1 with {@code --strict}. */
    int print(String command, Reading scan, Map<String, Object> options, CommandSpec spec) {
        if (rows.isEmpty()) {
            throw UserError.input("error.survey-nobody", scan.provenance().path());
        }
        Printer.print(
                new Envelope(command, rows, scan.remarks(), List.of(scan.provenance()), options),
                common,
                spec,
                Format.TABLE);
        return common.strict() && scan.provenance().refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
