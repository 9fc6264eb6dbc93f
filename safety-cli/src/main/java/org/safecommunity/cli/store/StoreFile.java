package org.safecommunity.cli.store;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.DataStore;
import org.safecommunity.cli.shell.UserError;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A store that is open. A rollback journal is kept beside it only while something is written, so that the store is one
 * file, and a process that ends in the middle leaves what was there before: the next one to open it puts it back.
 */
final class StoreFile implements Closeable {
    /** Marks a database as a store of this program ("SCTK"). */
    static final int APPLICATION = 0x5343544B;

    private static final int KIB_OF_CACHE = 32_768;
    private static final int MILLIS = 1000;
    private static final int READING_WAIT = 30;

    private final String name;
    private final Handle handle;

    private StoreFile(String name, Handle handle) {
        this.name = name;
        this.handle = handle;
    }

    /**
     * Opens a store to add to it; makes it where there is none, and brings an older one up to date.
     *
     * @param path the file
     * @param wait seconds to wait for another process that writes
     * @throws UserError (exit 3) if the file is something else, of a newer program, or cannot be written
     */
    static StoreFile forWriting(Path path, int wait) {
        requireDatabase(path);
        SQLiteConfig config = config(wait);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        StoreFile store = StoreFault.guard(path.toString(), () -> open(path, config));
        return store.checked(() -> store.inTransaction(() -> {
            store.requireOurs();
            Migrations.upTo(store.handle, Migrations.LATEST);
            return store;
        }));
    }

    /**
     * Opens a store to read one state of it. An older one is brought up to date first.
     *
     * @throws UserError (exit 3) if the file is missing, something else, of a newer program, or cannot be read
     */
    static StoreFile forReading(String name, Path path) {
        if (!Files.exists(path)) {
            throw UserError.input("error.no-file", name);
        }
        requireDatabase(path);
        StoreFile store = read(path);
        if (store == null) {
            forWriting(path, READING_WAIT).close();
            store = read(path);
        }
        if (store == null) {
            throw UserError.input("error.store-busy", name, "");
        }
        return store;
    }

    /**
     * Begins to read. Null when something has to be written before: a step of the tables, or the undoing of an import that was
     * cut short.
     */
    private static @Nullable StoreFile read(Path path) {
        SQLiteConfig config = config(READING_WAIT);
        config.setReadOnly(true);
        StoreFile store = null;
        try {
            store = open(path, config);
            store.handle.begin();
            store.requireOurs();
            if (Migrations.version(store.handle) == Migrations.LATEST) {
                return store;
            }
        } catch (JdbiException e) {
            closeQuietly(store);
            if (!StoreFault.isCutShort(e)) {
                throw StoreFault.of(path.toString(), e);
            }
            return null;
        } catch (UserError e) {
            closeQuietly(store);
            throw e;
        }
        store.close();
        return null;
    }

    private static void closeQuietly(@Nullable StoreFile store) {
        if (store != null) {
            store.close();
        }
    }

    /** An empty store in memory, whose tables are those that every store must have. */
    static StoreFile inMemory() {
        StoreFile store = open("jdbc:sqlite::memory:", ":memory:", config(0));
        store.handle.useTransaction(handle -> Migrations.upTo(handle, Migrations.LATEST));
        return store;
    }

    private static SQLiteConfig config(int wait) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(wait * MILLIS);
        config.setCacheSize(-KIB_OF_CACHE);
        return config;
    }

    private static StoreFile open(Path path, SQLiteConfig config) {
        return open("jdbc:sqlite:" + path.toAbsolutePath(), path.toString(), config);
    }

    private static StoreFile open(String url, String name, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return new StoreFile(name, Jdbi.create(source).open());
    }

    private static void requireDatabase(Path path) {
        if (Files.isDirectory(path)) {
            throw UserError.input("error.store-not-one", path, "");
        }
        if (Files.exists(path) && path.toFile().length() > 0 && !DataStore.isStore(path)) {
            throw UserError.input("error.store-not-one", path, "");
        }
    }

    /** Refuses a database of another program and a store of a newer version of this one; an empty file is welcome. */
    private void requireOurs() {
        int application = Migrations.number(handle, "PRAGMA application_id");
        int version = Migrations.version(handle);
        boolean empty = application == 0
                && version == 0
                && Migrations.number(handle, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!empty && application != APPLICATION) {
            throw UserError.input("error.store-not-one", name, "");
        }
        if (version > Migrations.LATEST) {
            throw UserError.input("error.store-newer", name, version, Migrations.LATEST);
        }
    }

    /** Runs the first look at a store; one that fails closes it. */
    private <T> T checked(Supplier<T> look) {
        try {
            return StoreFault.guard(name, look);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Runs work in one transaction, which holds the only right to write from its beginning on. */
    <T> T inTransaction(Supplier<T> work) {
        return handle.inTransaction(same -> work.get());
    }

    /** Name of the file as the user knows it. */
    String name() {
        return name;
    }

    /** The connection. */
    Handle handle() {
        return handle;
    }

    /** Forgets a transaction that is open. One that could not begin cannot be ended either; that is no news. */
    void rollBack() {
        try {
            if (!handle.isClosed() && handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException ignored) {
            // the first failure is the one to report
        }
    }

    @Override
    public void close() {
        rollBack();
        try {
            handle.close();
        } catch (JdbiException ignored) {
            // what was committed is safe; what was not is forgotten
        }
    }
}
