package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands in for labels while a chart is laid out: the library reserves the width of a Latin letter for every character, so
 * Chinese labels would be cut off, and it shortens labels of more than 20 characters. Such a label gets a stand-in of few
 * wide letters that is as long as the label, or as half of it, and is exchanged in the finished drawing, where a long
 * label stands on two lines.
 */
final class Labels {
    private static final int FIRST_WIDE = 0x1100;
    private static final int LETTERS = 10;
    private static final int LONG = 16;
    private static final int MOST = 20;
    private static final int ONE_LINE = 30;
    /** Width of the letter W in columns of usual text. */
    private static final double WIDE = 1.6;

    private final Map<String, String> labelByStandIn = new LinkedHashMap<>();
    private final Map<String, String> standInByLabel = new LinkedHashMap<>();

    /** What to give to the library in place of a label. */
    String standIn(String label) {
        return label.length() <= LONG && columns(label) == label.length() ? label : ordered(label);
    }

    /** A stand-in for every kind of label; stand-ins sort in the order in which they were asked for. */
    String ordered(String label) {
        return standInByLabel.computeIfAbsent(label, this::next);
    }

    List<Object> standIns(List<String> labels) {
        return new ArrayList<>(labels.stream().map(this::standIn).toList());
    }

    /** Puts the labels back into the text of a drawing. */
    String restore(String svg) {
        String text = svg;
        for (Map.Entry<String, String> entry : labelByStandIn.entrySet()) {
            List<String> lines = lines(entry.getValue());
            String label = lines.size() == 1
                    ? HtmlReport.escape(lines.get(0))
                    : "<tspan x=\"0\" dy=\"-0.25em\">" + HtmlReport.escape(lines.get(0))
                            + "</tspan><tspan x=\"0\" dy=\"1.2em\">" + HtmlReport.escape(lines.get(1)) + "</tspan>";
            text = text.replace(">" + entry.getKey() + "<", ">" + label + "<");
        }
        return text;
    }

    /** A label on one line, or a long one on two, broken near its middle. */
    static List<String> lines(String label) {
        if (columns(label) <= ONE_LINE) {
            return List.of(label);
        }
        int middle = label.length() / 2;
        int before = label.lastIndexOf(' ', middle);
        int after = label.indexOf(' ', middle);
        if (before <= 0 && after < 0) {
            return List.of(label.substring(0, middle), label.substring(middle));
        }
        int cut = after < 0 || (before > 0 && middle - before <= after - middle) ? before : after;
        return List.of(label.substring(0, cut), label.substring(cut + 1));
    }

    /** Columns a text takes, a Chinese character counting as two. */
    static int columns(String text) {
        return text.codePoints().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
    }

    private String next(String label) {
        int number = labelByStandIn.size();
        int columns = lines(label).stream().mapToInt(Labels::columns).max().orElse(0);
        String code = "" + (char) ('a' + number / LETTERS) + (char) ('a' + number % LETTERS);
        int more = (int) Math.ceil(Math.max(0, columns - code.length()) / WIDE);
        String standIn = code + "W".repeat(Math.min(MOST - code.length(), more));
        labelByStandIn.put(standIn, label);
        return standIn;
    }
}
