package org.safecommunity.cli.rates;

import java.util.List;
import java.util.Map;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import picocli.CommandLine.Model.CommandSpec;

/** The last step of a command on counts: writes its rows and tells the exit code. */
final class CountOutput {
    private CountOutput() {}

    /** Rows computed from literal numbers. */
    static int print(
            String command, List<ResultRow> rows, Map<String, Object> options, CommonOptions common, CommandSpec spec) {
        Printer.print(
                new Envelope(command, marked(rows, options, common), List.of(), List.of(), options),
                common,
                spec,
                Format.TABLE);
        return ExitCode.OK;
    }

    /** Rows computed from a file; refused rows make the exit code 1 with {@code --strict}. */
    static int print(
            String command,
            List<ResultRow> rows,
            GroupedCounts counts,
            Map<String, Object> options,
            CommonOptions common,
            CommandSpec spec) {
        Printer.print(
                new Envelope(
                        command,
                        marked(rows, options, common),
                        counts.remarks(),
                        List.of(counts.provenance()),
                        options),
                common,
                spec,
                Format.TABLE);
        return common.strict() && counts.provenance().refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static List<ResultRow> marked(List<ResultRow> rows, Map<String, Object> options, CommonOptions common) {
        return "all".equals(options.get("interval")) ? Recommended.mark(rows, common.locale()) : rows;
    }
}
