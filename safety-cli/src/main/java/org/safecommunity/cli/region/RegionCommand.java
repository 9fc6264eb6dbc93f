package org.safecommunity.cli.region;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.rate.RateScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rolls up the workspaces of many communities: types and stages against targets, pooled and compared rates. */
@Command(name = "region")
public final class RegionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "DIR", descriptionKey = "region-folders")
    @SuppressWarnings("NullAway.Init")
    List<Path> folders;

    @Option(names = "--targets", paramLabel = "FILE", descriptionKey = "region-targets")
    @Nullable
    String targetFile;

    @Option(names = "--per", paramLabel = "N", descriptionKey = "per")
    double per = 100_000;

    @Option(names = "--level", paramLabel = "P", descriptionKey = "level")
    double level = 0.95;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "region-on")
    @Nullable
    String on;

    @Override
    public Integer call() {
        if (!(level > 0 && level < 1)) {
            throw UserError.usage("error.level", String.valueOf(level));
        }
        if (!(per > 0 && per < Double.POSITIVE_INFINITY)) {
            throw UserError.usage("error.per", NumberText.shortest(per));
        }
        Targets targets = targetFile == null ? Targets.none() : Targets.read(targetFile, common);
        LocalDate day = on == null ? Workspace.today() : day(on);
        RegionInput input = RegionInput.read(folders, common, Workspace.today(), day);
        RegionRows rows = new RegionRows(
                input.members(),
                new RateScale(per, "person-years"),
                Confidence.of(level),
                common.locale(),
                common.explain());
        Printer.print(envelope(input, targets, rows), parts(input, targets, rows), common, spec, Format.TABLE);
        boolean refusedTargets =
                targets.pass().map(pass -> pass.provenance().refused() > 0).orElse(false);
        return common.strict() && (input.hasFaults() || refusedTargets) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw UserError.usage("error.date", "--on", text);
        }
    }

    private Envelope envelope(RegionInput input, Targets targets, RegionRows rows) {
        List<ResultRow> results = new ArrayList<>(rows.counts(input.refused(), targets));
        results.add(rows.population());
        results.add(rows.pooled());
        results.addAll(rows.communities());
        results.addAll(DueRows.of(input.members(), common.locale(), true));
        List<InputProvenance> inputs = new ArrayList<>(input.inputs());
        targets.pass().map(RowPass::provenance).ifPresent(inputs::add);
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("targets", targetFile);
        options.put("per", per);
        options.put("level", level);
        options.put("on", on);
        return new Envelope("region", results, remarks(input, targets, rows), inputs, options);
    }

    /** The same for people: types against targets, totals, then a line a community. */
    private List<List<ResultRow>> parts(RegionInput input, Targets targets, RegionRows rows) {
        List<ResultRow> counts = rows.counts(input.refused(), targets);
        List<List<ResultRow>> parts = new ArrayList<>(List.of(
                counts.subList(1, counts.size()),
                List.of(counts.get(0), rows.population(), rows.pooled()),
                common.explain() ? rows.communities() : rows.lines()));
        List<ResultRow> due = DueRows.of(input.members(), common.locale(), false);
        if (!due.isEmpty()) {
            parts.add(due);
        }
        return parts;
    }

    private List<Remark> remarks(RegionInput input, Targets targets, RegionRows rows) {
        Locale locale = common.locale();
        List<Remark> remarks = new ArrayList<>(input.remarks());
        if (input.refused() > 0) {
            int used = input.members().size();
            remarks.add(new Remark(
                    "region-counts",
                    Texts.get(locale, "remark.region-counts", used + input.refused(), used, input.refused())));
        }
        targets.pass().map(RowPass::remarks).ifPresent(remarks::addAll);
        if (rows.yearsDiffer()) {
            remarks.add(new Remark("region-years", Texts.get(locale, "remark.region-years")));
        }
        if (rows.populationKindsDiffer()) {
            remarks.add(new Remark("region-kinds", Texts.get(locale, "remark.region-kinds")));
        }
        return remarks;
    }
}
