package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.read.TimeLabel;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.evaluation.InterruptedSeries;
import org.safecommunity.metrics.evaluation.InterruptedSeries.Intervention;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CovarianceForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Interrupted time series of the rates of a file. */
@Command(name = "interrupt")
public final class InterruptCommand implements Callable<Integer> {
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
    SeriesOptions columns = new SeriesOptions();

    @Mixin
    PlotOptions plots = new PlotOptions();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "file")
    String file = "";

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "person-time-optional")
    @Nullable
    String personTime;

    @Option(names = "--at", paramLabel = "T", descriptionKey = "interrupt-at")
    @Nullable
    String at;

    @Option(names = "--model", paramLabel = "poisson|quasi-poisson|negative-binomial", descriptionKey = "count-model")
    String model = CountFamily.POISSON.label();

    @Option(names = "--season-length", paramLabel = "L", descriptionKey = "season-length")
    int seasonLength;

    @Option(names = "--covariance", paramLabel = "model|hc0|newey-west:LAG", descriptionKey = "covariance")
    String covariance = "model";

    @Override
    public Integer call() {
        CountFamily family = SeriesOptions.family(model);
        CovarianceForm form = form();
        intervals.methods(new String[] {"wald"}, label -> label);
        if (seasonLength < 0 || seasonLength == 1) {
            throw UserError.usage("error.season-length", seasonLength);
        }
        String start = Literals.required(at, "--at", "--at 2021-01");
        List<Quantity> quantities = new ArrayList<>(List.of(Quantity.count(columns.events())));
        if (personTime != null) {
            quantities.add(Quantity.amount(personTime));
        }
        TimeSeries series = TimeSeries.read(
                file, new GroupedCounts.Columns(List.of(columns.time()), quantities, false), files, common);
        TimeLabel from = SeriesOptions.find(start, "--at", series.groups(), file);
        plots.requireOne(series);
        List<ResultRow> rows = new ArrayList<>();
        series.groups().forEach((group, points) -> {
            InterruptedSeries fit = fit(points, from, family);
            plots.interrupt(fit, points, from, this::personTime, common.locale());
            rows.addAll(rows(fit, form, points, series.counts().groupMap(group), from));
        });
        return CountOutput.print("rates interrupt", rows, series.counts(), options(), common, spec);
    }

    private CovarianceForm form() {
        try {
            return CovarianceForm.parse(covariance);
        } catch (IllegalArgumentException e) {
            throw UserError.usage("error.choice", "--covariance", covariance, "model, hc0, hc1, newey-west:LAG");
        }
    }

    private InterruptedSeries fit(List<Point> points, TimeLabel from, CountFamily family) {
        TimeSeries.requireDenominators(
                points, file, point -> personTime(point) == 0 && point.sums().count(0) > 0);
        boolean periods = SeriesOptions.periods(points);
        try {
            return InterruptedSeries.of(
                    TimeSeries.series(points, point -> SeriesOptions.place(point.time(), periods), this::personTime),
                    new Intervention(SeriesOptions.place(from, periods), seasonLength),
                    family);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private double personTime(Point point) {
        return personTime == null ? 1 : point.sums().amount(1);
    }

    private List<ResultRow> rows(
            InterruptedSeries fit, CovarianceForm form, List<Point> points, Map<String, String> group, TimeLabel from) {
        List<MetricResult> results = fit.results(form, intervals.confidence());
        List<ResultRow> rows = new ArrayList<>();
        for (MetricResult result : results) {
            rows.add(ResultRow.of(result, group, common.locale(), common.explain()));
        }
        ResultRow head = rows.get(0);
        List<Point> empty =
                points.stream().filter(point -> personTime(point) == 0).toList();
        if (!empty.isEmpty()) {
            head = head.withWarning(TimeSeries.leftOut(empty, common.locale()));
        }
        head = SeriesOptions.gaps(points, common.locale())
                .map(head::withWarning)
                .orElse(head);
        String last = points.get(points.size() - 1).time().text();
        String summary =
                InterruptSummary.of(results, from.text(), last, !head.warnings().isEmpty(), common.locale());
        rows.set(0, summary.isEmpty() ? head : head.withDetails(Map.of(ResultRow.SUMMARY, summary)));
        return rows;
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("time", columns.time());
        options.put("at", String.valueOf(at));
        options.put("model", model);
        options.put("seasonLength", (long) seasonLength);
        options.put("covariance", covariance);
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("interval", "wald");
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
