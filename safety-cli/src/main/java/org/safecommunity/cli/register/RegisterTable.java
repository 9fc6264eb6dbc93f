package org.safecommunity.cli.register;

import java.io.Closeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.validation.Severity;
import org.safecommunity.risk.register.RegisterForm;
import org.safecommunity.risk.register.RegisterForm.Column;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.FactorColumn;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

/**
 * A register being read: headings matched with the columns of its form, and the cells of the current row as values. A
 * fault in a cell that a row cannot do without refuses the row; any other fault is said and the row stays.
 */
public final class RegisterTable implements Closeable {
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "是", "有", "√");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "否", "无", "×", "");

    private final TableReader table;
    private final RowFilter filter;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private boolean usable = true;
    private TableReader.@Nullable Row row;

    private RegisterTable(TableReader table, List<String> where) {
        this.table = table;
        this.filter = RowFilter.of(where, table);
    }

    /** Opens a register; a required column that is missing is a finding and leaves it unusable. */
    public static RegisterTable open(
            InputFile file, RegisterForm form, Map<String, String> given, List<String> where, RowFindings findings) {
        RegisterTable opened = new RegisterTable(TableReader.open(file, findings), where);
        for (Column column : form.columns()) {
            opened.find(column, given.get(column.id()));
        }
        return opened;
    }

    private void find(Column column, @Nullable String given) {
        Optional<Integer> position = (given == null ? column.headings() : List.of(given))
                .stream().map(table::findColumn).flatMap(Optional::stream).findFirst();
        position.ifPresent(p -> positions.put(column.id(), p));
        if (position.isEmpty() && column.required()) {
            usable = false;
            String near = Nearest.of(column.id(), table.header());
            findings()
                    .add(findings()
                            .finding(
                                    "missing-register-column",
                                    Severity.ERROR,
                                    1,
                                    column.id(),
                                    column.id(),
                                    column.label().zh(),
                                    near.isEmpty() ? String.join(", ", table.header()) : near));
        }
    }

    /** Whether all required columns are there. */
    public boolean usable() {
        return usable;
    }

    /** The filter of the rows. */
    public RowFilter filter() {
        return filter;
    }

    /** Findings of the file. */
    public RowFindings findings() {
        return table.findings();
    }

    /** Goes to the next row that the filter selects; false at the end. */
    public boolean next() {
        row = table.next();
        while (row != null && !filter.selects(row)) {
            findings().leaveOut();
            row = table.next();
        }
        return row != null;
    }

    /** Line of the current row. */
    public int line() {
        return row().line();
    }

    /** Whether the current row was refused. */
    public boolean refused() {
        return findings().isRefused(line());
    }

    private TableReader.Row row() {
        if (row == null) {
            throw new IllegalStateException("there is no current row");
        }
        return row;
    }

    /** The cell of a column; empty when the column is not there. */
    public String text(String column) {
        Integer position = positions.get(column);
        return position == null ? "" : row().cell(position);
    }

    /** A text that a row cannot do without. */
    public String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            refuse("missing-value", column);
        }
        return text;
    }

    /** An id that must be there and must not be among those used; it is added to them. */
    public String id(String column, Set<String> used) {
        String id = required(column);
        if (!id.isEmpty() && !used.add(id)) {
            refuse("duplicate-id", column, SafeEcho.of(id));
        }
        return id;
    }

    /** A day; null when the cell is empty or no day, which is said. */
    public @Nullable LocalDate day(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        Optional<EventDate> date = Cells.date(text).filter(d -> d.day() > 0);
        if (date.isEmpty()) {
            fault("not-a-date", column, SafeEcho.of(text));
        }
        return date.map(d -> LocalDate.of(d.year(), d.month(), d.day())).orElse(null);
    }

    /** A day that a row cannot do without; null when it is not there or no day, then the row is refused. */
    public @Nullable LocalDate requiredDay(String column) {
        String text = required(column);
        Optional<EventDate> date = Cells.date(text).filter(d -> d.day() > 0);
        if (date.isEmpty() && !text.isEmpty()) {
            refuse("not-a-date", column, SafeEcho.of(text));
        }
        return date.map(d -> LocalDate.of(d.year(), d.month(), d.day())).orElse(null);
    }

    /** Yes or no; an empty cell is no. */
    public boolean yes(String column) {
        String text = Cells.fold(text(column)).toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            fault("not-yes-no", column, SafeEcho.of(text));
        }
        return YES.contains(text);
    }

    /** A whole number of 0 or more; 0 when the cell is empty or no such number, which is said. */
    public int count(String column) {
        String text = text(column);
        OptionalLong value = text.isEmpty() ? OptionalLong.of(0) : Cells.whole(text);
        if (value.isEmpty() || value.getAsLong() < 0 || value.getAsLong() > Integer.MAX_VALUE) {
            fault("not-a-count", column, SafeEcho.of(text));
            return 0;
        }
        return (int) value.getAsLong();
    }

    /** A value of a closed list; empty when the cell is empty or not of the list, which is said. */
    public <T> Optional<T> choice(String column, Function<String, Optional<T>> parse, String known) {
        String text = Cells.fold(text(column));
        Optional<T> value = text.isEmpty() ? Optional.empty() : parse.apply(text);
        if (value.isEmpty() && !text.isEmpty()) {
            fault("not-of-list", column, SafeEcho.of(text), known);
        }
        return value;
    }

    /** The rating of a scheme from the columns of its factors; empty when none of them is filled in. */
    public Optional<RiskScore> rating(Scheme scheme, String prefix, boolean required) {
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        boolean any = scheme.factors().stream().anyMatch(f -> !factor(prefix, f).isEmpty());
        if (!any && !required) {
            return Optional.empty();
        }
        for (Factor factor : scheme.factors()) {
            String text = factor(prefix, factor);
            Cells.decimal(text)
                    .filter(value -> factor.value(value).isPresent())
                    .ifPresentOrElse(
                            value -> ratings.put(factor.name(), value),
                            () -> refuse(
                                    "not-on-scale", prefix + factor.name(), SafeEcho.of(text), factor.scaleText()));
        }
        return ratings.size() == scheme.factors().size() ? Optional.of(scheme.score(ratings)) : Optional.empty();
    }

    /** The cell of a factor, or the highest of its consequence columns, such as {@code s.people}, that are filled in. */
    private String factor(String prefix, Factor factor) {
        String name = prefix + factor.name();
        String text = factor(name);
        BigDecimal highest = null;
        for (FactorColumn column : factor.columns()) {
            String cell = text.isEmpty() ? factor(name + "." + column.id()) : "";
            Optional<BigDecimal> value = Cells.decimal(cell);
            if (!cell.isEmpty() && value.flatMap(factor::value).isEmpty()) {
                return cell; // what is not on the scale is said
            }
            highest =
                    value.isEmpty() || (highest != null && highest.compareTo(value.get()) >= 0) ? highest : value.get();
        }
        return highest == null ? text : highest.toPlainString();
    }

    /** The cell of a factor: under the form's headings, or under a heading of just that name. */
    private String factor(String name) {
        return positions.containsKey(name)
                ? text(name)
                : table.findColumn(name).map(p -> row().cell(p)).orElse("");
    }

    /** Refuses the row. */
    public void refuse(String code, String column, Object... arguments) {
        findings().refuse(code, line(), column, arguments);
    }

    /** Says what is wrong with a cell; the row stays. */
    public void fault(String code, String column, Object... arguments) {
        findings().add(findings().finding(code, Severity.ERROR, line(), column, arguments));
    }

    @Override
    public void close() {
        table.close();
    }
}
