package org.safecommunity.cli.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;

/**
 * A file of ratings: items in rows, raters (or categories) in columns. A first column that is not all numbers names the
 * items; so does a column named for it. Empty cells, {@code *}, {@code NA} and {@code N/A} are missing ratings.
 *
 * @param columns names of the raters or categories
 * @param rows    cells of each item; missing ones are empty
 * @param missing number of missing cells
 * @param pass    the file it came from
 */
record RatingFile(List<String> columns, List<List<String>> rows, long missing, RowPass pass) {
    private static final Set<String> MISSING = Set.of("", "*", "NA", "N/A");

    /**
     * What to read.
     *
     * @param item    column that names the items; null to let the first column decide
     * @param columns columns of the raters or categories; empty for all but the items'
     * @param valid   whether a cell is what the method needs
     * @param fault   code of the finding when it is not
     * @param known   what a cell may be, for the finding
     */
    record Wanted(@Nullable String item, List<String> columns, Predicate<String> valid, String fault, String known) {}

    /** Reads a file. */
    static RatingFile read(String file, Wanted wanted, List<String> where, CommonOptions options) {
        Reading reading = new Reading(wanted);
        RowPass pass = RowPass.read(file, where, options, reading::start);
        return new RatingFile(reading.names, reading.rows, reading.missing, pass);
    }

    /** Rows are kept until the end, because only then it is known whether the first column names the items. */
    private static final class Reading implements RowPass.Sink {
        private final Wanted wanted;
        private final List<TableReader.Row> kept = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private @Nullable TableReader table;
        private long missing;

        private Reading(Wanted wanted) {
            this.wanted = wanted;
        }

        private Reading start(TableReader source) {
            table = source;
            return this;
        }

        @Override
        public void add(TableReader.Row row) {
            kept.add(row);
        }

        @Override
        public void end() {
            TableReader source = java.util.Objects.requireNonNull(table);
            List<Integer> columns = columns(source);
            columns.forEach(column -> names.add(source.header().get(column)));
            for (TableReader.Row row : kept) {
                List<String> cells = new ArrayList<>();
                for (int column : columns) {
                    cells.add(cell(row, column, source));
                }
                if (!source.findings().isRefused(row.line())) {
                    rows.add(cells);
                    missing += cells.stream().filter(String::isEmpty).count();
                }
            }
        }

        private String cell(TableReader.Row row, int column, TableReader source) {
            String cell = Cells.fold(row.cell(column));
            if (MISSING.contains(cell)) {
                return "";
            }
            if (!wanted.valid().test(cell)) {
                source.findings()
                        .refuse(
                                wanted.fault(),
                                row.line(),
                                source.header().get(column),
                                SafeEcho.of(cell).en(),
                                wanted.known());
            }
            return cell;
        }

        private List<Integer> columns(TableReader source) {
            if (!wanted.columns().isEmpty()) {
                return wanted.columns().stream().map(source::column).toList();
            }
            int item = wanted.item() != null ? source.column(wanted.item()) : namesItems() ? 0 : -1;
            List<Integer> columns = new ArrayList<>();
            for (int i = 0; i < source.header().size(); i++) {
                if (i != item) {
                    columns.add(i);
                }
            }
            if (columns.size() < 2) {
                throw UserError.usage("error.two-columns", source.file().name());
            }
            return columns;
        }

        private boolean namesItems() {
            return kept.stream()
                    .map(row -> Cells.fold(row.cell(0)))
                    .anyMatch(cell ->
                            !MISSING.contains(cell) && Cells.number(cell).isEmpty());
        }
    }
}
