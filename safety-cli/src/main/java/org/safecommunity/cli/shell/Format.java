package org.safecommunity.cli.shell;

import java.util.Locale;

/** How results are written. The constants are option values. */
public enum Format {
    /** For people at a terminal. */
    TABLE,
    /** For programs. */
    JSON,
    /** For programs and spreadsheets. */
    CSV,
    /** For documents. */
    MARKDOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
