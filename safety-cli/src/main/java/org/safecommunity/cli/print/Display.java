package org.safecommunity.cli.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.NumberText;

/** Numbers and names as a person reads them. */
public final class Display {
    private Display() {}

    /** About five significant digits, e.g. {@code 22.762}; whole numbers stay whole. */
    public static String number(double value) {
        return isWhole(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : decimal(value);
    }

    /** About five significant digits, of whole numbers too; 0 stays 0. */
    static String decimal(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-4 || size >= 1e15) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = size >= 10_000 ? 0 : size >= 1000 ? 1 : size >= 100 ? 2 : size >= 1 ? 3 : 4;
        return fixed(value, decimals);
    }

    private static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Whether a number has no decimals; infinities count as having none. */
    static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    /** A share as percent with one decimal, e.g. {@code 46.3 %}. */
    public static String percent(double share) {
        return fixed(share * 100, 1) + " %";
    }

    /** A level as a number of percent without rounding, e.g. {@code 99.99} for 0.9999. */
    static String percentNumber(double level) {
        return new BigDecimal(NumberText.shortest(level))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A probability with four decimals, e.g. {@code 0.0431}; {@code < 0.0001} below that. */
    static String pValue(double p) {
        return p < 0.0001 ? "< 0.0001" : fixed(p, 4);
    }

    /** An interval as {@code lower – upper}, both ends with decimals unless both are whole; empty for null. */
    public static String interval(@Nullable Interval interval) {
        if (interval == null) {
            return "";
        }
        boolean whole = isWhole(interval.lower()) && isWhole(interval.upper());
        return whole
                ? number(interval.lower()) + " – " + number(interval.upper())
                : decimal(interval.lower()) + " – " + decimal(interval.upper());
    }

    /** Any value of a row; the text for "not estimable" when it is null. */
    public static String value(@Nullable Object value, Locale locale) {
        if (value == null) {
            return Texts.get(locale, "table.not-estimable");
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Boolean flag) {
            return Texts.get(locale, flag ? "table.yes" : "table.no");
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(v -> value(v, locale)).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** A code of the data as a reader reads it, e.g. a stage; a text that is no code of this kind stays as it is. */
    public static String code(String kind, String text, Locale locale) {
        // inherentColour and the like are colours, currentBand and the like bands
        String of = kind.endsWith("Colour") ? "colour" : kind.endsWith("Band") ? "band" : kind;
        return text.isEmpty() ? text : Texts.getOr(locale, "code." + of + "." + text, text);
    }

    /** Name of a statistic for a reader. */
    public static String statistic(String statistic, Locale locale) {
        return Texts.getOr(locale, "statistic." + statistic, statistic.replace('-', ' '));
    }

    /** Name of a statistic whose word depends on its unit, such as a total of points. */
    static String statistic(ResultRow row, Locale locale) {
        String plain = statistic(row.statistic(), locale);
        return row.unit().isEmpty()
                ? plain
                : Texts.getOr(locale, "statistic." + row.statistic() + "." + row.unit(), plain);
    }

    /** Unit for a reader, e.g. {@code 每 100000 人年}. */
    public static String unit(String unit, Locale locale) {
        if (!Texts.isChinese(locale)) {
            return unit;
        }
        int space = unit.indexOf(' ', 4);
        if (!unit.startsWith("per ") || space < 0) {
            return Texts.getOr(locale, "unit." + unit, unit);
        }
        String exposure = unit.substring(space + 1);
        String name = Texts.getOr(locale, "exposure." + exposure, exposure);
        return "每 " + unit.substring(4, space) + " " + name;
    }
}
