package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.TimeLabel;
import org.safecommunity.cli.read.TimeSequence;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.series.EventSeries;

/** The time series of a file, one for each group, in the order of time. Two rows of one time in a group are an error. */
final class TimeSeries {
    /** Year and month, or year, month and day, written as one number. */
    private static final Pattern COMPACT = Pattern.compile("(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-3]\\d)?");

    private final GroupedCounts counts;
    private final Map<List<String>, List<Point>> groups;

    private TimeSeries(GroupedCounts counts, Map<List<String>, List<Point>> groups) {
        this.counts = counts;
        this.groups = groups;
    }

    /**
     * A point of a series.
     *
     * @param time when
     * @param sums the quantities, by their position
     */
    record Point(TimeLabel time, GroupedCounts.Sums sums) {}

    /**
     * Reads the series of a file.
     *
     * @param file    path, or {@code -} for standard input
     * @param columns quantities, the column of time being the first key
     * @param files   groups and conditions of rows
     * @param common  charset, language and progress
     * @throws UserError (exit 2) if a time of a group appears twice or times are of two kinds; (exit 3) if the file cannot
     *     be read or no row of it can be used
     */
    static TimeSeries read(String file, GroupedCounts.Columns columns, FileOptions files, CommonOptions common) {
        GroupedCounts counts = GroupedCounts.read(file, columns.withTime(), files.by, files.where, common);
        Map<List<String>, List<Point>> groups = new LinkedHashMap<>();
        List<String> sorted = new ArrayList<>();
        counts.groups().forEach((group, sums) -> groups.put(group, points(sums, file, group, sorted)));
        if (!sorted.isEmpty()) {
            counts.remarks()
                    .add(new Remark("time-order", Texts.get(common.locale(), "remark.time-order", sorted.get(0))));
        }
        List<TimeLabel> all = groups.values().stream()
                .flatMap(points -> points.stream().map(Point::time))
                .toList();
        List<String> mixed = TimeSequence.of(all).mixed();
        if (!mixed.isEmpty()) {
            throw UserError.usage("error.time-mixed", file, mixed.get(0), mixed.get(1));
        }
        if (all.stream().allMatch(label -> COMPACT.matcher(label.text()).matches())) {
            counts.remarks()
                    .add(new Remark(
                            "time-compact",
                            Texts.get(
                                    common.locale(),
                                    "remark.time-compact",
                                    all.get(0).text())));
        }
        return new TimeSeries(counts, groups);
    }

    private static List<Point> points(
            Map<List<String>, GroupedCounts.Sums> sums, String file, List<String> group, List<String> sorted) {
        List<Point> points = new ArrayList<>();
        sums.forEach((key, sum) -> points.add(
                new Point(TimeLabel.parse(key.get(0)).orElseThrow(() -> new IllegalStateException(file)), sum)));
        List<Point> inFile = List.copyOf(points);
        points.sort(Comparator.comparing(Point::time));
        sorted.addAll(IntStream.range(0, points.size())
                .filter(i -> !points.get(i).equals(inFile.get(i)))
                .limit(1)
                .mapToObj(i -> inFile.get(i).time().text())
                .toList());
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            boolean again =
                    i > 0 && points.get(i - 1).time().years() == point.time().years();
            if (again || point.sums().rows() > 1) {
                throw UserError.usage(
                        group.isEmpty() ? "error.time-twice" : "error.time-twice-in-group",
                        file,
                        point.sums().line(),
                        point.time().text(),
                        String.join(", ", group));
            }
        }
        return points;
    }

    /** Points by group, groups as they first appear in the file. */
    Map<List<String>, List<Point>> groups() {
        return groups;
    }

    /** The reading: group columns, warnings, provenance. */
    GroupedCounts counts() {
        return counts;
    }

    /**
     * Points as the series that the methods take.
     *
     * @param time        time of a point on the axis of the method
     * @param denominator its person-time
     */
    static EventSeries series(List<Point> points, ToDoubleFunction<Point> time, ToDoubleFunction<Point> denominator) {
        return EventSeries.of(
                        points.stream().mapToDouble(time).toArray(),
                        points.stream()
                                .mapToDouble(point -> point.sums().count(0))
                                .toArray(),
                        points.stream().mapToDouble(denominator).toArray())
                .labelled(points.stream().map(point -> point.time().text()).toList());
    }

    /** Times as text, for a message about them; the first ten of many. */
    static String names(List<Point> points) {
        String names = points.stream()
                .limit(10)
                .map(point -> point.time().text())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return points.size() > 10 ? names + " …" : names;
    }

    /**
     * Refuses a point with events but without denominator.
     *
     * @throws UserError (exit 3) naming the first of them
     */
    static void requireDenominators(List<Point> points, String file, Predicate<Point> without) {
        points.stream().filter(without).findFirst().ifPresent(point -> {
            throw UserError.input(
                    "error.time-without-denominator",
                    file,
                    point.sums().line(),
                    point.time().text());
        });
    }

    /** The warning that points without denominator were left out. */
    static Remark leftOut(List<Point> points, Locale locale) {
        return new Remark("times-left-out", Texts.get(locale, "remark.times-left-out", points.size(), names(points)));
    }
}
