package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Display;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Sums;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.evaluation.DifferenceInDifferences;
import org.safecommunity.metrics.evaluation.DifferenceInDifferences.Observation;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.CrudeRate;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.regression.CountFamily;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Difference-in-differences of the rates of a file. */
@Command(name = "did")
public final class DidCommand implements Callable<Integer> {
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
    ScaleOptions scale = new ScaleOptions();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "file")
    String file = "";

    @Mixin
    MeasureOptions measure = new MeasureOptions();

    @Option(names = "--cluster", paramLabel = "COL", descriptionKey = "did-cluster")
    @Nullable
    String cluster;

    @Option(names = "--model", paramLabel = "poisson|quasi-poisson|negative-binomial", descriptionKey = "count-model")
    String model = CountFamily.POISSON.label();

    @Mixin
    PlotOptions plots = new PlotOptions();

    @Override
    public Integer call() {
        CountFamily family = SeriesOptions.family(model);
        intervals.methods(new String[] {"wald"}, label -> label);
        String withMeasure = measure.treated();
        String after = measure.post();
        GroupedCounts counts = measure.read(file, cluster, files, common);
        plots.requireOne(counts.groups().size());
        List<ResultRow> rows = new ArrayList<>();
        counts.groups().forEach((by, cells) -> {
            plots.did(periods(cells, withMeasure, after), common.locale());
            List<Observation> observations = new ArrayList<>();
            cells.forEach((key, sums) -> observations.add(observation(key, sums, withMeasure, after)));
            List<ResultRow> own = rows(observations, family, counts.groupMap(by));
            long before = cells.keySet().stream()
                    .map(key -> key.get(1))
                    .filter(category -> !category.equals(after))
                    .distinct()
                    .count();
            if (before == 1) {
                own.set(
                        0,
                        own.get(0)
                                .withWarning(new Remark(
                                        "did-one-before", Texts.get(common.locale(), "remark.did-one-before"))));
            }
            rows.addAll(own);
        });
        return CountOutput.print("rates did", rows, counts, options(), common, spec);
    }

    /**
     * The rates of a period.
     *
     * @param name       its category
     * @param treated    events per person-time of the treated group; absent without person-time
     * @param comparison the same of the others
     */
    record Period(String name, OptionalDouble treated, OptionalDouble comparison) {}

    /** The periods in the order of the file, the one with the measure last. */
    private static List<Period> periods(Map<List<String>, Sums> cells, String withMeasure, String after) {
        Set<String> names =
                cells.keySet().stream().map(key -> key.get(1)).collect(Collectors.toCollection(LinkedHashSet::new));
        names.remove(after);
        names.add(after);
        return names.stream()
                .map(name ->
                        new Period(name, rate(cells, name, withMeasure, true), rate(cells, name, withMeasure, false)))
                .toList();
    }

    private static OptionalDouble rate(
            Map<List<String>, Sums> cells, String period, String withMeasure, boolean treated) {
        double events = 0;
        double personTime = 0;
        for (Map.Entry<List<String>, Sums> cell : cells.entrySet()) {
            if (cell.getKey().get(1).equals(period) && cell.getKey().get(0).equals(withMeasure) == treated) {
                events += cell.getValue().count(0);
                personTime += cell.getValue().amount(1);
            }
        }
        return personTime > 0 ? OptionalDouble.of(events / personTime) : OptionalDouble.empty();
    }

    private Observation observation(List<String> key, Sums sums, String withMeasure, String after) {
        MeasureOptions.requireTime(file, key, sums);
        return new Observation(
                key.get(0).equals(withMeasure),
                key.get(1).equals(after),
                key.size() > 2 ? key.get(2) : "",
                sums.count(0),
                sums.amount(1));
    }

    private List<ResultRow> rows(List<Observation> observations, CountFamily family, Map<String, String> by) {
        DifferenceInDifferences fit = DifferenceInDifferences.of(observations, family);
        MetricResult result = fit.result(intervals.confidence());
        ResultRow head = ResultRow.of(result, by, common.locale(), common.explain());
        String summary = summary(result);
        List<ResultRow> rows = new ArrayList<>();
        rows.add(summary.isEmpty() ? head : head.withDetails(Map.of(ResultRow.SUMMARY, summary)));
        RateScale per = scale.scale();
        for (boolean isTreated : new boolean[] {true, false}) {
            for (boolean isAfter : new boolean[] {false, true}) {
                CrudeRate rate = CrudeRate.of(
                        fit.events(isTreated, isAfter),
                        fit.personTime(isTreated, isAfter),
                        per,
                        PoissonIntervalMethod.GARWOOD,
                        intervals.confidence());
                rows.add(ResultRow.of(rate, by, common.locale(), common.explain())
                        .withItem(ResultRow.item(
                                "row", isTreated ? "treated" : "comparison", "column", isAfter ? "after" : "before")));
            }
        }
        return rows;
    }

    /** The result in plain words; empty without a two-sided interval. */
    private String summary(MetricResult result) {
        Optional<Interval> limits = result.interval()
                .filter(interval -> Double.isFinite(interval.lower()) && Double.isFinite(interval.upper()));
        Object own = result.details().get("treatedRatio");
        Object other = result.details().get("comparisonRatio");
        if (limits.isEmpty() || result.value().isEmpty() || own == null || other == null) {
            return "";
        }
        boolean clear = limits.get().lower() > 1 || limits.get().upper() < 1;
        return Texts.get(
                common.locale(),
                clear ? "did.summary.clear" : "did.summary.unclear",
                Display.value(own, common.locale()),
                Display.value(other, common.locale()),
                Display.number(result.value().getAsDouble()),
                Display.interval(limits.get()));
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        measure.echo(options);
        if (cluster != null) {
            options.put("cluster", cluster);
        }
        options.put("model", model);
        options.put("per", scale.per);
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
