package org.safecommunity.cli.workspace;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** A table of a known kind whose headings were matched: its own names, other usual headings, or names given by the user. */
final class RecordTable implements Closeable {
    /** A heading like this is a value: the file lacks its header line, and its first row may name a person. */
    private static final Pattern DATA = Pattern.compile("[-+0-9０-９./:年月日岁 ]*[0-9０-９][-+0-9０-９./:年月日岁Xx ]*");

    private final TableReader table;
    private final Map<String, Integer> positions;
    private final boolean usable;
    private final DocumentKind kind;
    private TableIntake.@Nullable Rows into;

    private RecordTable(TableReader table, DocumentKind kind, Map<String, Integer> positions, boolean usable) {
        this.table = table;
        this.kind = kind;
        this.positions = positions;
        this.usable = usable;
    }

    /** Opens a table; a required column that is missing is a finding and leaves the table unusable. */
    static RecordTable open(
            InputFile file, DocumentKind kind, @Nullable Map<String, String> given, RowFindings findings) {
        TableReader table = TableReader.open(file, findings);
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (DocumentKind.Column column : kind.columns()) {
            Integer position = position(table, column, given);
            if (position != null) {
                positions.put(column.name(), position);
            } else if (column.required() || (given != null && given.containsKey(column.name()))) {
                missing.add(given == null ? column.name() : given.getOrDefault(column.name(), column.name()));
            }
        }
        boolean headed =
                table.header().stream().noneMatch(name -> DATA.matcher(name).matches());
        RecordTable opened = new RecordTable(table, kind, positions, headed && missing.isEmpty());
        if (headed) {
            missing.forEach(opened::missingColumn);
        } else {
            findings.add(findings.finding("no-heading", Severity.ERROR, 1, ""));
        }
        return opened;
    }

    /** Says that a column is missing, and offers the nearest headings. */
    void missingColumn(String wanted) {
        String near = Nearest.of(wanted, table.header());
        findings()
                .add(findings()
                        .finding(
                                "missing-column",
                                Severity.ERROR,
                                1,
                                wanted,
                                wanted,
                                near.isEmpty() ? String.join(", ", table.header()) : near));
    }

    private static @Nullable Integer position(
            TableReader table, DocumentKind.Column column, @Nullable Map<String, String> given) {
        if (given != null && given.containsKey(column.name())) {
            return table.findColumn(given.get(column.name())).orElse(null);
        }
        Integer own = table.findColumn(column.name()).orElse(null);
        if (own != null) {
            return own;
        }
        for (String synonym : column.synonyms()) {
            Integer position = table.findColumn(synonym).orElse(null);
            if (position != null) {
                return position;
            }
        }
        return null;
    }

    /**
     * Reads the table, and passes the rows that are used to an intake where there is one.
     *
     * @return whether the table was read; not when the intake knows it
     */
    boolean passTo(@Nullable TableIntake intake, String codeSet, Runnable reading) {
        if (intake == null) {
            reading.run();
            return true;
        }
        TableIntake.Source source = new TableIntake.Source(
                kind.label(),
                kind.idColumn(),
                table.file(),
                table.header(),
                Map.copyOf(positions),
                codeSet,
                findings());
        try (TableIntake.Rows rows = intake.begin(source)) {
            if (rows == null) {
                return false;
            }
            into = rows;
            reading.run();
            rows.end();
            return true;
        } finally {
            into = null;
        }
    }

    /** Passes a row on, unless it was refused. */
    void pass(TableReader.Row row) {
        if (into != null && !findings().isRefused(row.line())) {
            into.row(row);
        }
    }

    /** Whether all required columns are there. */
    boolean usable() {
        return usable;
    }

    /** Whether a column is there. */
    boolean has(String column) {
        return positions.containsKey(column);
    }

    /** The cell of a column; empty when the column is not there. */
    String cell(TableReader.Row row, String column) {
        Integer position = positions.get(column);
        return position == null ? "" : row.cell(position);
    }

    /** The next row, or null at the end. */
    TableReader.@Nullable Row next() {
        return table.next();
    }

    /** The underlying reader, for tables whose columns the user names. */
    TableReader reader() {
        return table;
    }

    /** Findings of the file. */
    RowFindings findings() {
        return table.findings();
    }

    /** Refuses a row because of a cell; the value is shown only when it can give nobody away. */
    void refuse(TableReader.Row row, String column, String code, Object... more) {
        findings().refuse(located(row, column, code, Severity.ERROR, more));
    }

    private Finding located(TableReader.Row row, String column, String code, Severity severity, Object... more) {
        LocalText echo = SafeEcho.of(cell(row, column));
        Object[] en = prepend(echo.en(), more);
        Object[] zh = prepend(echo.zh(), more);
        return new Finding(
                code,
                severity,
                new Location(table.file().name(), row.line(), column),
                new LocalText(
                        Texts.get(java.util.Locale.ENGLISH, "finding." + code, en),
                        Texts.get(java.util.Locale.CHINESE, "finding." + code, zh)),
                new LocalText(
                        Texts.get(java.util.Locale.ENGLISH, "finding." + code + ".hint", en),
                        Texts.get(java.util.Locale.CHINESE, "finding." + code + ".hint", zh)));
    }

    /** Refuses a row whose record was refused by its guard: each violated constraint is a finding. */
    void refuse(TableReader.Row row, List<Validation.Violation> violations, RuntimeException guard) {
        if (violations.isEmpty()) {
            findings()
                    .refuse(new Finding(
                            "invalid-value",
                            Severity.ERROR,
                            new Location(table.file().name(), row.line(), ""),
                            LocalText.of(String.valueOf(guard.getMessage())),
                            Texts.both("finding.invalid-value.hint")));
        }
        for (Validation.Violation violation : violations) {
            findings()
                    .refuse(new Finding(
                            "invalid-value",
                            Severity.ERROR,
                            new Location(table.file().name(), row.line(), snakeCase(violation.path())),
                            violation.message(),
                            Texts.both("finding.invalid-value.hint")));
        }
    }

    private static String snakeCase(String path) {
        return path.replaceAll("([a-z])([A-Z0-9])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static Object[] prepend(Object first, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }

    @Override
    public void close() {
        table.close();
    }
}
