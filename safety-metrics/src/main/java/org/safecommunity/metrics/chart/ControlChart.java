package org.safecommunity.metrics.chart;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.chart.ChartSettings.Probability;
import org.safecommunity.metrics.chart.ChartSettings.Sigma;
import org.safecommunity.metrics.series.AnnotatedSeries;
import org.safecommunity.metrics.series.EventSeries;
import org.safecommunity.metrics.series.SeriesPoint;

/**
 * A control chart: each point of a series with its centre line, its limits and the rules that make it a signal. Immutable.
 *
 * <p>Centre and standard deviation come from the baseline; limits are centre ± K·σ or, on request, exact quantiles of the
 * Poisson, binomial or geometric distribution. The lower limit of a count or rate is at least 0, the upper limit of a
 * proportion at most 1. EWMA starts at the centre and has exact limits at each point; CUSUM is in units of σ and not set
 * back after a signal. I-MR and t take σ from the mean moving range of neighbours over d2 = 2/√π, t after y = x^(1/3.6).
 * With denominators EWMA and CUSUM are of the standardised rates (x/n − ū)/√(ū/n).
 * <p>Limits: points independent given the process; fewer than twelve points give trial limits (a note says so). A baseline
 * without events has no limits.
 * <p>Checked against: the formulas written out in R, and the examples of Montgomery.
 */
public final class ControlChart {
    private static final int TRIAL = 12;
    private static final double SMALL_COUNT = 9;
    private static final double SMALL_NUMBER = 5;
    private static final int RUN = 8;

    private final ChartType type;
    private final ChartData data;
    private final ChartSettings settings;
    private final List<ChartPoint> points;

    private ControlChart(ChartType type, ChartData data, ChartSettings settings) {
        this.type = type;
        this.data = data;
        this.settings = settings;
        List<Drawn> drawn = drawn();
        List<List<ChartRule>> signals = signals(drawn);
        List<Note> notes = notes();
        List<ChartPoint> all = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < data.size(); i++) {
            List<Note> own = i == 0 ? notes : List.of();
            if (data.has(i)) {
                all.add(ChartPoint.of(this, i, drawn.get(next), signals.get(next), own));
                next++;
            } else {
                all.add(ChartPoint.without(this, i, own));
            }
        }
        this.points = List.copyOf(all);
    }

    /**
     * Draws a chart.
     *
     * @param type     kind of chart, not null
     * @param data     points in the order of time, not null
     * @param settings limits, baseline and rules, not null
     * @throws IllegalArgumentException if the baseline has no point with a value (Laney: fewer than two), the type needs
     *     denominators or whole counts that are not given, events exceed trials, the type has no limits by probability, or
     *     a centre or σ is given for points with denominators
     */
    public static ControlChart of(ChartType type, ChartData data, ChartSettings settings) {
        requireNonNull(type, "type");
        data.require(type);
        boolean ranges = type == ChartType.LANEY_U || type == ChartType.LANEY_P || type.individual();
        int fewest = ranges ? 2 : 1;
        int given = data.baseline(settings.baseline()).size();
        if (given < fewest) {
            throw new IllegalArgumentException(
                    "baseline must have " + fewest + " points with a value or more, was " + given);
        }
        if (settings.limits() instanceof Probability && !type.hasProbability()) {
            throw new IllegalArgumentException(
                    "limits by probability are of c, u, np, p, g and t charts, was " + type.label());
        }
        boolean target = settings.weighted().centre().isPresent()
                || settings.weighted().sigma().isPresent();
        if (type.weighted() && data.sized() && target) {
            throw new IllegalArgumentException("centre and sigma must not be given for points with denominators");
        }
        return new ControlChart(type, data, settings);
    }

    /** Draws the chart of a series; see {@link #of(ChartType, ChartData, ChartSettings)}. */
    public static ControlChart of(ChartType type, EventSeries series, ChartSettings settings) {
        return of(type, ChartData.of(series), settings);
    }

    /** The series with centre, limits and signals at each point. */
    public AnnotatedSeries annotated() {
        return AnnotatedSeries.of(data.series(), i -> {
            ChartPoint point = points.get(i);
            return new SeriesPoint(
                    data.series().label(i),
                    data.series().time(i),
                    point.value(),
                    point.centre(),
                    point.lower(),
                    point.upper(),
                    point.signals().stream().map(ChartRule::label).toList());
        });
    }

    /** The points, one for each of the data. */
    public List<ChartPoint> points() {
        return points;
    }

    /** Kind of chart. */
    public ChartType type() {
        return type;
    }

    ChartData data() {
        return data;
    }

    ChartSettings settings() {
        return settings;
    }

    private List<Drawn> drawn() {
        if (type.weighted()) {
            WeightedChart chart = new WeightedChart(type, data, settings);
            if (!chart.hasSigma()) {
                throw new IllegalArgumentException(
                        "sigma must be given where the baseline has no variation or no events");
            }
            return chart.draw();
        }
        if (type.individual()) {
            return new IndividualsChart(type, data, settings).draw();
        }
        ShewhartChart chart = new ShewhartChart(type, data, settings);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            if (data.has(i)) {
                drawn.add(chart.draw(i));
            }
        }
        return drawn;
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        List<Integer> baseline = data.baseline(settings.baseline());
        if (baseline.size() < TRIAL) {
            notes.add(Note.of("chart-trial-limits", baseline.size(), TRIAL));
        }
        if (type.weighted()) {
            return notes;
        }
        if (type.individual()) {
            if (!new IndividualsChart(type, data, settings).hasLimits()) {
                notes.add(Note.of("chart-no-variation"));
            }
            return notes;
        }
        ShewhartChart chart = new ShewhartChart(type, data, settings);
        if (!chart.hasEvents()) {
            notes.add(Note.of("chart-no-events"));
        } else if (type != ChartType.G && type.hasProbability() && settings.limits() instanceof Sigma) {
            double mean = chart.centre();
            if (type.needsSizes()) {
                mean *= baseline.stream().mapToDouble(data::size).average().orElse(0);
            }
            double small = type.counted() ? SMALL_NUMBER : SMALL_COUNT;
            if (mean < small) {
                notes.add(
                        Note.of("chart-small-counts", NumberText.shortest(Math.round(mean * 100) / 100d), (int) small));
            }
        }
        return notes;
    }

    private List<List<ChartRule>> signals(List<Drawn> drawn) {
        List<List<ChartRule>> signals = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            List<ChartRule> own = new ArrayList<>();
            boolean limited = drawn.get(i).upper().isPresent();
            for (ChartRule rule : ChartRule.values()) {
                boolean applies =
                        switch (rule) {
                            case BEYOND_LIMITS -> true;
                            case MOVING_RANGE -> type == ChartType.I_MR;
                            default -> type.hasRuns();
                        };
                if (limited && applies && settings.rules().contains(rule) && fires(rule, drawn, i)) {
                    own.add(rule);
                }
            }
            signals.add(own);
        }
        return signals;
    }

    private static boolean fires(ChartRule rule, List<Drawn> drawn, int i) {
        return switch (rule) {
            case BEYOND_LIMITS -> drawn.get(i).above() || drawn.get(i).below();
            case RUN_OF_8 -> together(drawn, i, RUN, RUN, point -> side(point, 0));
            case TWO_OF_THREE -> together(drawn, i, 3, 2, point -> side(point, 2));
            case FOUR_OF_FIVE -> together(drawn, i, 5, 4, point -> side(point, 1));
            case MOVING_RANGE -> drawn.get(i).jumps();
        };
    }

    /** 1 above and −1 below the centre by more than some standard deviations, else 0. */
    private static int side(Drawn point, double deviations) {
        double distance = point.value() - point.centre();
        return Math.abs(distance) > deviations * point.sd() ? (int) Math.signum(distance) : 0;
    }

    /** Whether a point is on a side, and at least some of the last ones, it included, are on the same. */
    private static boolean together(List<Drawn> drawn, int i, int last, int least, ToIntFunction<Drawn> side) {
        int own = side.applyAsInt(drawn.get(i));
        int same = 0;
        for (int j = Math.max(0, i - last + 1); j <= i; j++) {
            same += side.applyAsInt(drawn.get(j)) == own ? 1 : 0;
        }
        return own != 0 && same >= least;
    }
}
