package org.safecommunity.metrics.trend;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.series.EventSeries;

/**
 * Sen's slope: the median of the slopes of all pairs of points. Immutable.
 *
 * <p>Slopes (x_j − x_i)/(t_j − t_i), N of them, sorted; limits are those at the ranks round((N − C)/2) and
 * round((N + C)/2 + 1), C = z·√Var with the variance of {@link MannKendall}; a rank outside 1 … N leaves that side
 * unbounded.
 * <p>Limits: values independent of one another; the change is a straight line. One point has no slope (status
 * {@code single-unit}), nor has no point ({@code empty-domain}); fewer than 4 have no interval (status {@code no-df}). At most {@value #MOST} points.
 * <p>Checked against: an independent program in R, and the published Nile series.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen (1968), J Am Stat Assoc 63, 1379–1389</a>
 */
public final class SenSlope implements MetricResult {
    /** Most points whose pairs are kept at a time. */
    public static final int MOST = 5000;

    private final double[] slopes;
    private final int n;
    private final double variance;
    private final Confidence confidence;

    private SenSlope(double[] times, double[] values, Confidence confidence) {
        this.n = times.length;
        this.slopes = slopes(times, values);
        this.variance = MannKendall.of(values).variance();
        this.confidence = requireNonNull(confidence, "confidence");
    }

    /**
     * Computes a slope.
     *
     * @param times      times, finite, rising
     * @param values     value of each time, finite
     * @param confidence level and side of the interval, not null
     * @return the slope in units of the value per unit of time
     * @throws IllegalArgumentException if there are more than {@value #MOST}, times and values differ in
     *     number, one is not finite, or times do not rise
     */
    public static SenSlope of(double[] times, double[] values, Confidence confidence) {
        double[] t = TrendSteps.series(times, "times");
        if (t.length > MOST) {
            throw new IllegalArgumentException("times must have at most " + MOST + " values, was " + t.length);
        }
        TrendSteps.sameSize(values.length, t.length, "values", "times");
        double[] x = TrendSteps.series(values, "values");
        for (int i = 1; i < t.length; i++) {
            if (t[i] <= t[i - 1]) {
                throw new IllegalArgumentException("times[" + i + "] must be greater than the time before it, was "
                        + NumberText.shortest(t[i]) + " after " + NumberText.shortest(t[i - 1]));
            }
        }
        return new SenSlope(t, x, confidence);
    }

    /** Computes the slope of the rates of a series, or of its events where it has no denominators. */
    public static SenSlope of(EventSeries series, Confidence confidence) {
        return of(series.times(), series.rates(), confidence);
    }

    private static double[] slopes(double[] times, double[] values) {
        int n = times.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[k++] = (values[j] - values[i]) / (times[j] - times[i]) + 0d;
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }

    @Override
    public String statistic() {
        return "sen-slope";
    }

    @Override
    public OptionalDouble value() {
        int half = slopes.length / 2;
        if (slopes.length == 0) {
            return OptionalDouble.empty();
        }
        double median = slopes.length % 2 == 1 ? slopes[half] : (slopes[half - 1] + slopes[half]) / 2;
        return Double.isFinite(median) ? OptionalDouble.of(median) : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval() {
        if (n < MannKendall.FEWEST || value().isEmpty()) {
            return Optional.empty();
        }
        long[] ranks = ranks();
        boolean below = confidence.hasLower() && ranks[0] >= 1;
        boolean above = confidence.hasUpper() && ranks[1] <= slopes.length;
        return Optional.of(new Interval(
                "sen",
                confidence.level(),
                below ? slopes[(int) ranks[0] - 1] : Double.NEGATIVE_INFINITY,
                above ? slopes[(int) ranks[1] - 1] : Double.POSITIVE_INFINITY));
    }

    private double c() {
        return confidence.z() * Math.sqrt(variance);
    }

    private long[] ranks() {
        double count = slopes.length;
        return new long[] {(long) Math.rint((count - c()) / 2), (long) Math.rint((count + c()) / 2 + 1)};
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(n);
    }

    @Override
    public Status status() {
        if (n < 2) {
            return n == 0 ? Status.EMPTY_DOMAIN : Status.SINGLE_UNIT;
        }
        return value().isEmpty() ? Status.UNRELIABLE : n < MannKendall.FEWEST ? Status.NO_DF : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        return Map.of("points", (long) n);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("slopes", (long) slopes.length);
        details.put("variance", variance);
        return details;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>();
        if (n < MannKendall.FEWEST) {
            notes.add(Note.of("too-few-points", n, MannKendall.FEWEST));
        }
        interval()
                .filter(limits -> (confidence.hasLower() && Double.isInfinite(limits.lower()))
                        || (confidence.hasUpper() && Double.isInfinite(limits.upper())))
                .ifPresent(limits -> notes.add(Note.of("unbounded-slope", n, NumberText.shortest(limits.level()))));
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>();
        value().ifPresent(value -> steps.add(TrendSteps.calculation(
                locale,
                "step.sen-slope",
                "median of (x_j − x_i) / (t_j − t_i), i < j",
                "N = " + slopes.length,
                value)));
        interval().ifPresent(limits -> {
            steps.add(TrendSteps.calculation(
                    locale,
                    "step.rank-distance",
                    "C = z·√Var",
                    NumberText.shortest(confidence.z()) + "·√" + NumberText.shortest(variance),
                    c()));
            long[] ranks = ranks();
            if (confidence.hasLower()) {
                limit(steps, locale, "step.lower-limit", "round((N − C) / 2)", ranks[0], limits.lower());
            }
            if (confidence.hasUpper()) {
                limit(steps, locale, "step.upper-limit", "round((N + C) / 2 + 1)", ranks[1], limits.upper());
            }
        });
        TrendSteps.closing(steps, this, "assumptions.sen-slope", "Sen 1968, J Am Stat Assoc 63:1379–1389", locale);
        return steps;
    }

    private static void limit(List<Step> steps, Locale locale, String label, String formula, long rank, double limit) {
        if (Double.isFinite(limit)) {
            steps.add(TrendSteps.calculation(locale, label, "slope of rank " + formula, "rank " + rank, limit));
        } else {
            steps.add(Step.remark(Messages.text(locale, label), Messages.text(locale, "limit.unbounded", rank)));
        }
    }
}
