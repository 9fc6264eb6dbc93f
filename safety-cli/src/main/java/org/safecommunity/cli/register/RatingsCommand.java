package org.safecommunity.cli.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.register.Ratings;
import org.safecommunity.risk.score.Evaluation;
import org.safecommunity.risk.score.RiskScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists inherent, current and residual rating of each hazard side by side. */
@Command(name = "ratings")
public final class RatingsCommand implements Callable<Integer> {
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
        RegisterFiles files = RegisterFiles.read(target, common, date.day(), where);
        if (files.hazards() == null) {
            throw UserError.input("error.no-hazards", target);
        }
        var register = files.hazards().filled();
        List<Remark> remarks = new ArrayList<>(register.remarks());
        List<ResultRow> rows = new ArrayList<>();
        register.rows().forEach(row -> {
            rows.add(row(row.value()));
            row.value()
                    .ratings()
                    .evaluation()
                    .map(Evaluation::findings)
                    .orElse(List.of())
                    .forEach(f -> remarks.add(remark(f, register.file(), row.line())));
        });
        boolean faults = register.provenance().refused() > 0
                || remarks.size() > register.remarks().size();
        Printer.print(
                new Envelope("risk register ratings", rows, remarks, List.of(register.provenance()), Map.of()),
                common,
                spec,
                Format.TABLE);
        return common.strict() && faults ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private Remark remark(Finding finding, String file, int line) {
        String place = file + ":" + line + ":" + finding.location().column();
        return new Remark(finding.code(), place + ": " + finding.message().in(common.locale()));
    }

    private ResultRow row(HazardEntry hazard) {
        Ratings ratings = hazard.ratings();
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, "inherent", ratings.inherent());
        details.putAll(RiskRows.judged(ratings.judged(), common.locale()));
        details.put("currentScore", ratings.current().score());
        put(details, "residual", ratings.residual());
        details.put("hazard", hazard.hazard());
        Map<String, String> item = ResultRow.item("hazard_id", hazard.id());
        return RiskRows.with(
                RiskRows.of(ratings.current(), item, common.locale(), common.explain()), details, List.of());
    }

    private static void put(Map<String, Object> details, String name, @Nullable RiskScore score) {
        details.put(name + "Score", score == null ? null : score.score());
        details.put(
                name + "Colour", score == null ? null : score.band().colour().label());
    }
}
