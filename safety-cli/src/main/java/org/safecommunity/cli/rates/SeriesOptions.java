package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.read.TimeLabel;
import org.safecommunity.cli.read.TimeSequence;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.regression.CountFamily;
import picocli.CommandLine.Option;

/** The columns of a series of periods that follow one another. */
final class SeriesOptions {
    @Option(names = "--time", paramLabel = "COL", descriptionKey = "time-periods")
    @Nullable
    String time;

    @Option(names = "--events", paramLabel = "COL", descriptionKey = "events-column")
    @Nullable
    String events;

    /** The column of time. */
    String time() {
        return Literals.required(time, "--time", "--time month");
    }

    /** The column of events. */
    String events() {
        return Literals.required(events, "--events", "--events injuries");
    }

    /** The family of counts of a label. */
    static CountFamily family(String model) {
        return Arrays.stream(CountFamily.values())
                .filter(family -> family.label().equals(model))
                .findFirst()
                .orElseThrow(() -> UserError.usage(
                        "error.choice",
                        "--model",
                        model,
                        String.join(
                                ", ",
                                Arrays.stream(CountFamily.values())
                                        .map(CountFamily::label)
                                        .toList())));
    }

    /** Whether every time of a series is a whole period. */
    static boolean periods(List<Point> points) {
        return points.stream().allMatch(point -> point.time().period().isPresent());
    }

    /** A time as a number: its period where every time has one, else its place on the axis. */
    static double place(TimeLabel time, boolean periods) {
        return periods && time.period().isPresent() ? time.period().getAsLong() : time.years();
    }

    /** The warning that periods are missing between the first and the last; empty when none is. */
    static Optional<Remark> gaps(List<Point> points, Locale locale) {
        List<String> missing =
                TimeSequence.of(points.stream().map(Point::time).toList()).missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Remark("time-gaps", Texts.get(locale, "remark.time-gaps", String.join(", ", missing))));
    }

    /**
     * The time of a file that a text names.
     *
     * @throws UserError (exit 2) naming the times around it if the file has no such time
     */
    static TimeLabel find(String text, String option, Map<List<String>, List<Point>> groups, String file) {
        List<TimeLabel> all = groups.values().stream()
                .flatMap(List::stream)
                .map(Point::time)
                .sorted()
                .toList();
        Optional<TimeLabel> wanted = TimeLabel.parse(text);
        Optional<TimeLabel> found = all.stream()
                .filter(time -> time.text().equals(text)
                        || wanted.filter(w -> w.kind() == time.kind() && w.years() == time.years())
                                .isPresent())
                .findFirst();
        return found.orElseThrow(() -> UserError.usage(
                "error.time-unknown",
                option,
                text,
                file,
                all.get(0).text(),
                all.get(all.size() - 1).text(),
                wanted.map(time -> around(time, all)).orElse(all.get(0).text())));
    }

    private static String around(TimeLabel wanted, List<TimeLabel> sorted) {
        List<String> near = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            boolean before = sorted.get(i).years() < wanted.years();
            boolean last = i == sorted.size() - 1;
            if (before && (last || sorted.get(i + 1).years() > wanted.years())) {
                near.add(sorted.get(i).text());
            }
            if (!before && (i == 0 || sorted.get(i - 1).years() < wanted.years())) {
                near.add(sorted.get(i).text());
            }
        }
        return String.join(", ", near.stream().distinct().toList());
    }
}
