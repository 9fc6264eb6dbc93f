package org.safecommunity.cli.read;

import java.util.regex.Pattern;
import org.safecommunity.model.LocalText;

/**
 * Shows a bad value in a message without giving a person away. Columns get shifted, so any cell may hold a name, an
 * identity number or a telephone: only short texts made of digits, number words, units and separators, and the
 * error values of spreadsheets, are repeated; of every other text the message tells the length.
 */
public final class SafeEcho {
    private static final Pattern HARMLESS = Pattern.compile("[-+0-9０-９.,．，:/：／% eE〇○零一二三四五六七八九十百廿两半岁月天日年时周不满]{1,20}");
    private static final Pattern EXCEL_ERROR = Pattern.compile("#(N/A|DIV/0!|NAME\\?|NULL!|NUM!|REF!|VALUE!)");
    private static final Pattern MANY_DIGITS = Pattern.compile("[0-9０-９]{9,}|([0-9０-９][- ]?){10,}");

    private static final Pattern DATE = Pattern.compile("\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}");

    private SafeEcho() {}

    /** The value in quotes, or a description of it. */
    public static LocalText of(String value) {
        if (value.isEmpty()) {
            return new LocalText("empty", "空");
        }
        boolean harmless =
                HARMLESS.matcher(value).matches() && !MANY_DIGITS.matcher(value).find();
        if (harmless || EXCEL_ERROR.matcher(value).matches()) {
            return LocalText.of("\"" + value + "\"");
        }
        int length = value.codePointCount(0, value.length());
        return new LocalText("a text of " + length + " characters", length + " 个字符的文本");
    }

    /**
     * Whether a heading reads like a cell of data: a number, a date, an identity number, a telephone. Such a file has lost
     * its header line, and its first row must not be repeated in a message.
     */
    public static boolean looksLikeData(String heading) {
        return MANY_DIGITS.matcher(heading).find()
                || DATE.matcher(heading).find()
                || Cells.number(heading).isPresent();
    }
}
