package org.safecommunity.cli.shell;

import java.io.Serial;
import org.safecommunity.model.LocalText;

/** Something the user can put right: what is wrong, what to do next, and the exit code. */
public final class UserError extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient LocalText text;
    private final transient LocalText hint;

    private UserError(int exitCode, LocalText text, LocalText hint) {
        super(text.en());
        this.exitCode = exitCode;
        this.text = text;
        this.hint = hint;
    }

    /** Wrong usage; {@code key} and {@code key.hint} are texts of the bundle. */
    public static UserError usage(String key, Object... arguments) {
        return new UserError(ExitCode.USAGE, Texts.both(key, arguments), Texts.both(key + ".hint", arguments));
    }

    /** Input that cannot be read; {@code key} and {@code key.hint} are texts of the bundle. */
    public static UserError input(String key, Object... arguments) {
        return new UserError(ExitCode.INPUT, Texts.both(key, arguments), Texts.both(key + ".hint", arguments));
    }

    /** An argument that a library refused; the message of the library is kept. */
    public static UserError argument(RuntimeException cause) {
        String message = String.valueOf(cause.getMessage());
        UserError error = usage("error.argument", message);
        error.initCause(cause);
        return error;
    }

    /** Exit code of the program. */
    public int exitCode() {
        return exitCode;
    }

    /** What is wrong. */
    public LocalText text() {
        return text;
    }

    /** What to do next. */
    public LocalText hint() {
        return hint;
    }
}
