package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stands in for labels while a chart is laid out: the library reserves the width of a Latin letter for every character, so
 * Chinese labels would be cut off, and it shortens labels of more than 20 characters. Each line of such a label gets a
 * stand-in of few wide letters that is as long as the label, and is exchanged in the finished drawing.
 */
final class Labels {
    private static final int FIRST_WIDE = 0x1100;
    private static final int LETTERS = 10;
    private static final int LONG = 16;
    /** Width of the letter W in columns of usual text. */
    private static final double WIDE = 1.75;

    private final Map<String, String> labelByStandIn = new LinkedHashMap<>();
    private final Map<String, String> standInByLabel = new LinkedHashMap<>();

    /** What to give to the library in place of a label; lines are told apart by line feeds. */
    String standIn(String label) {
        return Arrays.stream(label.split("\n"))
                .map(line -> line.length() <= LONG && columns(line) == line.length() ? line : ordered(line))
                .collect(Collectors.joining("\n"));
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
            text = text.replace(">" + entry.getKey() + "<", ">" + HtmlReport.escape(entry.getValue()) + "<");
        }
        return text;
    }

    /** Columns a text takes, a Chinese character counting as two. */
    static int columns(String text) {
        return text.codePoints().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
    }

    private String next(String label) {
        int number = labelByStandIn.size();
        String code = "" + (char) ('a' + number / LETTERS) + (char) ('a' + number % LETTERS);
        String standIn = code + "W".repeat((int) Math.ceil(Math.max(0, columns(label) - 2) / WIDE));
        labelByStandIn.put(standIn, label);
        return standIn;
    }
}
