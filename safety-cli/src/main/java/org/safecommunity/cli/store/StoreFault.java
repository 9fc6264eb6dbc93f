package org.safecommunity.cli.store;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.safecommunity.cli.shell.UserError;
import org.sqlite.SQLiteErrorCode;

/** Turns what the database says into what a user can do. */
final class StoreFault {
    /** The lowest byte of a result code is its class. */
    private static final int CLASS = 0xff;

    private StoreFault() {}

    /** Runs work on a store; a failure that a user can put right becomes a message about it. */
    static <T> T guard(String store, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw of(store, e);
        }
    }

    /** The same for work without a result. */
    static void run(String store, Runnable work) {
        guard(store, () -> {
            work.run();
            return "";
        });
    }

    /** The message for a failure; a failure of another sort is handed back. */
    static RuntimeException of(String store, JdbiException failure) {
        SQLException cause = cause(failure);
        if (cause == null) {
            return failure;
        }
        int code = cause.getErrorCode() & CLASS;
        String key = key(code);
        if (key.isEmpty()) {
            return failure;
        }
        UserError error = UserError.input(key, store, reason(cause));
        error.addSuppressed(failure);
        return error;
    }

    /** Whether the file is damaged or no database. */
    static boolean isDamage(JdbiException failure) {
        SQLException cause = cause(failure);
        int code = cause == null ? 0 : cause.getErrorCode() & CLASS;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** Whether the file waits for what an import that was cut short left to be undone, for which it must be written. */
    static boolean isCutShort(JdbiException failure) {
        SQLException cause = cause(failure);
        return cause != null && (cause.getErrorCode() & CLASS) == SQLiteErrorCode.SQLITE_READONLY.code;
    }

    private static String key(int code) {
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "error.store-busy";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return "error.store-not-writable";
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code || code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return "error.store-full";
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "error.store-not-one";
        }
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code ? "error.store-damaged" : "";
    }

    private static @org.jspecify.annotations.Nullable SQLException cause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found && found.getErrorCode() != 0) {
                return found;
            }
        }
        return null;
    }

    /** The words of the database, without its code before them. */
    private static String reason(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        int open = message.lastIndexOf('(');
        return open > 0 && message.endsWith(")") ? message.substring(open + 1, message.length() - 1) : message;
    }
}
