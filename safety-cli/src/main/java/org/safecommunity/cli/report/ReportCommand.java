package org.safecommunity.cli.report;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.check.CheckedWorkspace;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.shell.AtomicFile;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.validation.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job: reads a workspace and writes its report. */
@Command(name = "report")
public final class ReportCommand implements Callable<Integer> {
    private static final Path DEFAULT_OUTPUT = Path.of("report.html");

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "DIR", descriptionKey = "dir")
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Option(names = "--date", paramLabel = "DATE", descriptionKey = "report-date")
    @Nullable
    String date;

    @Override
    public Integer call() {
        Format format = common.format(Format.TABLE);
        if (format == Format.CSV || format == Format.MARKDOWN) {
            throw UserError.usage("error.choice", "--format", format, "table, json");
        }
        Locale locale = common.locale();
        LocalDate day = day();
        CheckedWorkspace workspace = CheckedWorkspace.read(folder, common, day);
        RiskRegisters registers = RiskRegisters.read(workspace.workspace(), common, day);
        Report report = ReportBuilder.build(workspace, registers, locale, day);
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            Printer.write(JsonReport.of(report), common.output(), out);
        } else {
            Path output = common.output() == null ? DEFAULT_OUTPUT : common.output();
            AtomicFile.write(output, HtmlReport.of(report));
            report.summary().forEach(out::println);
            out.flush();
            note(Texts.get(locale, "report.written", output.toAbsolutePath().normalize()));
        }
        long faults = workspace.findings().stream()
                        .filter(f -> f.severity() != Severity.INFO)
                        .count()
                + registers.faultCount();
        if (faults > 0) {
            note(Texts.get(locale, "report.faults", faults, folder));
        }
        return common.strict() && faults > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private LocalDate day() {
        if (date == null) {
            return Workspace.today();
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw UserError.usage("error.date", "--date", date);
        }
    }

    private void note(String text) {
        if (!common.quiet()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(text);
            err.flush();
        }
    }
}
