package org.safecommunity.cli.store;

/**
 * What became of a file that was given to a store.
 *
 * @param entry the entry of the journal, of this time or of an earlier one
 * @param known whether the file was known already and nothing was done
 */
record ImportOutcome(JournalEntry entry, boolean known) {
    long added() {
        return known ? 0 : entry.added();
    }

    long changed() {
        return known ? 0 : entry.changed();
    }

    long unchanged() {
        return known ? entry.used() : entry.unchanged();
    }

    long withdrawn() {
        return known ? 0 : entry.withdrawn();
    }
}
