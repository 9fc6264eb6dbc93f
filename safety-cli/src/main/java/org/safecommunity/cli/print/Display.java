package org.safecommunity.cli.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Interval;

/** Numbers and names as a person reads them. */
public final class Display {
    private Display() {}

    /** About five significant digits, e.g. {@code 22.762}; whole numbers stay whole. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        if (size != 0 && size < 1e-4) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = size >= 10_000 ? 0 : size >= 1000 ? 1 : size >= 100 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A share as percent with one decimal, e.g. {@code 46.3 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** An interval as {@code lower – upper}; empty for null. */
    public static String interval(@Nullable Interval interval) {
        return interval == null ? "" : number(interval.lower()) + " – " + number(interval.upper());
    }

    /** Any value of a row; the text for "not estimable" when it is null. */
    public static String value(@Nullable Object value, Locale locale) {
        if (value == null) {
            return Texts.get(locale, "table.not-estimable");
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(v -> value(v, locale)).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** Name of a statistic for a reader. */
    public static String statistic(String statistic, Locale locale) {
        return Texts.getOr(locale, "statistic." + statistic, statistic);
    }

    /** Unit for a reader, e.g. {@code 每 100000 人年}. */
    public static String unit(String unit, Locale locale) {
        if (!Texts.isChinese(locale)) {
            return unit;
        }
        if (!unit.startsWith("per ")) {
            return Texts.getOr(locale, "unit." + unit, unit);
        }
        int space = unit.indexOf(' ', 4);
        String exposure = space < 0 ? "" : unit.substring(space + 1);
        String name = Texts.getOr(locale, "exposure." + exposure, exposure);
        return space < 0 ? unit : "每 " + unit.substring(4, space) + " " + name;
    }
}
