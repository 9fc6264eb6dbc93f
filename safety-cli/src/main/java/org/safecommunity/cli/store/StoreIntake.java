package org.safecommunity.cli.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.workspace.TableIntake;

/**
 * Takes files into a store, each in one transaction that begins with the right to write: a process that ends in the
 * middle leaves nothing of the file, and two at once come one after the other.
 */
final class StoreIntake implements TableIntake {
    /** Kinds whose files tell of one time and add up over the years; every other file holds all there is of its kind. */
    private static final Set<String> ADDING_UP = Set.of("population", "injuries", "accidents");

    private final StoreFile store;
    private final Journal journal;
    private final Clock clock;
    private final boolean complete;
    private final Set<String> personal;
    private final List<ImportOutcome> outcomes = new ArrayList<>();

    /**
     * Takes files into a store.
     *
     * @param store    the store
     * @param clock    tells the time of the import
     * @param complete whether the files hold all records of their kinds
     * @param personal headings of further personal columns
     */
    StoreIntake(StoreFile store, Clock clock, boolean complete, Set<String> personal) {
        this.store = store;
        this.journal = new Journal(store.handle());
        this.clock = clock;
        this.complete = complete;
        this.personal = personal;
    }

    @Override
    public void document(InputFile file) {
        StoreFault.run(store.name(), () -> {
            store.handle().begin();
            try {
                outcomes.add(new Documents(store.handle(), journal).take(file, now()));
                store.handle().commit();
            } finally {
                rollBack();
            }
        });
    }

    @Override
    public @Nullable Rows begin(Source source) {
        return StoreFault.guard(store.name(), () -> {
            store.handle().begin();
            try {
                boolean whole = complete || !ADDING_UP.contains(source.kind());
                Optional<JournalEntry> known =
                        journal.known(source.kind(), source.file().sha256(), source.codeSet());
                if (known.isPresent()
                        && (!whole || isLast(known.get()))
                        && known.get().refused() == 0) {
                    outcomes.add(new ImportOutcome(known.get(), true));
                    rollBack();
                    return null;
                }
                return new RowIntake(this, source, whole, known.orElse(null));
            } catch (RuntimeException e) {
                rollBack();
                throw e;
            }
        });
    }

    /** Whether an entry is the newest of its kind. */
    boolean isLast(JournalEntry entry) {
        return journal.last(entry.kind())
                .filter(last -> last.id() == entry.id())
                .isPresent();
    }

    /** What became of each file, in their order. */
    List<ImportOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    StoreFile store() {
        return store;
    }

    Journal journal() {
        return journal;
    }

    Set<String> personal() {
        return personal;
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    void done(ImportOutcome outcome) {
        outcomes.add(outcome);
    }

    /** Forgets a transaction that is still open. */
    void rollBack() {
        store.rollBack();
    }
}
