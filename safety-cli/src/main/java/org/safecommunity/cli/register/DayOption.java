package org.safecommunity.cli.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.Workspace;
import picocli.CommandLine.Option;

/** The day that decides what is overdue; today in China unless given. */
public final class DayOption {
    @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "register-date")
    @Nullable
    String date;

    /** The day. */
    public LocalDate day() {
        if (date == null) {
            return Workspace.today();
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw UserError.usage("error.date", "--date", date);
        }
    }
}
