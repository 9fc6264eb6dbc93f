package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.work.WorkQuantities;
import org.safecommunity.metrics.work.WorkRate;
import org.safecommunity.metrics.work.WorkScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Work-accident indicators of a scheme, of literal numbers or of a file. */
@Command(name = "work")
public final class WorkCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    FileOptions files = new FileOptions();

    @Mixin
    IntervalOptions intervals = new IntervalOptions();

    @Mixin
    WorkSchemeOptions schemes = new WorkSchemeOptions();

    @Mixin
    WorkQuantityOptions quantities = new WorkQuantityOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--add-deaths", descriptionKey = "add-deaths")
    boolean addDeaths;

    @Override
    public Integer call() {
        WorkScheme scheme = schemes.choose();
        List<Remark> remarks = new ArrayList<>();
        if (schemes.editionAssumed()) {
            remarks.add(new Remark(
                    "edition-assumed",
                    Texts.get(common.locale(), "remark.edition-assumed", scheme.id(), scheme.edition())));
        }
        try {
            return file == null ? literal(scheme, remarks) : fromFile(file, scheme, remarks);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private int literal(WorkScheme scheme, List<Remark> remarks) {
        WorkQuantities given = quantities.literal(scheme);
        List<ResultRow> rows = rows(scheme, given, Map.of());
        remarks.addAll(lacking(scheme, given, rows));
        Envelope envelope = new Envelope("rates work", rows, remarks, List.of(), options(scheme));
        Printer.print(envelope, common, spec, Format.TABLE);
        return ExitCode.OK;
    }

    private int fromFile(String path, WorkScheme scheme, List<Remark> remarks) {
        quantities.requireKnown(scheme);
        WorkSums.Read read = WorkSums.read(path, scheme, quantities.given(), files, common);
        List<ResultRow> rows = new ArrayList<>();
        Map<List<String>, WorkQuantities> groups = read.sums().groups();
        groups.forEach((group, given) -> rows.addAll(rows(scheme, given, RowPass.group(files.by, group))));
        remarks.addAll(lacking(scheme, groups.values().iterator().next(), rows));
        remarks.addAll(read.pass().remarks());
        Envelope envelope =
                new Envelope("rates work", rows, remarks, List.of(read.pass().provenance()), options(scheme));
        Printer.print(envelope, common, spec, Format.TABLE);
        return read.pass().exitCode(common);
    }

    private List<ResultRow> rows(WorkScheme scheme, WorkQuantities given, Map<String, String> group) {
        WorkQuantities used = addDeaths ? given.withDeathsAdded(charge(scheme)) : given;
        List<PoissonIntervalMethod> methods =
                intervals.methods(PoissonIntervalMethod.values(), PoissonIntervalMethod::label);
        List<List<WorkRate>> byMethod = methods.stream()
                .map(method -> scheme.rates(used, method, intervals.confidence()))
                .toList();
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < byMethod.get(0).size(); i++) {
            for (List<WorkRate> rates : byMethod) {
                WorkRate rate = rates.get(i);
                if (rate.indicator().count() || rates == byMethod.get(0)) {
                    rows.add(row(rate, group));
                }
            }
        }
        return rows;
    }

    private ResultRow row(WorkRate rate, Map<String, String> group) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("name", rate.indicator().label(common.locale()));
        rate.workClass().ifPresent(found -> more.put("className", found.label(common.locale())));
        return ResultRow.of(rate, group, common.locale(), common.explain()).withDetails(more);
    }

    /** The indicators that could not be computed; an error when none could. */
    private List<Remark> lacking(WorkScheme scheme, WorkQuantities given, List<ResultRow> rows) {
        if (rows.isEmpty()) {
            throw UserError.usage("error.no-indicator", scheme.id(), String.join(", ", scheme.quantities()));
        }
        Map<String, Set<String>> missing = scheme.missing(given);
        if (missing.isEmpty()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        missing.forEach((id, names) -> parts.add(id + " (" + String.join(", ", names) + ")"));
        return List.of(new Remark(
                "not-computed", Texts.get(common.locale(), "remark.not-computed", String.join("; ", parts))));
    }

    private double charge(WorkScheme scheme) {
        return scheme.deathCharge().orElseThrow(() -> UserError.usage("error.no-death-charge", scheme.id()));
    }

    private Map<String, Object> options(WorkScheme scheme) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("scheme", scheme.id());
        options.put("edition", scheme.edition());
        options.put("addDeaths", addDeaths);
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("interval", intervals.interval.isEmpty() ? "garwood" : intervals.interval);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
