package org.safecommunity.metrics.survey;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * What a weighted quantile is: the rules of R {@code survey::svyquantile}, which extend those of Hyndman and Fan to weights.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman &amp; Fan (1996), The American Statistician 50,
 *     361–365</a>
 */
public enum QuantileRule {
    /** Smallest x with F(x) at least p. */
    MATH,
    /** Half-way between two neighbours where F meets p exactly. */
    SCHOOL,
    /** The same as {@link #MATH}. */
    HF1,
    /** The same as {@link #SCHOOL}. */
    HF2,
    /** Nearest even order statistic among the distinct values. */
    HF3,
    /** Linear interpolation of F. */
    HF4,
    /** Linear, knots midway through the steps of F. */
    HF5,
    /** Linear, knots at the steps of F with one weight more in all. */
    HF6,
    /** Linear, first knot 0 and last knot 1; the default for unweighted data in R. */
    HF7,
    /** Linear, approximately median-unbiased. */
    HF8,
    /** Linear, approximately unbiased for a normal distribution. */
    HF9;

    /** Kebab-case name, e.g. {@code hf7}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Values in ascending order with their weights and cumulated weights. */
    static final class Sorted {
        final double[] x;
        final double[] w;
        final double[] cumulated;

        Sorted(double[] values, double[] weights) {
            Integer[] order = new Integer[values.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
            x = new double[values.length];
            w = new double[values.length];
            cumulated = new double[values.length];
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] = values[order[i]];
                w[i] = weights[order[i]];
                sum += w[i];
                cumulated[i] = sum;
            }
        }

        double total() {
            return cumulated[cumulated.length - 1];
        }

        /** Number of values whose cumulated share is at most p. */
        int countUpTo(double p) {
            int low = 0;
            int high = x.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (reaches(cumulated[middle], p)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** cumulated ≤ p·total, forgiving the rounding of the sums. */
        private boolean reaches(double sum, double p) {
            double target = p * total();
            return sum <= target + 4 * Math.ulp(target);
        }
    }

    /** The quantile of a probability from 0 to 1. */
    double of(Sorted data, double p) {
        return switch (this) {
            case MATH, HF1 -> step(data, p, i -> true, false);
            case SCHOOL, HF2 -> step(data, p, i -> true, true);
            case HF3 -> {
                Sorted distinct = distinct(data);
                yield step(distinct, p, i -> i % 2 == 0, false);
            }
            case HF4 -> interpolated(data, p);
            case HF5 -> linear(data, p, 0.5, 0.5, 0);
            case HF6 -> linear(data, p, 0, 1, 1);
            case HF7 -> seventh(data, p);
            case HF8 -> linear(data, p, 1 / 3d, 2 / 3d, 1 / 3d);
            case HF9 -> linear(data, p, 3 / 8d, 5 / 8d, 1 / 4d);
        };
    }

    /** The order statistic at p; where F meets p exactly at the i-th value, that value, the next, or their mean. */
    private static double step(Sorted data, double p, IntPredicate stays, boolean halfWay) {
        int upTo = data.countUpTo(p);
        if (upTo == 0) {
            return data.x[0];
        }
        if (upTo == data.x.length) {
            return data.x[upTo - 1];
        }
        double target = p * data.total();
        boolean exact = Math.abs(data.cumulated[upTo - 1] - target) <= 4 * Math.ulp(target);
        if (!exact) {
            return data.x[upTo];
        }
        if (halfWay) {
            return (data.x[upTo - 1] + data.x[upTo]) / 2;
        }
        return stays.test(upTo) ? data.x[upTo - 1] : data.x[upTo];
    }

    private static double interpolated(Sorted data, double p) {
        int upTo = data.countUpTo(p);
        if (upTo == 0) {
            return data.x[0];
        }
        if (upTo == data.x.length) {
            return data.x[upTo - 1];
        }
        if (data.x[upTo - 1] == data.x[upTo]) {
            return data.x[upTo]; // a tie: the mean of equal values must not lose its last digit
        }
        double below = p * data.total() - data.cumulated[upTo - 1];
        double gamma = Math.max(0, below / data.w[upTo]);
        return data.x[upTo - 1] * (1 - gamma) + data.x[upTo] * gamma;
    }

    /** Knots (a·F before + b·F after the step) / (total + c·last weight). */
    private static double linear(Sorted data, double p, double a, double b, double c) {
        int n = data.x.length;
        double[] knots = new double[n];
        double total = data.total() + c * data.w[n - 1];
        for (int i = 0; i < n; i++) {
            double before = i == 0 ? 0 : data.cumulated[i - 1];
            knots[i] = (a * before + b * data.cumulated[i]) / total;
        }
        return between(knots, data.x, p);
    }

    private static double seventh(Sorted data, double p) {
        int n = data.x.length;
        if (n == 1) {
            return data.x[0];
        }
        double[] knots = new double[n];
        for (int i = 1; i < n; i++) {
            knots[i] = data.cumulated[i - 1] / data.cumulated[n - 2];
        }
        return between(knots, data.x, p);
    }

    private static double between(double[] knots, double[] x, double p) {
        int n = x.length;
        if (p <= knots[0]) {
            return x[0];
        }
        if (p >= knots[n - 1]) {
            return x[n - 1];
        }
        int place = Arrays.binarySearch(knots, p);
        if (place >= 0) {
            return x[place];
        }
        int above = -place - 1;
        double share = (p - knots[above - 1]) / (knots[above] - knots[above - 1]);
        return x[above - 1] + share * (x[above] - x[above - 1]);
    }

    private static Sorted distinct(Sorted data) {
        DoubleVector values = new DoubleVector();
        DoubleVector weights = new DoubleVector();
        for (int i = 0; i < data.x.length; i++) {
            if (i == 0 || data.x[i] != data.x[i - 1]) {
                values.add(data.x[i]);
                weights.add(0);
            }
            weights.plus(weights.size() - 1, data.w[i]);
        }
        return new Sorted(values.toArray(), weights.toArray());
    }
}
