package org.safecommunity.cli.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Step;
import org.safecommunity.risk.register.ControlTiers;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.register.HazardRanking;
import org.safecommunity.risk.score.RiskScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the hazards of a register by risk. */
@Command(name = "rank")
public final class RankCommand implements Callable<Integer> {
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

    @Option(names = "--tiers", paramLabel = "NAME", descriptionKey = "register-tiers")
    String tiers = "enterprise";

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        ControlTiers set = ControlTiers.find(tiers)
                .orElseThrow(() -> UserError.usage(
                        "error.choice",
                        "--tiers",
                        tiers,
                        ControlTiers.bundled().stream().map(ControlTiers::id).collect(Collectors.joining(", "))));
        RegisterFiles files = RegisterFiles.read(target, common, date.day(), where);
        if (files.hazards() == null) {
            throw UserError.input("error.no-hazards", target);
        }
        List<HazardEntry> hazards = files.hazards().filled().values();
        List<ResultRow> rows = HazardRanking.rank(hazards).stream()
                .map(ranked -> row(ranked, set))
                .toList();
        List<Remark> remarks = new ArrayList<>(files.hazards().remarks());
        long schemes = hazards.stream()
                .map(h -> h.ratings().current().scheme().id())
                .distinct()
                .count();
        if (schemes > 1) {
            remarks.add(new Remark("several-schemes", Texts.get(common.locale(), "remark.several-schemes", schemes)));
        }
        Printer.print(
                new Envelope(
                        "risk register rank",
                        rows,
                        remarks,
                        List.of(files.hazards().provenance()),
                        Map.of("tiers", set.id())),
                common,
                spec,
                Format.TABLE);
        return common.strict() && files.hazards().provenance().refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private ResultRow row(HazardRanking.Ranked ranked, ControlTiers set) {
        Locale locale = common.locale();
        HazardEntry hazard = ranked.hazard();
        RiskScore current = hazard.ratings().current();
        Map<String, String> item = ResultRow.item("rank", Integer.toString(ranked.rank()), "hazard_id", hazard.id());
        ResultRow scored = RiskRows.of(current, item, locale, common.explain());
        Map<String, Object> details = RiskRows.judged(hazard.ratings().judged(), locale);
        List<Step> working = new ArrayList<>();
        Object judged = details.get(ResultRow.SUMMARY);
        if (judged != null) {
            details.put(ResultRow.SUMMARY, hazard.id() + ": " + judged);
            working.add(Step.remark(Texts.get(locale, "step.override"), judged.toString()));
        }
        List<ControlTiers.Tier> controlling = set.of(hazard.colour());
        details.put("tier", controlling.get(0).title().in(locale));
        details.put("place", hazard.place());
        details.put("hazard", hazard.hazard());
        details.put("tiers", controlling.stream().map(ControlTiers.Tier::id).toList());
        details.put("topic", hazard.topic());
        details.put("owner", hazard.owner());
        details.put("inherentScore", score(hazard.ratings().inherent()));
        details.put("residualScore", score(hazard.ratings().residual()));
        details.put(
                "nextReview",
                hazard.nextReview() == null ? null : hazard.nextReview().toString());
        working.add(Step.remark(
                Texts.get(locale, "step.control-tier"),
                controlling.stream().map(t -> t.title().in(locale)).collect(Collectors.joining(" > ")) + "; "
                        + set.provenance().describe(set.sources()).in(locale)));
        return RiskRows.with(scored, details, working);
    }

    private static @Nullable Object score(@Nullable RiskScore score) {
        return score == null ? null : score.score();
    }
}
