package org.safecommunity.cli.survey;

import java.util.List;
import java.util.Locale;
import org.safecommunity.cli.shell.Texts;

/** Diverging bars of rated items as SVG that stands alone. The text is the same on every machine. */
final class LikertSvg {
    private static final int ROW = 28;
    private static final int BAR = 18;
    private static final int TOP = 46;
    private static final int HALF = 220;
    private static final int MARGIN = 60;
    private static final int LABEL = 8;
    private static final int LEGEND = 130;
    private static final List<String> BELOW = List.of("#8c510a", "#d8b365", "#ecd9b0", "#f6ecd6");
    private static final List<String> ABOVE = List.of("#01665e", "#5ab4ac", "#a9d9d4", "#d6eeeb");
    private static final String MIDDLE = "#d9d9d9";

    private LikertSvg() {}

    /** The picture. */
    static String of(List<LikertBars.Bar> bars, Locale locale) {
        int label = MARGIN
                + LABEL
                        * bars.stream()
                                .mapToInt(bar -> LikertBars.columns(bar.label()))
                                .max()
                                .orElse(0);
        LikertItem first = bars.get(0).item();
        boolean same = bars.stream().allMatch(bar -> bar.item().levels().equals(first.levels()));
        int width = Math.max(
                label + 2 * HALF + MARGIN,
                same ? MARGIN + LEGEND * first.levels().size() : 0);
        int bottom = TOP + ROW * bars.size();
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + (bottom + ROW)
                + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.append(text(width / 2d, 18, "middle", Texts.get(locale, "likert.title")));
        if (same) {
            for (int i = 0; i < first.levels().size(); i++) {
                double x = MARGIN / 2d + i * (double) LEGEND;
                svg.append(rectangle(x, 27, 12, 12, colour(first, i)));
                svg.append(
                        text(x + 16, 38, "start", first.levels().get(i).text().in(locale)));
            }
        }
        for (int i = 0; i < bars.size(); i++) {
            row(svg, bars.get(i), label, TOP + ROW * i, locale);
        }
        int middle = label + HALF;
        svg.append("<line x1=\"" + middle + "\" y1=\"" + TOP + "\" x2=\"" + middle + "\" y2=\"" + bottom
                + "\" stroke=\"#333\"/>\n");
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, LikertBars.Bar bar, int label, int y, Locale locale) {
        int base = y + ROW / 2 + 4;
        if (bar.shares().isEmpty()) {
            svg.append(text(label - MARGIN + LABEL, base, "end", bar.label()));
            svg.append(text(label + HALF, base, "middle", Texts.get(locale, "likert.none")));
            return;
        }
        svg.append(text(label - MARGIN + LABEL, base, "end", bar.label()));
        double x = label + HALF * (1 - bar.left());
        svg.append(text(label - 6d, base, "end", percent(bar.side(-1))));
        for (int i = 0; i < bar.shares().size(); i++) {
            double wide = bar.shares().get(i) * HALF;
            if (wide > 0) {
                svg.append(rectangle(x, y + (ROW - BAR) / 2d, wide, BAR, colour(bar.item(), i)));
            }
            x += wide;
        }
        svg.append(text(label + 2d * HALF + 6, base, "start", percent(bar.side(1))));
    }

    private static String colour(LikertItem item, int level) {
        int side = item.side(level);
        if (side == 0) {
            return MIDDLE;
        }
        int fromEnd = Math.min(level, item.levels().size() - 1 - level);
        List<String> colours = side < 0 ? BELOW : ABOVE;
        return colours.get(Math.min(fromEnd, colours.size() - 1));
    }

    private static String rectangle(double x, double y, double wide, int high, String colour) {
        return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(wide) + "\" height=\"" + high
                + "\" fill=\"" + colour + "\"/>\n";
    }

    private static String text(double x, double y, String anchor, String content) {
        return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" + escape(content)
                + "</text>\n";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
