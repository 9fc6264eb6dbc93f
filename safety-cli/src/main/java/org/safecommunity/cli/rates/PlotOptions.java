package org.safecommunity.cli.rates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.read.TimeLabel;
import org.safecommunity.cli.report.SeriesChart;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.chart.ChartPoint;
import org.safecommunity.metrics.chart.ControlChart;
import org.safecommunity.metrics.detection.DetectionPoint;
import org.safecommunity.metrics.evaluation.InterruptedSeries;
import org.safecommunity.metrics.season.Seasonality;
import org.safecommunity.metrics.trend.Joinpoint;
import picocli.CommandLine.Option;

/** A picture of a series beside its results. */
final class PlotOptions {
    @Option(names = "--plot", paramLabel = "FILE.svg", descriptionKey = "plot")
    @Nullable
    Path plot;

    /**
     * Requires that there is one series only where a picture is asked for.
     *
     * @throws UserError (exit 2) if there are several
     */
    void requireOne(TimeSeries series) {
        if (plot != null && series.groups().size() > 1) {
            throw UserError.usage("error.plot-groups", series.groups().size());
        }
    }

    /** Draws rates, fitted course, course without the measure and its start. */
    void interrupt(
            InterruptedSeries fit,
            List<Point> points,
            TimeLabel from,
            ToDoubleFunction<Point> personTime,
            Locale locale) {
        if (plot == null) {
            return;
        }
        List<OptionalDouble> observed = new ArrayList<>();
        List<OptionalDouble> fitted = new ArrayList<>();
        List<OptionalDouble> expected = new ArrayList<>();
        List<Optional<InterruptedSeries.Course>> course = fit.course();
        int start = 0;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double people = personTime.applyAsDouble(point);
            boolean before = point.time().compareTo(from) < 0;
            start += before ? 1 : 0;
            observed.add(rate(people > 0, point.sums().count(0), people));
            double mean = course.get(i).map(InterruptedSeries.Course::fitted).orElse(0d);
            double without =
                    course.get(i).map(InterruptedSeries.Course::expected).orElse(0d);
            fitted.add(rate(course.get(i).isPresent(), mean, people));
            expected.add(rate(course.get(i).isPresent() && !before, without, people));
        }
        boolean rates = points.stream().anyMatch(point -> personTime.applyAsDouble(point) != 1);
        chart(points, locale, rates ? "plot.rate" : "plot.events")
                .start(start)
                .points(Texts.get(locale, "plot.observed"), observed)
                .line(Texts.get(locale, "plot.fitted"), fitted)
                .expected(Texts.get(locale, "plot.expected"), expected)
                .write(plot);
    }

    private static OptionalDouble rate(boolean known, double events, double people) {
        return known ? OptionalDouble.of(events / people) : OptionalDouble.empty();
    }

    /** Draws rates, the broken line and its joinpoints. */
    void joinpoint(Joinpoint fit, List<Point> points, Locale locale) {
        if (plot == null) {
            return;
        }
        List<OptionalDouble> observed = new ArrayList<>();
        List<OptionalDouble> fitted = new ArrayList<>();
        List<OptionalDouble> breaks = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double people = points.get(i).sums().amount(1);
            boolean known = !fit.fitted().isEmpty();
            OptionalDouble line = rate(known, known ? fit.fitted().get(i) : 0, people);
            boolean joint = fit.locations().contains(points.get(i).time().years());
            observed.add(rate(true, points.get(i).sums().count(0), people));
            fitted.add(line);
            breaks.add(joint ? line : OptionalDouble.empty());
        }
        chart(points, locale, "plot.rate")
                .points(Texts.get(locale, "plot.observed"), observed)
                .line(Texts.get(locale, "plot.fitted"), fitted)
                .signals(Texts.get(locale, "plot.joinpoints"), breaks)
                .write(plot);
    }

    /** Draws the rates of the places in the year, their mean and the wave. */
    void season(Seasonality season, Locale locale) {
        if (plot == null) {
            return;
        }
        List<OptionalDouble> rates = season.rates();
        List<String> places =
                IntStream.rangeClosed(1, rates.size()).mapToObj(String::valueOf).toList();
        List<Double> wave = season.wave();
        double mean = wave.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        new SeriesChart(places, Texts.get(locale, "plot.rate"))
                .points(Texts.get(locale, "plot.observed"), rates)
                .line(
                        Texts.get(locale, "plot.wave"),
                        wave.stream().map(OptionalDouble::of).toList())
                .dashes(
                        Texts.get(locale, "plot.mean"),
                        wave.stream().map(value -> OptionalDouble.of(mean)).toList())
                .write(plot);
    }

    /** Draws the rates of the treated and the comparison group by period, the last one with the measure. */
    void did(List<DidCommand.Period> periods, Locale locale) {
        if (plot == null) {
            return;
        }
        List<OptionalDouble> treated =
                periods.stream().map(DidCommand.Period::treated).toList();
        List<OptionalDouble> comparison =
                periods.stream().map(DidCommand.Period::comparison).toList();
        new SeriesChart(periods.stream().map(DidCommand.Period::name).toList(), Texts.get(locale, "plot.rate"))
                .start(periods.size() - 1)
                .line(Texts.get(locale, "plot.treated"), treated)
                .signals(Texts.get(locale, "plot.treated-points"), treated)
                .dashes(Texts.get(locale, "plot.comparison"), comparison)
                .points(Texts.get(locale, "plot.comparison-points"), comparison)
                .write(plot);
    }

    /** Requires that there is one group only where a picture is asked for. */
    void requireOne(int groups) {
        if (plot != null && groups > 1) {
            throw UserError.usage("error.plot-groups", groups);
        }
    }

    /** Draws ratios with their limits beside the line of no change, one place each. */
    void ratios(List<MetricResult> results, Locale locale) {
        List<MetricResult> drawn = results.stream()
                .filter(result -> result.interval().isPresent() && result.unit().isEmpty())
                .toList();
        if (plot == null || drawn.isEmpty()) {
            return;
        }
        List<String> names = drawn.stream()
                .map(result -> Texts.get(locale, "plot." + result.statistic()))
                .toList();
        new SeriesChart(names, Texts.get(locale, "plot.ratio"))
                .line(
                        Texts.get(locale, "plot.no-change"),
                        drawn.stream().map(result -> OptionalDouble.of(1)).toList())
                .points(
                        Texts.get(locale, "plot.limits"),
                        drawn.stream().map(result -> limit(result, false)).toList())
                .points(
                        Texts.get(locale, "plot.limits"),
                        drawn.stream().map(result -> limit(result, true)).toList())
                .signals(
                        Texts.get(locale, "plot.estimate"),
                        drawn.stream().map(MetricResult::value).toList())
                .write(plot);
    }

    private static OptionalDouble limit(MetricResult result, boolean upper) {
        double limit = upper
                ? result.interval().orElseThrow().upper()
                : result.interval().orElseThrow().lower();
        return Double.isFinite(limit) ? OptionalDouble.of(limit) : OptionalDouble.empty();
    }

    /** Draws points, centre, limits and signals. */
    void control(ControlChart chart, List<Point> points, Locale locale) {
        if (plot == null) {
            return;
        }
        List<ChartPoint> drawn = chart.points();
        List<OptionalDouble> values = drawn.stream().map(ChartPoint::value).toList();
        List<OptionalDouble> signals = drawn.stream()
                .map(point -> point.signals().isEmpty() ? OptionalDouble.empty() : point.value())
                .toList();
        chart(points, locale, "plot.value")
                .line(
                        Texts.get(locale, "plot.centre"),
                        drawn.stream().map(ChartPoint::centre).toList())
                .dashes(
                        Texts.get(locale, "plot.limits"),
                        drawn.stream().map(ChartPoint::upper).toList())
                .dashes(
                        Texts.get(locale, "plot.limits"),
                        drawn.stream().map(ChartPoint::lower).toList())
                .points(Texts.get(locale, "plot.points"), values)
                .signals(Texts.get(locale, "plot.signals"), signals)
                .write(plot);
    }

    /** Draws counts, thresholds and alarms. */
    void detection(List<DetectionPoint> judged, List<Point> points, Locale locale) {
        if (plot == null) {
            return;
        }
        List<OptionalDouble> alarms = judged.stream()
                .map(point -> point.alarm() ? point.value() : OptionalDouble.empty())
                .toList();
        chart(points, locale, "plot.events")
                .dashes(
                        Texts.get(locale, "plot.threshold"),
                        judged.stream().map(DetectionPoint::threshold).toList())
                .points(
                        Texts.get(locale, "plot.observed"),
                        judged.stream().map(DetectionPoint::value).toList())
                .signals(Texts.get(locale, "plot.alarms"), alarms)
                .write(plot);
    }

    private static SeriesChart chart(List<Point> points, Locale locale, String axis) {
        return new SeriesChart(points.stream().map(point -> point.time().text()).toList(), Texts.get(locale, axis));
    }
}
