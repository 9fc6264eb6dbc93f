package org.safecommunity.cli.print;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text with aligned columns; a Chinese character takes two places on a terminal. A table wider than the limit
 * first loses its extra columns from the right, then long texts are folded.
 */
public final class TextGrid {
    /** Places a table may take. */
    static final int LIMIT = 100;

    private static final int FOLDED = 30;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> rightAligned = new ArrayList<>();
    private final List<Boolean> extra = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    /** Adds a column: its heading and whether cells are set to the right (numbers). */
    public TextGrid column(String heading, boolean right) {
        return column(heading, right, false);
    }

    /** Adds a column that is left out when the table is too wide. */
    public TextGrid extraColumn(String heading, boolean right) {
        return column(heading, right, true);
    }

    private TextGrid column(String heading, boolean right, boolean mayGo) {
        if (rows.isEmpty()) {
            rows.add(new ArrayList<>());
        }
        rows.get(0).add(heading);
        rightAligned.add(right);
        extra.add(mayGo);
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
        dropped.clear();
        dropExtra(shown);
        int[] widths = fold(shown);
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            text.append(lines(rows.get(r), shown, widths));
            if (r == 0) {
                text.append("─".repeat(Math.max(1, total(shown, widths)))).append('\n');
            }
        }
        return text.toString();
    }

    /** Headings of the columns that {@link #text()} left out for want of room. */
    public List<String> dropped() {
        return dropped;
    }

    /** Whether {@link #text()} has to leave out columns or to fold texts. */
    boolean isTooWide() {
        List<Integer> shown = shownColumns();
        int[] widths = new int[rightAligned.size()];
        shown.forEach(column -> widths[column] = widest(column));
        return total(shown, widths) > LIMIT;
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

    private void dropExtra(List<Integer> shown) {
        int[] least = new int[rightAligned.size()];
        for (int column : shown) {
            least[column] = rightAligned.get(column) ? widest(column) : Math.min(FOLDED, widest(column));
        }
        for (int i = shown.size() - 1; i > 0 && total(shown, least) > LIMIT; i--) {
            if (extra.get(shown.get(i))) {
                dropped.add(0, rows.get(0).get(shown.remove(i)));
            }
        }
    }

    /** Widths of the columns: the widest text column gives way until the table fits. */
    private int[] fold(List<Integer> shown) {
        int[] widths = new int[rightAligned.size()];
        shown.forEach(column -> widths[column] = widest(column));
        for (int excess = total(shown, widths) - LIMIT; excess > 0; excess = total(shown, widths) - LIMIT) {
            int widest = -1;
            for (int column : shown) {
                boolean folds = !rightAligned.get(column) && widths[column] > FOLDED;
                if (folds && (widest < 0 || widths[column] > widths[widest])) {
                    widest = column;
                }
            }
            if (widest < 0) {
                break;
            }
            widths[widest] = Math.max(FOLDED, widths[widest] - excess);
        }
        return widths;
    }

    private int widest(int column) {
        return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
    }

    private static int total(List<Integer> shown, int[] widths) {
        return shown.stream().mapToInt(c -> widths[c] + GAP.length()).sum() - GAP.length();
    }

    private String lines(List<String> row, List<Integer> shown, int[] widths) {
        List<List<String>> folded = new ArrayList<>();
        shown.forEach(column -> folded.add(TextFolding.lines(row.get(column), widths[column])));
        int height = folded.stream().mapToInt(List::size).max().orElse(1);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < height; line++) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < shown.size(); i++) {
                int column = shown.get(i);
                String cell = line < folded.get(i).size() ? folded.get(i).get(line) : "";
                String padding = " ".repeat(Math.max(0, widths[column] - width(cell)));
                one.append(i == 0 ? "" : GAP).append(rightAligned.get(column) ? padding + cell : cell + padding);
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Places a text takes on a terminal. */
    public static int width(String text) {
        return TextFolding.width(text);
    }
}
