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
import org.safecommunity.cli.rates.PCorrection;
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

    /** Adds p-values adjusted for the number of comparisons to the rows that have a test; nothing with {@code none}. */
    void adjust(String method) {
        PCorrection.check(method).ifPresent(chosen -> {
            List<ResultRow> adjusted = PCorrection.family(chosen, rows);
            rows.clear();
            rows.addAll(adjusted);
        });
    }

    /** Writes the rows; refused rows make the exit code 1 with {@code --strict}. */
    int print(String command, Reading scan, Map<String, Object> options, CommandSpec spec) {
        return print(command, List.of(scan), options, spec);
    }

    /** As {@link #print(String, Reading, Map, CommandSpec)} where several files were read. */
    int print(String command, List<? extends Reading> scans, Map<String, Object> options, CommandSpec spec) {
        List<InputProvenance> inputs = scans.stream().map(Reading::provenance).toList();
        if (rows.isEmpty()) {
            throw UserError.input("error.survey-nobody", inputs.get(0).path());
        }
        List<Remark> remarks =
                scans.stream().flatMap(scan -> scan.remarks().stream()).toList();
        Printer.print(new Envelope(command, rows, remarks, inputs, options), common, spec, Format.TABLE);
        boolean refused = inputs.stream().anyMatch(input -> input.refused() > 0);
        return common.strict() && refused ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
