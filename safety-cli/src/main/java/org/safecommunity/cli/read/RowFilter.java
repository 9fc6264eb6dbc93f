package org.safecommunity.cli.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;

/**
 * Selects rows by conditions {@code COL op VALUE} that must all hold. A number as VALUE compares numbers: a cell that is
 * not one never satisfies an ordering and is counted. A quoted VALUE, or one that is no number, compares text.
 */
public final class RowFilter {
    private static final Pattern CONDITION = Pattern.compile(
            "\\s*(?:\"((?:[^\"]|\"\")+)\"|([^\\s=!<>\"][^=!<>\"]*?))\\s*(<=|>=|!=|=|<|>)\\s*(.*?)\\s*", Pattern.DOTALL);

    private final List<Condition> conditions;
    private long notNumbers;

    private RowFilter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /**
     * Reads conditions and finds their columns.
     *
     * @throws UserError (exit 2) if a condition cannot be read or names a column that is not there
     */
    public static RowFilter of(List<String> texts, TableReader table) {
        List<Condition> conditions = new ArrayList<>();
        for (String text : texts) {
            Matcher matcher = CONDITION.matcher(text);
            if (!matcher.matches()) {
                throw UserError.usage("error.where", text);
            }
            String column = matcher.group(1) != null ? matcher.group(1).replace("\"\"", "\"") : matcher.group(2);
            String value = matcher.group(4);
            boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
            OptionalDouble number = quoted ? OptionalDouble.empty() : Cells.number(value);
            String wanted = quoted ? value.substring(1, value.length() - 1).replace("\"\"", "\"") : value;
            conditions.add(new Condition(table.column(column.strip()), matcher.group(3), wanted, number));
        }
        return new RowFilter(conditions);
    }

    /** Whether the row is selected. */
    public boolean selects(TableReader.Row row) {
        for (Condition condition : conditions) {
            if (!holds(condition, row.cell(condition.column()))) {
                return false;
            }
        }
        return true;
    }

    /** The warning about cells that are no numbers where one was compared; empty when there were none. */
    public List<Remark> remarks(Locale locale) {
        return notNumbers == 0
                ? List.of()
                : List.of(new Remark("where-not-a-number", Texts.get(locale, "remark.where", notNumbers)));
    }

    private boolean holds(Condition condition, String cell) {
        if (condition.number().isEmpty()) {
            return compare(cell.compareTo(condition.text()), condition.operator());
        }
        OptionalDouble number = Cells.number(cell);
        if (number.isPresent()) {
            return compare(
                    Double.compare(number.getAsDouble() + 0d, condition.number().getAsDouble() + 0d),
                    condition.operator());
        }
        return switch (condition.operator()) {
            case "=" -> false;
            case "!=" -> true;
            default -> {
                notNumbers++;
                yield false;
            }
        };
    }

    private static boolean compare(int order, String operator) {
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private record Condition(int column, String operator, String text, OptionalDouble number) {}
}
