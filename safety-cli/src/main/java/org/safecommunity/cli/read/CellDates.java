package org.safecommunity.cli.read;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates of a workbook: a number of days and a format that says it is a date. Days are counted from 1900 (with a 29
 * February 1900 that never was) or from 1904.
 *
 * @see <a href="https://www.ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376 part 1,
 *     18.8.30 (formats) and 18.17.4 (dates)</a>
 */
final class CellDates {
    private static final Pattern NOT_A_FIELD =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]|general|am/pm|a/p|上午/下午");
    private static final double LAST_DAY = 2_958_466;
    private static final int SECONDS = 86_400;

    private CellDates() {}

    private enum Kind {
        NUMBER,
        DATE,
        TIME
    }

    /** The date, date and time, or time of day as ISO text; empty when the format is not one of these. */
    static Optional<String> text(double value, @Nullable Integer id, @Nullable String format, boolean from1904) {
        Kind kind = kind(id, format);
        if (kind == Kind.NUMBER || !(value >= 0 && value < LAST_DAY)) {
            return Optional.empty();
        }
        long seconds = Math.round(value * SECONDS);
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS);
        if (kind == Kind.TIME) {
            return value < 1 ? Optional.of(time.toString()) : Optional.empty();
        }
        LocalDate date = date(seconds / SECONDS, from1904);
        return Optional.of(
                time.equals(LocalTime.MIDNIGHT)
                        ? date.toString()
                        : LocalDateTime.of(date, time).toString());
    }

    private static LocalDate date(long day, boolean from1904) {
        if (from1904) {
            return LocalDate.of(1904, 1, 1).plusDays(day);
        }
        return LocalDate.of(1899, 12, 31).plusDays(day < 60 ? day : day - 1);
    }

    private static Kind kind(@Nullable Integer id, @Nullable String format) {
        if (format == null) {
            return id == null ? Kind.NUMBER : builtIn(id);
        }
        int section = format.indexOf(';');
        String fields = NOT_A_FIELD
                .matcher((section < 0 ? format : format.substring(0, section)).toLowerCase(Locale.ROOT))
                .replaceAll("");
        boolean time = fields.indexOf('h') >= 0 || fields.indexOf('s') >= 0;
        boolean date = fields.indexOf('y') >= 0 || fields.indexOf('d') >= 0 || (fields.indexOf('m') >= 0 && !time);
        return date ? Kind.DATE : time ? Kind.TIME : Kind.NUMBER;
    }

    /** Formats that a file need not spell out, those of Chinese and Japanese editions among them. */
    private static Kind builtIn(int id) {
        if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56) {
            return Kind.TIME;
        }
        boolean date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return date ? Kind.DATE : Kind.NUMBER;
    }
}
