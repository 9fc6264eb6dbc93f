package org.safecommunity.cli.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.danger.DangerStatistics;
import org.safecommunity.risk.danger.HiddenDanger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts a hidden-danger ledger: shares, overdue, ages, and the statistics of each quarter and year. */
@Command(name = "statistics")
public final class StatisticsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DayOption date = new DayOption();

    @Parameters(paramLabel = "PATH", descriptionKey = "register-path")
    @SuppressWarnings("NullAway.Init")
    String target;

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        LocalDate day = date.day();
        RegisterFiles files = RegisterFiles.read(target, common, day, where);
        RegisterRows<HiddenDanger> dangers = files.dangers();
        if (dangers == null) {
            throw UserError.input("error.no-dangers", target);
        }
        DangerStatistics statistics = DangerStatistics.of(dangers.filled().values(), day);
        DangerRows rows = new DangerRows(common.locale(), common.explain());
        List<ResultRow> results = new ArrayList<>(rows.whole(statistics));
        statistics.periods().forEach(period -> results.add(rows.period(period)));
        Printer.print(
                new Envelope(
                        "risk register statistics",
                        results,
                        dangers.remarks(),
                        List.of(dangers.provenance()),
                        Map.of("date", day.toString())),
                common,
                spec,
                Format.TABLE);
        return common.strict() && dangers.provenance().refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
