package org.safecommunity.metrics.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.regression.CountData;

/**
 * Events over time, with denominators where they are known. Immutable.
 *
 * <p>Times rise; two points of one time and times out of order are refused with their positions. A series is regular if
 * all its times lie on a grid of one step, the smallest difference of two neighbours; times of the grid without a point are
 * {@link #gaps() gaps}. Nothing is put into a gap: a method uses the points there are, or refuses a series with gaps.
 * <p>Times are numbers: years for a trend (a month is 1/12), consecutive periods for charts, detection and the evaluation
 * of measures. Labels are for people.
 */
public final class EventSeries {
    private static final double ON_GRID = 1e-6;

    private final double[] times;
    private final double[] events;
    private final double[] denominators;
    private final boolean hasDenominators;
    private final List<String> labels;

    private EventSeries(
            double[] times, double[] events, double[] denominators, boolean hasDenominators, List<String> labels) {
        this.times = times;
        this.events = events;
        this.denominators = denominators;
        this.hasDenominators = hasDenominators;
        this.labels = labels;
    }

    /**
     * A gap between two points that follow one another.
     *
     * @param after   label of the point before it
     * @param before  label of the point after it
     * @param missing times of the grid that have no point
     */
    public record Gap(String after, String before, long missing) {}

    /**
     * A series at the times 1, 2, 3 …
     *
     * @param events events of each point in the order of time, or any values for a chart of values; finite
     * @throws IllegalArgumentException if there is no point or a value is not finite
     */
    public static EventSeries of(double[] events) {
        double[] times = new double[events.length];
        Arrays.setAll(times, i -> i + 1);
        return of(times, events);
    }

    /**
     * A series without denominators: they are the same, 1, at every point.
     *
     * @param times  time of each point, finite, rising
     * @param events events of each, or any values for a chart of values; finite
     * @throws IllegalArgumentException if there is no point, the lengths differ, a number is not finite or times do not rise
     */
    public static EventSeries of(double[] times, double[] events) {
        double[] ones = new double[events.length];
        Arrays.fill(ones, 1);
        return checked(times, events, ones, false);
    }

    /**
     * A series with denominators.
     *
     * @param times        time of each point, finite, rising
     * @param events       events of each, finite; 0 where the denominator is 0
     * @param denominators person-time or number of trials of each, finite, 0 or more; a point of 0 has no value
     * @throws IllegalArgumentException if there is no point, the lengths differ, a number is not in its range, times do not
     *     rise, or there are events where the denominator is 0
     */
    public static EventSeries of(double[] times, double[] events, double[] denominators) {
        return checked(times, events, denominators.clone(), true);
    }

    private static EventSeries checked(double[] times, double[] events, double[] denominators, boolean given) {
        if (times.length == 0 || events.length != times.length || denominators.length != times.length) {
            throw new IllegalArgumentException(
                    "times, events and denominators must have the same number of values, 1 or " + "more, was "
                            + times.length + ", " + events.length + " and " + denominators.length);
        }
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            finite(times[i], "times", i);
            finite(events[i], "events", i);
            finite(denominators[i], "denominators", i);
            if (denominators[i] < 0 || (denominators[i] == 0 && events[i] != 0)) {
                throw new IllegalArgumentException("denominators[" + i
                        + "] must be greater than 0, or 0 without events, was " + NumberText.shortest(denominators[i])
                        + " with events " + NumberText.shortest(events[i]));
            }
            if (i > 0 && times[i] <= times[i - 1]) {
                throw new IllegalArgumentException("times[" + i + "] must be greater than the time before it, was "
                        + NumberText.shortest(times[i]) + " after " + NumberText.shortest(times[i - 1]));
            }
            labels.add(NumberText.shortest(times[i]));
        }
        return new EventSeries(times.clone(), events.clone(), denominators, given, List.copyOf(labels));
    }

    private static void finite(double value, String name, int i) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + "[" + i + "] must be finite, was " + NumberText.shortest(value));
        }
    }

    /**
     * The same series with names of its times.
     *
     * @param names one for each point, not null
     * @throws IllegalArgumentException if their number differs
     */
    public EventSeries labelled(List<String> names) {
        if (names.size() != times.length) {
            throw new IllegalArgumentException(
                    "names must be one for each of the " + times.length + " points, was " + names.size());
        }
        return new EventSeries(times, events, denominators, hasDenominators, List.copyOf(names));
    }

    /** Number of points. */
    public int size() {
        return times.length;
    }

    /** Name of the time of a point, from 0; the time itself where none was given. */
    public String label(int index) {
        return labels.get(index);
    }

    /** Time of a point, from 0. */
    public double time(int index) {
        return times[index];
    }

    /** Events of a point, from 0. */
    public double events(int index) {
        return events[index];
    }

    /** Denominator of a point, from 0; 1 where there are none. */
    public double denominator(int index) {
        return denominators[index];
    }

    /** Whether denominators were given. */
    public boolean hasDenominators() {
        return hasDenominators;
    }

    /** Events per denominator of a point, from 0; absent where the denominator is 0. */
    public OptionalDouble rate(int index) {
        return denominators[index] > 0
                ? OptionalDouble.of(events[index] / denominators[index])
                : OptionalDouble.empty();
    }

    /** The times. */
    public double[] times() {
        return times.clone();
    }

    /** The events. */
    public double[] events() {
        return events.clone();
    }

    /** The denominators; all 1 where there are none. */
    public double[] denominators() {
        return denominators.clone();
    }

    /**
     * The rates of all points.
     *
     * @throws IllegalArgumentException if a point has denominator 0
     */
    public double[] rates() {
        double[] rates = new double[times.length];
        for (int i = 0; i < rates.length; i++) {
            String label = label(i);
            rates[i] = rate(i).orElseThrow(() ->
                    new IllegalArgumentException("denominator must be greater than 0, was 0 at " + label));
        }
        return rates;
    }

    /**
     * The points as counts with person-time for a model.
     *
     * @throws IllegalArgumentException if a value is negative
     */
    public CountData counts() {
        return CountData.of(events, denominators);
    }

    /** Position, from 0, of the point of a label; empty if there is none. */
    public Optional<Integer> position(String label) {
        int index = labels.indexOf(label);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    /** The step of the grid on which all times lie; absent for one point and for a series that is not regular. */
    public OptionalDouble step() {
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < times.length; i++) {
            step = Math.min(step, times[i] - times[i - 1]);
        }
        for (int i = 1; i < times.length; i++) {
            double steps = (times[i] - times[i - 1]) / step;
            if (Math.abs(steps - Math.rint(steps)) > ON_GRID * steps) {
                return OptionalDouble.empty();
            }
        }
        return times.length == 1 ? OptionalDouble.empty() : OptionalDouble.of(step);
    }

    /** Whether all times lie on a grid of one step; gaps are allowed. */
    public boolean regular() {
        return times.length == 1 || step().isPresent();
    }

    /** The gaps of a regular series in the order of time; none for a series that is not regular. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        step().ifPresent(step -> {
            for (int i = 1; i < times.length; i++) {
                long missing = Math.round((times[i] - times[i - 1]) / step) - 1;
                if (missing > 0) {
                    gaps.add(new Gap(label(i - 1), label(i), missing));
                }
            }
        });
        return gaps;
    }

    /**
     * Requires that points follow one another without a gap.
     *
     * @throws IllegalArgumentException if the series is not regular or has a gap, naming the first one
     */
    public void requireNoGaps() {
        if (!regular()) {
            throw new IllegalArgumentException("series must be regular: its times lie on no grid of one step");
        }
        List<Gap> gaps = gaps();
        if (!gaps.isEmpty()) {
            Gap first = gaps.get(0);
            throw new IllegalArgumentException("series must have no gap, was one of " + first.missing() + " between "
                    + first.after() + " and " + first.before());
        }
    }
}
