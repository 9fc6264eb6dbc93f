package org.safecommunity.cli.read;

import java.util.Locale;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** Refuses a row because of one cell. The value is shown only when it can give nobody away. */
public final class CellRefusal {
    private CellRefusal() {}

    /**
     * Refuses the row.
     *
     * @param code   code of the finding; {@code finding.<code>} and its hint are texts of the bundle, {0} is the value
     * @param table  table the row belongs to
     * @param row    row at fault
     * @param column position of the cell at fault
     * @param more   further arguments of the texts, from {1}
     */
    public static void refuse(String code, TableReader table, TableReader.Row row, int column, Object... more) {
        table.findings().refuse(finding(code, Severity.ERROR, table, row, column, more));
    }

    /** Remarks on one cell of a row that is used all the same; arguments as for a refusal. */
    public static void warn(String code, TableReader table, TableReader.Row row, int column, Object... more) {
        table.findings().add(finding(code, Severity.WARNING, table, row, column, more));
    }

    private static Finding finding(
            String code, Severity severity, TableReader table, TableReader.Row row, int column, Object... more) {
        LocalText echo = SafeEcho.of(row.cell(column));
        Location place =
                new Location(table.file().name(), row.line(), table.header().get(column));
        LocalText message = text("finding." + code, echo, more);
        LocalText hint = text("finding." + code + ".hint", echo, more);
        return new Finding(code, severity, place, message, hint);
    }

    private static LocalText text(String key, LocalText echo, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[0] = echo.en();
        String english = Texts.get(Locale.ENGLISH, key, arguments);
        arguments[0] = echo.zh();
        return new LocalText(english, Texts.get(Locale.CHINESE, key, arguments));
    }
}
