package org.safecommunity.cli.rates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TimeLabel;
import org.safecommunity.cli.shell.UserError;

/**
 * Points of a series that an option names: {@code N} for the first N, {@code A..B} for a range of times of the file or, where
 * these are not times of the file, of positions from 1.
 */
final class PointRange {
    private final String option;
    private final String text;
    private final Optional<TimeLabel> from;
    private final Optional<TimeLabel> to;
    private final int first;
    private final int last;

    private PointRange(
            String option, String text, Optional<TimeLabel> from, Optional<TimeLabel> to, int first, int last) {
        this.option = option;
        this.text = text;
        this.from = from;
        this.to = to;
        this.first = first;
        this.last = last;
    }

    /**
     * Reads a range.
     *
     * @throws UserError (exit 2) if the text is neither a number of points nor a range
     */
    static PointRange parse(String text, String option, Map<List<String>, List<Point>> groups) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length == 2) {
            Optional<TimeLabel> from = time(ends[0], groups);
            Optional<TimeLabel> to = time(ends[1], groups);
            if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) <= 0) {
                return new PointRange(option, text, from, to, 1, Integer.MAX_VALUE);
            }
        }
        OptionalLong first = ends.length == 2 ? Cells.whole(ends[0]) : OptionalLong.of(1);
        OptionalLong last = Cells.whole(ends[ends.length - 1]);
        if (ends.length > 2
                || first.isEmpty()
                || last.isEmpty()
                || first.getAsLong() < 1
                || last.getAsLong() < first.getAsLong()
                || last.getAsLong() > Integer.MAX_VALUE) {
            throw UserError.usage("error.point-range", option, text);
        }
        return new PointRange(
                option, text, Optional.empty(), Optional.empty(), (int) first.getAsLong(), (int) last.getAsLong());
    }

    private static Optional<TimeLabel> time(String text, Map<List<String>, List<Point>> groups) {
        return TimeLabel.parse(text).filter(wanted -> groups.values().stream()
                .flatMap(List::stream)
                .anyMatch(point ->
                        point.time().kind() == wanted.kind() && point.time().years() == wanted.years()));
    }

    /**
     * First and last position, from 1, in a series.
     *
     * @throws UserError (exit 2) if the series has no point there
     */
    int[] positions(List<Point> points) {
        int begin = first;
        int end = Math.min(last, points.size());
        if (from.isPresent() && to.isPresent()) {
            begin = 1
                    + (int) points.stream()
                            .filter(point -> point.time().compareTo(from.get()) < 0)
                            .count();
            end = (int) points.stream()
                    .filter(point -> point.time().compareTo(to.get()) <= 0)
                    .count();
        }
        if (begin > end) {
            throw UserError.usage("error.point-range-empty", option, text, points.size());
        }
        return new int[] {begin, end};
    }
}
