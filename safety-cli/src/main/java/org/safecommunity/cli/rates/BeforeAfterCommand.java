package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.evaluation.BeforeAfter;
import org.safecommunity.metrics.evaluation.BeforeAfter.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Before and after a measure, with comparison sites and empirical Bayes. */
@Command(name = "before-after")
public final class BeforeAfterCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    FileOptions files = new FileOptions();

    @Mixin
    IntervalOptions intervals = new IntervalOptions();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "file")
    String file = "";

    @Mixin
    MeasureOptions measure = new MeasureOptions();

    @Option(names = "--site", paramLabel = "COL", descriptionKey = "before-after-site")
    @Nullable
    String site;

    @Mixin
    PlotOptions plots = new PlotOptions();

    @Override
    public Integer call() {
        intervals.methods(new String[] {"log-wald"}, label -> label);
        String withMeasure = measure.treated();
        String after = measure.post();
        GroupedCounts counts = measure.read(file, site, files, common);
        plots.requireOne(counts.groups().size());
        List<ResultRow> rows = new ArrayList<>();
        counts.groups().forEach((by, cells) -> rows.addAll(rows(cells, withMeasure, after, counts.groupMap(by))));
        return CountOutput.print("rates before-after", rows, counts, options(), common, spec);
    }

    private List<ResultRow> rows(
            Map<List<String>, Sums> cells, String withMeasure, String after, Map<String, String> by) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        cells.forEach((key, sum) -> {
            boolean own = key.get(0).equals(withMeasure);
            String name = (own ? "+" : "-") + (key.size() > 2 ? key.get(2) : "");
            double[] site = sums.computeIfAbsent(name, unused -> new double[4]);
            int at = key.get(1).equals(after) ? 2 : 0;
            site[at] += sum.count(0);
            site[at + 1] += sum.amount(1);
            MeasureOptions.requireTime(file, key, sum);
        });
        List<Site> sites = new ArrayList<>();
        List<String> without = new ArrayList<>();
        sums.forEach((name, s) -> {
            if (s[1] > 0 && s[3] > 0) {
                sites.add(new Site(name.startsWith("+"), (long) s[0], s[1], (long) s[2], s[3]));
            } else {
                without.add(name.substring(1));
            }
        });
        if (sites.stream().noneMatch(Site::treated)) {
            throw UserError.input("error.before-after-no-site", file, withMeasure);
        }
        List<MetricResult> results = BeforeAfter.of(sites).results(intervals.confidence());
        List<ResultRow> rows = new ArrayList<>();
        for (MetricResult result : results) {
            rows.add(ResultRow.of(result, by, common.locale(), common.explain()));
        }
        String summary = summary(results);
        if (!summary.isEmpty()) {
            rows.set(0, rows.get(0).withDetails(Map.of(ResultRow.SUMMARY, summary)));
        }
        if (!without.isEmpty()) {
            String named = without.stream().limit(10).collect(Collectors.joining(", "));
            rows.set(
                    0,
                    rows.get(0)
                            .withWarning(new Remark(
                                    "before-after-one-period",
                                    Texts.get(
                                            common.locale(),
                                            "remark.before-after-one-period",
                                            without.size(),
                                            named))));
        }
        plots.ratios(results, common.locale());
        return rows;
    }

    /** The best result in plain words; empty without a two-sided interval. */
    private String summary(List<MetricResult> results) {
        Optional<MetricResult> best = results.subList(0, 3).stream()
                .filter(result -> result.interval()
                        .filter(limits -> Double.isFinite(limits.upper()) && limits.lower() > 0)
                        .isPresent())
                .reduce((first, second) -> second);
        if (best.isEmpty()) {
            return "";
        }
        Interval limits = best.get().interval().orElseThrow();
        boolean clear = limits.lower() > 1 || limits.upper() < 1;
        MetricResult averted = results.get(3);
        return Texts.get(
                common.locale(),
                clear ? "before-after.summary.clear" : "before-after.summary.unclear",
                Texts.get(common.locale(), "statistic." + best.get().statistic()),
                Display.number(best.get().value().orElseThrow()),
                Display.interval(limits),
                Display.number(averted.value().orElse(0)),
                Display.interval(averted.interval().orElseThrow()));
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        measure.echo(options);
        if (site != null) {
            options.put("site", site);
        }
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
