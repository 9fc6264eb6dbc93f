package org.safecommunity.cli.rates;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.read.GroupedCounts.Columns;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.trend.CochranArmitage;
import org.safecommunity.metrics.trend.MannKendall;
import org.safecommunity.metrics.trend.PoissonScoreTrend;
import org.safecommunity.metrics.trend.SenSlope;
import org.safecommunity.metrics.trend.TrendVariance;

/** The tests of trend: which columns each needs, and its result. */
enum TrendTestMethod {
    /** Order of the values. */
    MANN_KENDALL {
        @Override
        MetricResult compute(double[] times, List<Point> points, Setting setting) {
            return MannKendall.of(values(points, point -> value(point, setting)));
        }
    },
    /** Median slope. */
    SEN {
        @Override
        MetricResult compute(double[] times, List<Point> points, Setting setting) {
            return SenSlope.of(times, values(points, point -> value(point, setting)), setting.confidence());
        }
    },
    /** Proportions by scores. */
    COCHRAN_ARMITAGE {
        @Override
        Columns columns(String time, String events, @Nullable String denominator, Setting setting) {
            if (setting.personTime()) {
                throw UserError.usage("error.trend-rates");
            }
            String trials = Literals.required(denominator, "--trials", "--trials examined");
            return Columns.eventsOfTrials(List.of(time), events, trials);
        }

        @Override
        boolean usable(Point point, Setting setting) {
            return point.sums().count(1) > 0;
        }

        @Override
        boolean withoutDenominator(Point point, Setting setting) {
            return false;
        }

        @Override
        MetricResult compute(double[] times, List<Point> points, Setting setting) {
            long[] events = counts(points, point -> point.sums().count(0));
            long[] trials = counts(points, point -> point.sums().count(1));
            return CochranArmitage.of(times, events, trials, setting.variance());
        }
    },
    /** Rates by scores. */
    POISSON_SCORE {
        @Override
        Columns columns(String time, String events, @Nullable String denominator, Setting setting) {
            if (setting.trials()) {
                throw UserError.usage("error.trend-proportions");
            }
            String personTime = Literals.required(denominator, "--person-time", "--person-time person_years");
            return Columns.of(List.of(time), Quantity.count(events), Quantity.amount(personTime));
        }

        @Override
        boolean withoutDenominator(Point point, Setting setting) {
            return point.sums().amount(1) == 0 && point.sums().count(0) > 0;
        }

        @Override
        MetricResult compute(double[] times, List<Point> points, Setting setting) {
            long[] events = counts(points, point -> point.sums().count(0));
            return PoissonScoreTrend.of(
                    times, events, values(points, point -> point.sums().amount(1)));
        }
    };

    /**
     * What the command was asked for.
     *
     * @param personTime whether person-time is given
     * @param trials     whether trials are given
     * @param per        multiplier of rates
     * @param confidence level and side of the interval
     * @param variance   form of the Cochran–Armitage variance
     */
    record Setting(boolean personTime, boolean trials, double per, Confidence confidence, TrendVariance variance) {
        Setting {
            if (personTime && trials) {
                throw UserError.usage("error.one-denominator");
            }
        }

        boolean denominator() {
            return personTime || trials;
        }
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static TrendTestMethod parse(String text) {
        for (TrendTestMethod method : values()) {
            if (method.label().equals(text)) {
                return method;
            }
        }
        String known = Arrays.stream(values()).map(TrendTestMethod::label).collect(Collectors.joining(", "));
        throw UserError.usage("error.choice", "--method", text, known);
    }

    /** Columns to read: a series of any numbers, or amounts with their denominators. */
    Columns columns(String time, String events, @Nullable String denominator, Setting setting) {
        return denominator == null
                ? Columns.of(List.of(time), Quantity.number(events))
                : Columns.of(List.of(time), Quantity.amount(events), Quantity.amount(denominator));
    }

    /** Whether a point has a denominator, or needs none. */
    boolean usable(Point point, Setting setting) {
        return !setting.denominator() || point.sums().amount(1) > 0;
    }

    /** Whether a point has events but no denominator. */
    boolean withoutDenominator(Point point, Setting setting) {
        return setting.denominator()
                && point.sums().amount(1) == 0
                && point.sums().amount(0) > 0;
    }

    /** The result of a series: the score tests see every point, the others those that have a value. */
    MetricResult result(List<Point> all, Setting setting) {
        boolean scores = this == COCHRAN_ARMITAGE || this == POISSON_SCORE;
        List<Point> points = scores
                ? all
                : all.stream().filter(point -> usable(point, setting)).toList();
        return compute(values(points, point -> point.time().years()), points, setting);
    }

    abstract MetricResult compute(double[] times, List<Point> points, Setting setting);

    /** The value of a point: the number itself, or amount over denominator. */
    static double value(Point point, Setting setting) {
        double amount = point.sums().amount(0);
        return setting.denominator() ? amount / point.sums().amount(1) * setting.per() : amount;
    }

    static double[] values(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    static long[] counts(List<Point> points, ToLongFunction<Point> count) {
        return points.stream().mapToLong(count).toArray();
    }
}
