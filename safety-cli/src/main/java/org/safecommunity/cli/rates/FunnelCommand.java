package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.read.GroupedCounts.Sums;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.comparison.EmpiricalBayes;
import org.safecommunity.metrics.comparison.FunnelLimits;
import org.safecommunity.metrics.comparison.Overdispersion;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.Stratum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Many communities against one target: funnel limits, smoothed rates and dispersion. */
@Command(name = "funnel")
public final class FunnelCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    FileOptions files = new FileOptions();

    @Mixin
    ScaleOptions scales = new ScaleOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--events", paramLabel = "COL", descriptionKey = "events")
    @Nullable
    String events;

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "person-time")
    @Nullable
    String personTime;

    @Option(names = "--expected", paramLabel = "COL", descriptionKey = "expected-column")
    @Nullable
    String expected;

    @Option(names = "--target", paramLabel = "RATE", descriptionKey = "target")
    @Nullable
    Double target;

    @Override
    public Integer call() {
        String path = Literals.required(file, "FILE", "communities.csv");
        String eventsColumn = Literals.required(events, "--events", "--events injuries");
        if (files.by.isEmpty()) {
            throw UserError.usage("error.option-missing", "--by", "--by community");
        }
        if ((personTime == null) == (expected == null)) {
            throw UserError.usage("error.funnel-denominator");
        }
        String denominator = personTime == null ? String.valueOf(expected) : personTime;
        RateScale scale = expected == null ? scales.scale() : new RateScale(1, "expected event");
        GroupedCounts counts = GroupedCounts.read(
                path,
                GroupedCounts.Columns.of(List.of(), Quantity.count(eventsColumn), Quantity.amount(denominator)),
                files.by,
                files.where,
                common);
        return CountOutput.print("rates funnel", rows(counts, scale), counts, options(), common, spec);
    }

    private List<ResultRow> rows(GroupedCounts counts, RateScale scale) {
        List<Map<String, String>> groups = new ArrayList<>();
        List<Stratum> units = new ArrayList<>();
        counts.groups().forEach((group, keys) -> {
            Sums sums = keys.values().iterator().next();
            groups.add(counts.groupMap(group));
            String label = String.join(", ", group);
            units.add(new Stratum(label.isBlank() ? "?" : label, sums.count(0), sums.amount(1)));
        });
        List<ResultRow> rows = new ArrayList<>();
        try {
            List<FunnelLimits> funnel = FunnelLimits.of(units, targetRate(scale), scale);
            List<EmpiricalBayes> smoothed = EmpiricalBayes.of(units, scale);
            for (int i = 0; i < units.size(); i++) {
                rows.add(row(funnel.get(i), groups.get(i)));
                rows.add(row(smoothed.get(i), groups.get(i)));
            }
            rows.add(row(funnel.get(0).dispersion(), Map.of()));
            rows.add(row(Overdispersion.of(units), Map.of()));
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.stratum", String.valueOf(e.getMessage()));
        }
        return rows;
    }

    private OptionalDouble targetRate(RateScale scale) {
        if (target == null) {
            return expected == null ? OptionalDouble.empty() : OptionalDouble.of(1);
        }
        if (!(target > 0) || Double.isInfinite(target)) {
            throw UserError.usage("error.target", target);
        }
        return OptionalDouble.of(target / scale.multiplier());
    }

    private ResultRow row(MetricResult result, Map<String, String> group) {
        return ResultRow.of(result, group, common.locale(), common.explain());
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        if (target != null) {
            options.put("target", target);
        }
        options.put("per", scales.per);
        options.put("unit", scales.unit);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
