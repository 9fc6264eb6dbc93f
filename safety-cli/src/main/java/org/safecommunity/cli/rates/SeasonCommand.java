package org.safecommunity.cli.rates;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.safecommunity.metrics.season.Seasonality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Season of the series of a file. */
@Command(name = "season")
public final class SeasonCommand implements Callable<Integer> {
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    /** A year without a leap day, for months that are not of a certain year. */
    private static final int PLAIN_YEAR = 2001;

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

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "season-person-time")
    @Nullable
    String personTime;

    @Option(names = "--method", paramLabel = "cosinor|edwards", descriptionKey = "season-method")
    String method = Seasonality.Method.COSINOR.label();

    @Override
    public Integer call() {
        Seasonality.Method chosen = Arrays.stream(Seasonality.Method.values())
                .filter(candidate -> candidate.label().equals(method))
                .findFirst()
                .orElseThrow(() -> UserError.usage("error.choice", "--method", method, "cosinor, edwards"));
        intervals.methods(new String[] {"delta"}, label -> label);
        List<Quantity> quantities = new ArrayList<>(List.of(Quantity.count(columns.events())));
        if (personTime != null) {
            quantities.add(Quantity.amount(personTime));
        }
        TimeSeries series = TimeSeries.read(
                file, new GroupedCounts.Columns(List.of(columns.time()), quantities, false), files, common);
        plots.requireOne(series);
        List<ResultRow> rows = new ArrayList<>();
        series.groups().forEach((group, points) -> {
            List<ResultRow> own = new ArrayList<>();
            Seasonality season = season(points);
            plots.season(season, common.locale());
            for (MetricResult result : season.results(chosen, intervals.confidence())) {
                own.add(ResultRow.of(result, series.counts().groupMap(group), common.locale(), common.explain()));
            }
            SeriesOptions.gaps(points, common.locale())
                    .ifPresent(remark -> own.set(0, own.get(0).withWarning(remark)));
            rows.addAll(own);
        });
        return CountOutput.print("rates season", rows, series.counts(), options(), common, spec);
    }

    private Seasonality season(List<Point> points) {
        TimeLabel first = points.get(0).time();
        int sectors = first.kind() == TimeLabel.Kind.QUARTER ? QUARTERS : MONTHS;
        double[] counts = new double[sectors];
        double[] exposure = new double[sectors];
        for (Point point : points) {
            int sector = sector(point);
            counts[sector] += point.sums().count(0);
            exposure[sector] += personTime == null
                    ? days(point.time(), sector)
                    : point.sums().amount(1);
        }
        TimeSeries.requireDenominators(
                points,
                file,
                point -> exposure[sector(point)] == 0 && point.sums().count(0) > 0);
        try {
            return Seasonality.of(counts, exposure);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    /** Place in the year, from 0. */
    private int sector(Point point) {
        TimeLabel time = point.time();
        long period = time.period().orElse(0);
        return switch (time.kind()) {
            case MONTH -> (int) (period % MONTHS);
            case QUARTER -> (int) (period % QUARTERS);
            case NUMBER, WEEK, DAY -> {
                if (time.kind() != TimeLabel.Kind.NUMBER || period < 1 || period > MONTHS) {
                    throw UserError.usage(
                            "error.season-time", file, point.sums().line(), time.text());
                }
                yield (int) period - 1;
            }
        };
    }

    /** Days of the period; of a month without year those of a year without leap day. */
    private static double days(TimeLabel time, int sector) {
        long period = time.period().orElse(0);
        return switch (time.kind()) {
            case MONTH -> YearMonth.of((int) (period / MONTHS), sector + 1).lengthOfMonth();
            case QUARTER -> {
                LocalDate start = LocalDate.of((int) (period / QUARTERS), sector * 3 + 1, 1);
                yield start.plusMonths(3).toEpochDay() - start.toEpochDay();
            }
            case NUMBER, WEEK, DAY -> YearMonth.of(PLAIN_YEAR, sector + 1).lengthOfMonth();
        };
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("time", columns.time());
        options.put("method", method);
        options.put("exposure", personTime == null ? "days" : personTime);
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
