package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.CellParsers;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;

/**
 * Members of two lists counted by their capture history, by group. A row is a member, or as many as its count says; the
 * cells of a list are 1 (on the list) or 0.
 */
final class CaptureHistories {
    /** Column of counts that is taken when none is named. */
    static final String COUNT = "count";

    private final Map<List<String>, long[]> groups = new LinkedHashMap<>();
    private List<String> lists;

    private CaptureHistories(List<String> lists) {
        this.lists = lists;
    }

    /** Histories and the file they came from. */
    record Read(CaptureHistories histories, RowPass pass) {}

    /**
     * Reads a file.
     *
     * @param lists  columns of the lists; when empty all columns but the count and those of {@code --by}
     * @param count  column of counts; when null the column {@code count} if there is one, else each row is one member
     */
    static Read read(
            String file, List<String> lists, @Nullable String count, FileOptions files, CommonOptions options) {
        CaptureHistories histories = new CaptureHistories(lists);
        RowPass pass = RowPass.read(file, files.where, options, table -> histories.start(table, count, files.by));
        return new Read(histories, pass);
    }

    private RowPass.Sink start(TableReader table, @Nullable String count, List<String> by) {
        int countColumn =
                count != null ? table.column(count) : table.findColumn(COUNT).orElse(-1);
        List<Integer> groupColumns = by.stream().map(table::column).toList();
        if (lists.isEmpty()) {
            lists = new ArrayList<>(table.header());
            lists.removeAll(by);
            if (countColumn >= 0) {
                lists.remove(table.header().get(countColumn));
            }
        }
        if (lists.size() != 2) {
            throw UserError.usage("error.two-lists", lists.size(), String.join(", ", lists));
        }
        List<Integer> columns = lists.stream().map(table::column).toList();
        return row -> {
            int history = history(row, columns, table);
            long members = countColumn < 0 ? 1 : CellParsers.count(row, countColumn, table);
            if (!table.findings().isRefused(row.line())) {
                long[] cells =
                        groups.computeIfAbsent(RowPass.cells(row, groupColumns), key -> new long[1 << columns.size()]);
                cells[history] += members;
                if (cells[history] > CellParsers.MAX_COUNT) {
                    throw UserError.input("error.sum-too-large", table.file().name(), row.line(), COUNT);
                }
            }
        };
    }

    /** The history as bits: bit i is list i. */
    private static int history(TableReader.Row row, List<Integer> columns, TableReader table) {
        int history = 0;
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.cell(columns.get(i));
            if (cell.equals("1")) {
                history |= 1 << i;
            } else if (!cell.equals("0")) {
                String code = cell.isEmpty() ? "missing-value" : "not-on-list";
                table.findings()
                        .refuse(
                                code,
                                row.line(),
                                table.header().get(columns.get(i)),
                                SafeEcho.of(cell).en());
            }
        }
        if (history == 0 && !table.findings().isRefused(row.line())) {
            table.findings().refuse("on-no-list", row.line(), "");
        }
        return history;
    }

    /** Members by history, bit i for list i, of each group in the order of the file. */
    Map<List<String>, long[]> groups() {
        return groups;
    }

    /** Columns of the lists. */
    List<String> lists() {
        return lists;
    }
}
