package org.safecommunity.cli.print;

import java.util.ArrayList;
import java.util.List;

/** A table of text with aligned columns; a Chinese character takes two places on a terminal. */
public final class TextGrid {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> rightAligned = new ArrayList<>();

    /** Adds a column: its heading and whether cells are set to the right (numbers). */
    public TextGrid column(String heading, boolean right) {
        if (rows.isEmpty()) {
            rows.add(new ArrayList<>());
        }
        rows.get(0).add(heading);
        rightAligned.add(right);
        return this;
    }

    /** Adds a row with a cell for each column. */
    public TextGrid row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The table for a terminal: two spaces between columns, a line under the heading, empty columns left out. */
    public String text() {
        List<Integer> shown = shownColumns();
        int[] widths = new int[rightAligned.size()];
        for (List<String> row : rows) {
            for (int column : shown) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int column : shown) {
                String cell = rows.get(r).get(column);
                String padding = " ".repeat(widths[column] - width(cell));
                line.append(line.length() == 0 ? "" : "  ")
                        .append(rightAligned.get(column) ? padding + cell : cell + padding);
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (r == 0) {
                int total = shown.stream().mapToInt(c -> widths[c] + 2).sum() - 2;
                text.append("─".repeat(Math.max(1, total))).append('\n');
            }
        }
        return text.toString();
    }

    /** The table in Markdown; empty columns left out. */
    public String markdown() {
        List<Integer> shown = shownColumns();
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            text.append('|');
            for (int column : shown) {
                text.append(' ')
                        .append(rows.get(r).get(column).replace("|", "\\|").replace("\n", " "))
                        .append(" |");
            }
            text.append('\n');
            if (r == 0) {
                text.append('|');
                for (int column : shown) {
                    text.append(rightAligned.get(column) ? "---:|" : "---|");
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private List<Integer> shownColumns() {
        List<Integer> shown = new ArrayList<>();
        for (int column = 0; column < rightAligned.size(); column++) {
            for (int r = 1; r < rows.size(); r++) {
                if (!rows.get(r).get(column).isEmpty()) {
                    shown.add(column);
                    break;
                }
            }
        }
        return shown;
    }

    /** Places a text takes on a terminal. */
    public static int width(String text) {
        return text.codePoints().map(TextGrid::width).sum();
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
