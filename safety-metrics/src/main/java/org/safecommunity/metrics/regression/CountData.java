package org.safecommunity.metrics.regression;

import java.util.Arrays;
import org.safecommunity.metrics.NumberText;

/**
 * Counts with the person-time in which they were observed and, where wanted, prior weights. Immutable.
 *
 * <p>A row without person-time and without events, and a row of weight 0, says nothing: a model leaves it out and names it.
 */
public final class CountData {
    /** Largest value whose products and squares stay finite. */
    private static final double LARGEST = 1e70;

    private final double[] events;
    private final double[] personTime;
    private final double[] weights;

    private CountData(double[] events, double[] personTime, double[] weights) {
        this.events = events;
        this.personTime = personTime;
        this.weights = weights;
    }

    /**
     * Obtains counts with person-time.
     *
     * @param events     events, from 0 to 1e70; whole numbers unless the family is quasi-Poisson
     * @param personTime person-time of each, from 0 to 1e70; greater than 0 where there are events
     * @throws IllegalArgumentException if there is no count, the lengths differ, a value is not in that range, or
     *     there are events without person-time
     */
    public static CountData of(double[] events, double[] personTime) {
        double[] weights = new double[events.length];
        Arrays.fill(weights, 1);
        return checked(events.clone(), personTime.clone(), weights);
    }

    /** Obtains counts without person-time: every row has the same, 1. */
    public static CountData of(double[] events) {
        double[] ones = new double[events.length];
        Arrays.fill(ones, 1);
        return of(events, ones);
    }

    /** Obtains whole counts with person-time. */
    public static CountData of(long[] events, double[] personTime) {
        return of(Arrays.stream(events).asDoubleStream().toArray(), personTime);
    }

    /**
     * The same counts with prior weights: each row counts as if it were seen so many times.
     *
     * @param priorWeights from 0 to 1e70, one for each count
     * @throws IllegalArgumentException if the number of weights differs, or one is not in that range
     */
    public CountData weighted(double[] priorWeights) {
        return checked(events, personTime, priorWeights.clone());
    }

    private static CountData checked(double[] events, double[] personTime, double[] weights) {
        if (events.length == 0) {
            throw new IllegalArgumentException("events must have a value");
        }
        notNegative(events, events.length, "events");
        notNegative(personTime, events.length, "personTime");
        notNegative(weights, events.length, "weights");
        for (int i = 0; i < events.length; i++) {
            if (personTime[i] == 0 && events[i] > 0) {
                throw new IllegalArgumentException(
                        "personTime[" + i + "] must be greater than 0 where there are events, " + "was 0 with events "
                                + NumberText.shortest(events[i]));
            }
        }
        return new CountData(events, personTime, weights);
    }

    private static void notNegative(double[] values, int length, String name) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    name + " must have one value for each of the " + length + " counts, was " + values.length);
        }
        for (int i = 0; i < length; i++) {
            if (!(values[i] >= 0 && values[i] <= LARGEST)) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] must be from 0 to 1e70, was " + NumberText.shortest(values[i]));
            }
        }
    }

    /** Number of counts. */
    public int size() {
        return events.length;
    }

    /** The events of a row, from 0. */
    public double events(int row) {
        return events[row];
    }

    /** The person-time of a row, from 0. */
    public double personTime(int row) {
        return personTime[row];
    }

    /** The prior weight of a row, from 0. */
    public double weight(int row) {
        return weights[row];
    }

    /** Rows that say something, in order. */
    int[] usable() {
        return java.util.stream.IntStream.range(0, events.length)
                .filter(i -> personTime[i] > 0 && weights[i] > 0)
                .toArray();
    }

    /** The counts of some of the rows. */
    CountData select(int[] rows) {
        return new CountData(pick(events, rows), pick(personTime, rows), pick(weights, rows));
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    /** Requires whole events, at most 2^53. */
    void requireWhole() {
        for (int i = 0; i < events.length; i++) {
            if (events[i] != Math.rint(events[i]) || events[i] > org.safecommunity.metrics.internal.Checks.MAX_COUNT) {
                throw new IllegalArgumentException("events[" + i + "] must be a whole number of at most 2^53, was "
                        + NumberText.shortest(events[i]));
            }
        }
    }
}
