package org.safecommunity.metrics.series;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a method says about one point of a series.
 *
 * @param label    name of the time, e.g. {@code 2024-01}
 * @param time     time on the axis of the series
 * @param value    observed value in the unit of the method: events, a rate or a statistic of a chart; absent without a
 *     denominator
 * @param expected what the method expects there, in the same unit: centre line, model or course without the measure;
 *     absent where it has none
 * @param lower    lower limit; absent where there is none
 * @param upper    upper limit or threshold; absent where there is none
 * @param signals  what makes the point stand out, e.g. {@code beyond-limits}, {@code alarm}, {@code joinpoint},
 *     {@code intervention}; empty for nothing
 */
public record SeriesPoint(
        String label,
        double time,
        OptionalDouble value,
        OptionalDouble expected,
        OptionalDouble lower,
        OptionalDouble upper,
        List<String> signals) {
    public SeriesPoint {
        requireNonNull(label, "label");
        requireNonNull(value, "value");
        requireNonNull(expected, "expected");
        requireNonNull(lower, "lower");
        requireNonNull(upper, "upper");
        signals = List.copyOf(signals);
    }
}
