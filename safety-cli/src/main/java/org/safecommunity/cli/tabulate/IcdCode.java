package org.safecommunity.cli.tabulate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.cli.read.Cells;

/**
 * An ICD-10 code as far as external causes need it: the category and the fourth character. Lower case, full-width
 * characters, a missing point and further characters are taken ({@code w19.9}, {@code W199}, {@code W19.x00}).
 *
 * @param category  letter and two digits as one number, e.g. 2219 for W19
 * @param character fourth character from 0 to 9, or {@link #NONE}
 */
record IcdCode(int category, int character) {
    /** There is no fourth character. */
    static final int NONE = 10;

    /** Number of categories A00 to Z99. */
    static final int CATEGORIES = 2600;

    private static final Pattern CODE = Pattern.compile("([A-Z])(\\d{2})(?:\\.?-?|\\.?([0-9X])[0-9A-Z.]{0,7}[*+]?)");

    /** Reads a code; empty for any text of another form. */
    static Optional<IcdCode> parse(String text) {
        Matcher matcher = CODE.matcher(Cells.fold(text).toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int category = (matcher.group(1).charAt(0) - 'A') * 100 + Integer.parseInt(matcher.group(2));
        String fourth = matcher.group(3);
        return Optional.of(new IcdCode(category, fourth == null || fourth.equals("X") ? NONE : fourth.charAt(0) - '0'));
    }

    /** The first character, e.g. {@code W}. */
    char letter() {
        return (char) ('A' + category / 100);
    }

    /** The category as text, e.g. {@code W19}. */
    static String categoryText(int category) {
        return (char) ('A' + category / 100) + String.format(Locale.ROOT, "%02d", category % 100);
    }
}
