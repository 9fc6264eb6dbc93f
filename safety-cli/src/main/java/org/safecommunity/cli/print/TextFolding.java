package org.safecommunity.cli.print;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a terminal: at spaces, and between Chinese characters, which take two places each. */
final class TextFolding {
    /** Marks that must not begin a line. */
    private static final String CLOSING = "，。、；：？！）》」』”’,.;:?!)";

    private TextFolding() {}

    /** The text in lines no wider than the limit; a longer word is cut. Line breaks of the text are kept. */
    static List<String> lines(String text, int limit) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            fold(paragraph, Math.max(2, limit), lines);
        }
        return lines;
    }

    private static void fold(String text, int limit, List<String> lines) {
        String rest = text;
        while (width(rest) > limit) {
            int cut = cut(rest, limit);
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
    }

    /** Where the first line ends: the last place within the limit where a break is allowed, else the limit. */
    private static int cut(String text, int limit) {
        int best = 0;
        int taken = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (at > 0 && taken <= limit && breaks(text, at)) {
                best = at;
            }
            taken += width(codePoint);
            if (taken > limit) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return best > 0 ? best : Math.max(at, 1);
    }

    private static boolean breaks(String text, int at) {
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (before == ' ' || after == ' ') {
            return true;
        }
        return (width(before) == 2 || width(after) == 2) && CLOSING.indexOf(after) < 0;
    }

    /** Places a text takes on a terminal. */
    static int width(String text) {
        return text.codePoints().map(TextFolding::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF && codePoint != 0x303F)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
