package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.trend.TrendVariance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests of trend in the series of a file. */
@Command(name = "trend-test")
public final class TrendTestCommand implements Callable<Integer> {
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

    @Option(names = "--events", paramLabel = "COL", descriptionKey = "series-column")
    @Nullable
    String events;

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "person-time-column")
    @Nullable
    String personTime;

    @Option(names = "--trials", paramLabel = "COL", descriptionKey = "trials-column")
    @Nullable
    String trials;

    @Option(
            names = "--method",
            paramLabel = "mann-kendall|sen|cochran-armitage|poisson-score",
            descriptionKey = "trend-method")
    String method = TrendTestMethod.MANN_KENDALL.label();

    @Option(names = "--per", paramLabel = "N", descriptionKey = "trend-per")
    double per = 1;

    @Option(names = "--variance", paramLabel = "population|sample", descriptionKey = "trend-variance")
    String variance = TrendVariance.POPULATION.label();

    @Override
    public Integer call() {
        TrendTestMethod test = TrendTestMethod.parse(method);
        TrendTestMethod.Setting setting = new TrendTestMethod.Setting(
                personTime != null, trials != null, per(), intervals.confidence(), trendVariance());
        intervals.methods(new String[] {"sen"}, label -> label);
        String timeColumn = Literals.required(time, "--time", "--time year");
        String eventsColumn = Literals.required(events, "--events", "--events injuries");
        String denominator = personTime != null ? personTime : trials;
        TimeSeries series =
                TimeSeries.read(file, test.columns(timeColumn, eventsColumn, denominator, setting), files, common);
        List<ResultRow> rows = new ArrayList<>();
        series.groups()
                .forEach((group, points) ->
                        rows.add(row(test, setting, points, series.counts().groupMap(group))));
        return CountOutput.print("rates trend-test", rows, series.counts(), options(), common, spec);
    }

    private ResultRow row(
            TrendTestMethod test, TrendTestMethod.Setting setting, List<Point> points, Map<String, String> group) {
        TimeSeries.requireDenominators(points, file, point -> test.withoutDenominator(point, setting));
        ResultRow row;
        try {
            MetricResult result = test.result(points, setting);
            row = ResultRow.of(result, group, common.locale(), common.explain());
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
        List<Point> empty =
                points.stream().filter(point -> !test.usable(point, setting)).toList();
        return empty.isEmpty() ? row : row.withWarning(TimeSeries.leftOut(empty, common.locale()));
    }

    private double per() {
        if (!(per > 0) || Double.isInfinite(per)) {
            throw UserError.usage("error.not-positive", "--per", NumberText.shortest(per));
        }
        return per;
    }

    private TrendVariance trendVariance() {
        for (TrendVariance form : TrendVariance.values()) {
            if (form.label().equals(variance)) {
                return form;
            }
        }
        throw UserError.usage("error.choice", "--variance", variance, "population, sample");
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("time", String.valueOf(time));
        options.put("method", method);
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        if (per != 1) {
            options.put("per", per);
        }
        if (method.equals(TrendTestMethod.COCHRAN_ARMITAGE.label())) {
            options.put("variance", variance);
        }
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
