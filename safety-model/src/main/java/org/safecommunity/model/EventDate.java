package org.safecommunity.model;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.model.internal.Checks;

/**
 * Date of an event, known to the day, to the month or to the year. Immutable.
 *
 * @param year  calendar year, from 1900 to 2999
 * @param month month from 1 to 12, or 0 when not known
 * @param day   day of the month, or 0 when not known; 0 when the month is 0
 */
public record EventDate(
        @Min(1900) @Max(2999) int year,
        @Min(0) @Max(12) int month,
        @Min(0) @Max(31) int day) {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if year, month or day is out of its range, the day is known but the month is not,
     *                                  or the month does not have the day
     */
    public EventDate {
        Checks.between(year, 1900, 2999, "year");
        Checks.between(month, 0, 12, "month");
        Checks.between(day, 0, 31, "day");
        if (day > 0 && month == 0) {
            throw new IllegalArgumentException("month must be known where the day is, was 0");
        }
        if (day > 0 && day > YearMonth.of(year, month).lengthOfMonth()) {
            throw new IllegalArgumentException("day must exist in the month, was " + day);
        }
    }

    /**
     * A date known to the day.
     *
     * @throws IllegalArgumentException if the year is not from 1900 to 2999
     */
    public static EventDate of(LocalDate date) {
        return new EventDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * Reads the form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text has another form, or is no date
     */
    public static EventDate parse(String text) {
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("date must look like 2024-06-30, 2024-06 or 2024");
        }
        return new EventDate(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)),
                matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
    }

    /** The month from 1 to 12, where it is known. */
    public OptionalInt knownMonth() {
        return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
    }

    /** First day the event may have happened on. */
    public LocalDate earliest() {
        return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
    }

    /** Last day the event may have happened on. */
    public LocalDate latest() {
        return day > 0
                ? LocalDate.of(year, month, day)
                : YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth();
    }

    /** ISO form as far as it is known, e.g. {@code 2024-06-30}, {@code 2024-06}, {@code 2024}. */
    @Override
    public String toString() {
        String text = String.format(Locale.ROOT, "%04d", year);
        if (month > 0) {
            text += String.format(Locale.ROOT, "-%02d", month);
        }
        return day > 0 ? text + String.format(Locale.ROOT, "-%02d", day) : text;
    }
}
