package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.SurveyEstimate;
import picocli.CommandLine.Model.CommandSpec;

/** Collects the rows of a survey command, writes them and tells the exit code. */
final class SurveyOutput {
    private final CommonOptions common;
    private final List<ResultRow> rows = new ArrayList<>();

    SurveyOutput(CommonOptions common) {
        this.common = common;
    }

    /** Adds the row of an estimate. */
    void add(SurveyEstimate estimate, Map<String, String> group) {
        rows.add(ResultRow.of(estimate, group, common.locale(), common.explain()));
    }

    /** Writes the rows; refused rows make the exit code 1 with {@code --strict}. */
    int print(String command, SurveyScan scan, Map<String, Object> options, CommandSpec spec) {
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
