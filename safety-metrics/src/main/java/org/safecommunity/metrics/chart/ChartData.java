package org.safecommunity.metrics.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.series.EventSeries;

/** Points of a chart in the order of time. Immutable. */
public final class ChartData {
    /** Largest value whose products and squares stay finite. */
    private static final double LARGEST = 1e70;

    private final double[] events;
    private final double[] sizes;
    private final boolean sized;
    private final EventSeries series;

    private ChartData(double[] events, double[] sizes, boolean sized, EventSeries series) {
        this.events = events;
        this.sizes = sizes;
        this.sized = sized;
        this.series = series;
    }

    /**
     * The points of a series.
     *
     * @param series the series, not null; its denominators, if it has any, are person-time or numbers of trials
     * @throws IllegalArgumentException if a value is too large
     */
    public static ChartData of(EventSeries series) {
        double[] events = checked(series.events());
        return new ChartData(events, checked(series.denominators()), series.hasDenominators(), series);
    }

    /**
     * Points without denominators.
     *
     * @param values counts, gaps or times between events, or for I-MR, EWMA and CUSUM any values of at most 1e70 in
     *     size
     * @throws IllegalArgumentException if there is no value or one is not finite or too large
     */
    public static ChartData of(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        double[] own = checked(values);
        return new ChartData(own, ones, false, EventSeries.of(own));
    }

    /**
     * Points with denominators; a point of denominator 0 has no value.
     *
     * @param events events, 0 or more, whole; 0 where the denominator is 0
     * @param sizes  person-time or numbers of trials, from 0 to 1e70
     * @throws IllegalArgumentException if there is no point, the lengths differ, a number is out of range, or there are
     *     events where the denominator is 0
     */
    public static ChartData of(double[] events, double[] sizes) {
        if (events.length != sizes.length) {
            throw new IllegalArgumentException(
                    "sizes must have one value for each of the " + events.length + " points, was " + sizes.length);
        }
        checked(sizes);
        for (int i = 0; i < sizes.length; i++) {
            Checks.notNegative(sizes[i], "sizes[" + i + "]");
            if (sizes[i] == 0 && events[i] != 0) {
                throw new IllegalArgumentException("sizes[" + i
                        + "] must be greater than 0 where there are events, was 0 with events "
                        + NumberText.shortest(events[i]));
            }
        }
        double[] own = checked(events);
        double[] times = new double[own.length];
        Arrays.setAll(times, i -> i + 1);
        return new ChartData(own, sizes.clone(), true, EventSeries.of(times, own, sizes));
    }

    private static double[] checked(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values must have a value");
        }
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                throw new IllegalArgumentException("values[" + i + "] must be finite and at most 1e70 in size, was "
                        + NumberText.shortest(values[i]));
            }
        }
        return values.clone();
    }

    /** Requires what a chart needs of its points. */
    void require(ChartType type) {
        if (type.needsSizes() && !sized) {
            throw new IllegalArgumentException("sizes must be given for a chart of type " + type.label());
        }
        for (int i = 0; i < events.length; i++) {
            if (type == ChartType.T) {
                Checks.notNegative(events[i], "values[" + i + "]");
            } else if (!type.measured()) {
                whole(events[i], "events[" + i + "]");
            }
            if (type.counted()) {
                whole(sizes[i], "sizes[" + i + "]");
                if (events[i] > sizes[i]) {
                    throw new IllegalArgumentException("events[" + i + "] must not exceed its number of trials, was "
                            + NumberText.shortest(events[i]) + " of " + NumberText.shortest(sizes[i]));
                }
            }
        }
    }

    private static void whole(double value, String name) {
        if (!(value >= 0 && value == Math.rint(value) && value <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    name + " must be a whole number from 0 to 2147483647, was " + NumberText.shortest(value));
        }
    }

    /** The series of the points; at the times 1, 2, 3 … where none was given. */
    EventSeries series() {
        return series;
    }

    /** Number of points. */
    public int size() {
        return events.length;
    }

    /** The events of a point, from 0. */
    double event(int index) {
        return events[index];
    }

    /** The denominator of a point, from 0. */
    double size(int index) {
        return sizes[index];
    }

    /** Whether there are denominators. */
    boolean sized() {
        return sized;
    }

    /** Whether a point, from 0, has a value. */
    boolean has(int index) {
        return sizes[index] > 0;
    }

    /** Whether all values are whole and none is negative. */
    boolean counts() {
        return Arrays.stream(events).allMatch(value -> value >= 0 && value == Math.rint(value));
    }

    /** Points of the baseline with a value, from 0. */
    List<Integer> baseline(ChartSettings.Baseline baseline) {
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            if (has(i) && baseline.holds(i)) {
                points.add(i);
            }
        }
        return points;
    }
}
