package org.safecommunity.metrics.series;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A series as a method gives it back: the series itself and what the method says about each of its points.
 *
 * @param series the series that went in
 * @param points one for each of its points, in the same order
 */
public record AnnotatedSeries(EventSeries series, List<SeriesPoint> points) {
    public AnnotatedSeries {
        requireNonNull(series, "series");
        points = List.copyOf(points);
        if (points.size() != series.size()) {
            throw new IllegalArgumentException(
                    "points must be one for each of the " + series.size() + " of the series, was " + points.size());
        }
    }

    /**
     * Puts what a method says about each point together.
     *
     * @param series the series, not null
     * @param points gives what is said about a point, from 0
     */
    public static AnnotatedSeries of(EventSeries series, IntFunction<SeriesPoint> points) {
        List<SeriesPoint> all = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            all.add(points.apply(i));
        }
        return new AnnotatedSeries(series, all);
    }

    /** The points that stand out. */
    public List<SeriesPoint> signals() {
        return points.stream().filter(point -> !point.signals().isEmpty()).toList();
    }
}
