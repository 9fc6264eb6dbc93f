package org.safecommunity.cli.tabulate;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.model.EventDate;

/** Parts of a date. Weeks are those of ISO 8601, under the year the week belongs to; weekday 1 is Monday. */
enum DatePart implements Part {
    /** {@code 2024}. */
    YEAR("\\d{4}"),
    /** {@code 2024-Q1}. */
    QUARTER("\\d{4}-Q[1-4]"),
    /** {@code 2024-01}. */
    MONTH("\\d{4}-(?:0[1-9]|1[0-2])"),
    /** {@code 2024-W05}. */
    WEEK("\\d{4}-W(?:0[1-9]|[1-4]\\d|5[0-3])"),
    /** {@code 2024-01-31}. */
    DAY("\\d{4}-\\d{2}-\\d{2}"),
    /** {@code 1} for Monday to {@code 7} for Sunday. */
    WEEKDAY("[1-7]"),
    /** {@code 0} to {@code 23}; missing where the date has no time. */
    HOUR("1?\\d|2[0-3]");

    private static final Pattern YEAR_ALONE = Pattern.compile("((?:19|2\\d)\\d{2})年?");
    private static final Pattern BASIC = Pattern.compile("(\\d{8})T(\\d{2})\\d{4}");
    private static final Pattern TIME = Pattern.compile("[^ T]+[ T]+(\\d{1,2})(?:[:时点].*)?");

    private final Pattern form;

    DatePart(String form) {
        this.form = Pattern.compile(form);
    }

    /** Reads {@code year}, {@code quarter}, {@code month}, {@code week}, {@code day}, {@code weekday}, {@code hour}. */
    static Optional<Part> parse(String text) {
        return Arrays.stream(values())
                .filter(part -> part.toString().equals(text))
                .map(part -> (Part) part)
                .findFirst();
    }

    @Override
    public Reading read(String cell) {
        String text = Cells.fold(cell);
        Matcher alone = YEAR_ALONE.matcher(text);
        if (alone.matches()) {
            return this == YEAR ? Reading.of(alone.group(1)) : Reading.refused("date-too-short", toString());
        }
        Matcher basic = BASIC.matcher(text);
        boolean hasBasicForm = basic.matches();
        Optional<EventDate> date = Cells.date(hasBasicForm ? basic.group(1) : text);
        if (date.isEmpty()) {
            return Reading.refused("not-a-date");
        }
        if (this == HOUR) {
            return hasBasicForm ? hour(basic.group(2)) : hourOf(text);
        }
        return part(date.get());
    }

    @Override
    public Reading label(String cell) {
        String text = Cells.fold(cell);
        return form.matcher(text).matches() ? Reading.of(text) : read(cell);
    }

    private Reading part(EventDate date) {
        if (this == YEAR) {
            return Reading.of(String.valueOf(date.year()));
        }
        if (this == MONTH) {
            return Reading.of(String.format(Locale.ROOT, "%04d-%02d", date.year(), date.month()));
        }
        if (this == QUARTER) {
            return Reading.of(date.year() + "-Q" + (date.month() + 2) / 3);
        }
        if (date.day() == 0) {
            return Reading.refused("date-too-short", toString());
        }
        LocalDate day = LocalDate.of(date.year(), date.month(), date.day());
        return Reading.of(
                switch (this) {
                    case WEEK ->
                        String.format(
                                Locale.ROOT,
                                "%04d-W%02d",
                                day.get(IsoFields.WEEK_BASED_YEAR),
                                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                    case WEEKDAY -> String.valueOf(day.getDayOfWeek().getValue());
                    default -> day.toString();
                });
    }

    private static Reading hourOf(String text) {
        if (text.indexOf(' ') < 0 && text.indexOf('T') < 0) {
            return Reading.MISSING;
        }
        Matcher time = TIME.matcher(text);
        return time.matches() ? hour(time.group(1)) : Reading.refused("not-an-hour");
    }

    private static Reading hour(String text) {
        int hour = Integer.parseInt(text);
        return hour <= 23 ? Reading.of(String.valueOf(hour)) : Reading.refused("not-an-hour");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
