package org.safecommunity.cli.read;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.model.EventDate;

/** Text of a cell as number or date. Full-width digits and signs are folded; nothing is guessed. */
public final class Cells {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?(?:[ T].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})月?");

    private Cells() {}

    /** Full-width digits, signs and spaces as their plain forms. */
    public static String fold(String text) {
        if (isPlain(text) || Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
            return text.strip();
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** Most cells: asking here spares them the tables of the normalizer. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** A finite number; empty for any other text. */
    public static OptionalDouble number(String text) {
        double plain = ShortDecimal.of(text);
        if (!Double.isNaN(plain)) {
            return OptionalDouble.of(plain);
        }
        String folded = fold(text);
        if (!NUMBER.matcher(folded).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(folded);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** An exact decimal; empty for any other text. */
    public static Optional<BigDecimal> decimal(String text) {
        String folded = fold(text);
        return NUMBER.matcher(folded).matches() ? Optional.of(new BigDecimal(folded)) : Optional.empty();
    }

    /** A whole number such as {@code 12}, {@code 12.0} or {@code 1e6}; empty for any other text. */
    public static OptionalLong whole(String text) {
        Optional<BigDecimal> decimal = decimal(text);
        if (decimal.isEmpty() || decimal.get().precision() - decimal.get().scale() > 18) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(decimal.get().longValueExact());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** A date to the day ({@code 2024-06-30}, {@code 2024/6/30}, {@code 2024年6月30日}, {@code 20240630}) or month. */
    public static Optional<EventDate> date(String text) {
        String folded = fold(text);
        for (Pattern pattern : new Pattern[] {DATE, COMPACT}) {
            Matcher matcher = pattern.matcher(folded);
            if (matcher.matches()) {
                return day(matcher).map(EventDate::of);
            }
        }
        Matcher month = MONTH.matcher(folded);
        if (month.matches()) {
            int number = Integer.parseInt(month.group(2));
            int year = Integer.parseInt(month.group(1));
            return number >= 1 && number <= 12 && year >= 1900
                    ? Optional.of(new EventDate(year, number, 0))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            return date.getYear() >= 1900 && date.getYear() <= 2999 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
