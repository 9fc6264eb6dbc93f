package org.safecommunity.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.safecommunity.model.internal.Checks;

/**
 * Date of an event, known to the day, to the month or to the year. Immutable.
 *
 * @param year  calendar year, from 1900 to 2999
 * @param month month from 1 to 12, or 0 when not known
 * @param day   day of the month, or 0 when not known; 0 when the month is 0
 */
public record EventDate(int year, int month, int day) {
    public EventDate {
        Checks.between(year, 1900, 2999, "year");
        Checks.between(month, 0, 12, "month");
        if (day != 0) {
            if (month == 0) {
                throw new IllegalArgumentException("month must be known where the day is, was 0");
            }
            try {
                LocalDate.of(year, month, day);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("day must exist in the month, was " + day, e);
            }
        }
    }

    /** A date known to the day. */
    public static EventDate of(LocalDate date) {
        return new EventDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** The month from 1 to 12, where it is known. */
    public OptionalInt knownMonth() {
        return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
    }

    /** ISO form as far as it is known, e.g. {@code 2024-06-30}, {@code 2024-06}, {@code 2024}. */
    @Override
    public String toString() {
        String text = String.format(java.util.Locale.ROOT, "%04d", year);
        if (month > 0) {
            text += String.format(java.util.Locale.ROOT, "-%02d", month);
        }
        return day > 0 ? text + String.format(java.util.Locale.ROOT, "-%02d", day) : text;
    }
}
