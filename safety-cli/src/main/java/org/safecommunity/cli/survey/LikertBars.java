package org.safecommunity.cli.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.NumberText;

/**
 * Diverging bars of rated items: answers below the middle to the left of a line, those above to the right, the middle level half
 * on either side.
 */
final class LikertBars {
    private static final int HALF = 30;
    private static final String BELOW = "#=+-";
    private static final int NAMED = 5;

    private LikertBars() {}

    /**
     * A bar.
     *
     * @param label  group and item
     * @param item   the item
     * @param shares share of each level from the lowest on; empty without answers
     */
    record Bar(String label, LikertItem item, List<Double> shares) {
        static Bar of(Map<String, String> group, LikertItem item, List<Double> shares) {
            String of = String.join(" ", group.values());
            return new Bar(of.isEmpty() ? item.id() : of + " " + item.id(), item, shares);
        }

        /** Share to the left of the line: the levels below the middle, and half of the middle. */
        double left() {
            double sum = 0;
            for (int i = 0; i < shares.size(); i++) {
                sum += item.side(i) < 0 ? shares.get(i) : item.side(i) == 0 ? shares.get(i) / 2 : 0;
            }
            return sum;
        }

        /** Share on one side of the middle. */
        double side(int side) {
            double sum = 0;
            for (int i = 0; i < shares.size(); i++) {
                sum += item.side(i) == side ? shares.get(i) : 0;
            }
            return sum;
        }
    }

    /** The bars for a terminal, plain characters only. */
    static String text(List<Bar> bars, Locale locale) {
        int width = bars.stream().mapToInt(bar -> columns(bar.label())).max().orElse(0);
        StringBuilder text = new StringBuilder(Texts.get(locale, "likert.caption")).append('\n');
        for (Bar bar : bars) {
            text.append(bar.label()).append(" ".repeat(width - columns(bar.label()) + 1));
            if (bar.shares().isEmpty()) {
                text.append(Texts.get(locale, "likert.none")).append('\n');
                continue;
            }
            String whole = bar(bar);
            text.append(padded(percent(bar.side(-1)))).append("% ").append(whole);
            text.append(' ').append(percent(bar.side(1))).append("%\n");
        }
        return text.append(legend(bars, locale)).toString();
    }

    private static String legend(List<Bar> bars, Locale locale) {
        LikertItem item = bars.get(0).item();
        boolean same = bars.stream().allMatch(bar -> bar.item().levels().equals(item.levels()));
        if (!same || item.levels().size() > 2 * NAMED) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < item.levels().size(); i++) {
            names.append(i == 0 ? "" : "  ").append(symbol(item, i)).append(' ');
            names.append(item.levels().get(i).text().in(locale));
        }
        return names.append('\n').toString();
    }

    /** The bar with the line in its middle; each end is padded to the half width. */
    private static String bar(Bar bar) {
        StringBuilder cells = new StringBuilder();
        double from = HALF * (1 - bar.left());
        int start = (int) Math.round(from);
        double end = from;
        for (int i = 0; i < bar.shares().size(); i++) {
            end += bar.shares().get(i) * HALF;
            int to = (int) Math.round(end);
            cells.append(String.valueOf(symbol(bar.item(), i)).repeat(Math.max(0, to - start - cells.length())));
        }
        String drawn = " ".repeat(start) + cells;
        String full = drawn + " ".repeat(Math.max(0, 2 * HALF - drawn.length()));
        return full.substring(0, HALF) + "|" + full.substring(HALF);
    }

    /** A sign of the level: the same on both sides, heavier away from the middle. */
    private static char symbol(LikertItem item, int level) {
        if (item.side(level) == 0) {
            return '.';
        }
        int fromEnd = Math.min(level, item.levels().size() - 1 - level);
        return BELOW.charAt(Math.min(fromEnd, BELOW.length() - 1));
    }

    private static String percent(double share) {
        return NumberText.shortest(Math.round(share * 1000) / 10d);
    }

    private static String padded(String number) {
        return " ".repeat(Math.max(0, NAMED - number.length())) + number;
    }

    /** Columns of a text on a terminal; a Chinese character takes two. */
    static int columns(String text) {
        return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
    }
}
