package org.safecommunity.cli.read;

import java.io.Closeable;
import java.util.Locale;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;

/** Shows on a terminal how many rows were read, twice a second, once the work has taken a while. */
final class Progress implements Closeable {
    private static final long INTERVAL = 500_000_000L;

    private final boolean shown;
    private final String name;
    private final Locale locale;
    private long rows;
    private long next = System.nanoTime() + 2 * INTERVAL;
    private boolean written;

    private Progress(boolean shown, String name, Locale locale) {
        this.shown = shown;
        this.name = name;
        this.locale = locale;
    }

    static Progress of(InputFile input, CommonOptions options) {
        return new Progress(options.progress(), input.name(), options.locale());
    }

    void row() {
        rows++;
        if (shown && (rows & 0xFFF) == 0 && System.nanoTime() > next) {
            next = System.nanoTime() + INTERVAL;
            written = true;
            System.err.print("\r" + Texts.get(locale, "progress.rows", name, rows) + " ");
            System.err.flush();
        }
    }

    @Override
    public void close() {
        if (written) {
            System.err.print("\r\u001B[K");
            System.err.flush();
        }
    }
}
