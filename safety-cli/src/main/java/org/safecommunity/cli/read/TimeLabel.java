package org.safecommunity.cli.read;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point on the axis of time: a number (a year is one), or a period as {@code tabulate} writes it: {@code 2024-Q1},
 * {@code 2024-01}, {@code 2024-W05} (ISO 8601), {@code 2024-01-31}.
 *
 * <p>In years a period is where it starts: quarters and months are equal parts of their year, {@code 2024-04} is
 * 2024.25; a week or day is (days since 2000-01-01)/365.25 after 2000, so that equal steps stay equal across years. A
 * number is taken as it is.
 *
 * @param text   the label as in the file
 * @param kind   what it is
 * @param years  place on the axis of years
 * @param period number of the period, one more for each period that follows; empty for a number that is not whole
 */
public record TimeLabel(String text, Kind kind, double years, OptionalLong period) implements Comparable<TimeLabel> {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4})-(?:Q(?<quarter>[1-4])|W(?<week>\\d{2})|(?<month>\\d{2})(?:-(?<day>\\d{2}))?)");
    private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 1);
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double LARGEST_WHOLE = 1L << 53;

    /** Kinds of labels. */
    public enum Kind {
        /** A year or any other number. */
        NUMBER,
        /** {@code 2024-Q1}. */
        QUARTER,
        /** {@code 2024-01}. */
        MONTH,
        /** {@code 2024-W05}. */
        WEEK,
        /** {@code 2024-01-31}. */
        DAY
    }

    /** Reads a label; empty for any other text, also for a month 13, a week the year does not have, a day that does not exist. */
    public static Optional<TimeLabel> parse(String cell) {
        String text = Cells.fold(cell);
        OptionalDouble number = Cells.number(text);
        if (number.isPresent()) {
            double value = number.getAsDouble();
            boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
            OptionalLong period = whole ? OptionalLong.of((long) value) : OptionalLong.empty();
            return Optional.of(new TimeLabel(text, Kind.NUMBER, value + 0d, period));
        }
        Matcher matcher = FORM.matcher(text);
        try {
            return matcher.matches() ? period(text, matcher) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimeLabel> period(String text, Matcher matcher) {
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group("quarter") != null) {
            return Optional.of(of(text, Kind.QUARTER, year * 4L + Integer.parseInt(matcher.group("quarter")) - 1));
        }
        if (matcher.group("week") != null) {
            return week(text, year, Integer.parseInt(matcher.group("week")));
        }
        int month = Integer.parseInt(matcher.group("month"));
        String day = matcher.group("day");
        if (day != null) {
            return Optional.of(of(
                    text,
                    Kind.DAY,
                    LocalDate.of(year, month, Integer.parseInt(day)).toEpochDay()));
        }
        return month >= 1 && month <= 12 ? Optional.of(of(text, Kind.MONTH, year * 12L + month - 1)) : Optional.empty();
    }

    private static Optional<TimeLabel> week(String text, int year, int week) {
        LocalDate inYear = LocalDate.of(year, 7, 1);
        if (week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(inYear)
                                .getMaximum()) {
            return Optional.empty();
        }
        LocalDate monday = inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(DayOfWeek.MONDAY);
        return Optional.of(of(text, Kind.WEEK, Math.floorDiv(monday.toEpochDay() + 3, 7L)));
    }

    private static TimeLabel of(String text, Kind kind, long period) {
        double years =
                switch (kind) {
                    case QUARTER -> period / 4d;
                    case MONTH -> period / 12d;
                    case WEEK -> years(monday(period));
                    case DAY -> years(LocalDate.ofEpochDay(period));
                    case NUMBER -> period;
                };
        return new TimeLabel(text, kind, years, OptionalLong.of(period));
    }

    private static LocalDate monday(long period) {
        return LocalDate.ofEpochDay(period * 7 - 3);
    }

    private static double years(LocalDate day) {
        return 2000 + ChronoUnit.DAYS.between(ORIGIN, day) / DAYS_PER_YEAR;
    }

    /** The label of a period of this kind, as {@code tabulate} writes it. */
    static String label(Kind kind, long period) {
        return switch (kind) {
            case NUMBER -> Long.toString(period);
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", period / 4, period % 4 + 1);
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", period / 12, period % 12 + 1);
            case DAY -> LocalDate.ofEpochDay(period).toString();
            case WEEK -> {
                LocalDate monday = monday(period);
                yield String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        monday.get(IsoFields.WEEK_BASED_YEAR),
                        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            }
        };
    }

    @Override
    public int compareTo(TimeLabel other) {
        return Double.compare(years, other.years);
    }
}
