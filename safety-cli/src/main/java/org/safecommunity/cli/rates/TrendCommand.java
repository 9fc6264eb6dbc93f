package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.trend.LogLinearTrend;
import org.safecommunity.metrics.trend.TrendHomogeneity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Annual percent change of the rates of a file. */
@Command(name = "trend")
public final class TrendCommand implements Callable<Integer> {
    private static final String LEAST_SQUARES = "least-squares";

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

    @Option(names = "--time", paramLabel = "COL", descriptionKey = "time")
    @Nullable
    String time;

    @Option(names = "--events", paramLabel = "COL", descriptionKey = "events-column")
    @Nullable
    String events;

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "person-time-column")
    @Nullable
    String personTime;

    @Option(
            names = "--model",
            paramLabel = "poisson|quasi-poisson|negative-binomial|least-squares",
            descriptionKey = "trend-model")
    String model = CountFamily.POISSON.label();

    @Option(names = "--homogeneity", descriptionKey = "homogeneity")
    boolean homogeneity;

    @Override
    public Integer call() {
        requireModel();
        intervals.methods(new String[] {"wald"}, label -> label);
        GroupedCounts.Columns columns = GroupedCounts.Columns.of(
                List.of(Literals.required(time, "--time", "--time year")),
                Quantity.count(Literals.required(events, "--events", "--events injuries")),
                Quantity.amount(Literals.required(personTime, "--person-time", "--person-time person_years")));
        TimeSeries series = TimeSeries.read(file, columns, files, common);
        List<ResultRow> rows = new ArrayList<>();
        List<LogLinearTrend> trends = new ArrayList<>();
        series.groups().forEach((group, points) -> {
            LogLinearTrend trend = checked(points);
            trends.add(trend);
            rows.addAll(rows(trend, points, series.counts().groupMap(group)));
        });
        if (homogeneity) {
            rows.add(ResultRow.of(TrendHomogeneity.of(trends), Map.of(), common.locale(), common.explain()));
        }
        return CountOutput.print("rates trend", rows, series.counts(), options(), common, spec);
    }

    private void requireModel() {
        List<String> known = new ArrayList<>();
        for (CountFamily family : CountFamily.values()) {
            known.add(family.label());
        }
        known.add(LEAST_SQUARES);
        if (!known.contains(model)) {
            throw UserError.usage("error.choice", "--model", model, String.join(", ", known));
        }
    }

    private LogLinearTrend checked(List<Point> points) {
        try {
            return trend(points);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private LogLinearTrend trend(List<Point> points) {
        TimeSeries.requireDenominators(
                points,
                file,
                point -> point.sums().amount(1) == 0 && point.sums().count(0) > 0);
        if (model.equals(LEAST_SQUARES)) {
            List<Point> used =
                    points.stream().filter(point -> point.sums().amount(1) > 0).toList();
            used.stream()
                    .filter(point -> point.sums().count(0) == 0)
                    .findFirst()
                    .ifPresent(point -> {
                        throw UserError.input(
                                "error.rate-zero",
                                file,
                                point.sums().line(),
                                point.time().text());
                    });
            return LogLinearTrend.ofRates(
                    values(used, point -> point.time().years()),
                    values(used, point -> point.sums().count(0) / point.sums().amount(1)));
        }
        CountFamily family = Arrays.stream(CountFamily.values())
                .filter(candidate -> candidate.label().equals(model))
                .findFirst()
                .orElseThrow();
        return LogLinearTrend.of(
                TimeSeries.series(points, point -> point.time().years(), point -> point.sums()
                        .amount(1)),
                family);
    }

    private static double[] values(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    private List<ResultRow> rows(LogLinearTrend trend, List<Point> points, Map<String, String> group) {
        List<ResultRow> rows = new ArrayList<>();
        ResultRow change = ResultRow.of(
                trend.annualPercentChange(intervals.confidence()), group, common.locale(), common.explain());
        List<Point> empty =
                points.stream().filter(point -> point.sums().amount(1) == 0).toList();
        rows.add(empty.isEmpty() ? change : change.withWarning(TimeSeries.leftOut(empty, common.locale())));
        trend.dispersion()
                .ifPresent(result -> rows.add(ResultRow.of(result, group, common.locale(), common.explain())));
        return rows;
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("time", String.valueOf(time));
        options.put("model", model);
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("interval", "wald");
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
