package org.safecommunity.cli.store;

import java.util.List;

/**
 * A file that was taken in.
 *
 * @param id        number of the import
 * @param kind      kind of the table, or {@code document}
 * @param file      name of the file as it was given
 * @param sha256    SHA-256 of its bytes
 * @param codeSet   id of the code set of its codes, or empty
 * @param at        time of the import, UTC
 * @param complete  whether it holds all records of its kind, so that those it lacks are no longer current
 * @param total     rows; total = used + refused
 * @param used      rows used; used = added + changed + unchanged
 * @param refused   rows refused
 * @param added     records not known before
 * @param changed   records that got a new version
 * @param unchanged records that say what they said before
 * @param withdrawn records that are no longer current
 * @param digest    exclusive or of the hashes of the versions it made
 * @param seal      hash of all this and of the seal before it
 */
public record JournalEntry(
        long id,
        String kind,
        String file,
        String sha256,
        String codeSet,
        String at,
        boolean complete,
        long total,
        long used,
        long refused,
        long added,
        long changed,
        long unchanged,
        long withdrawn,
        String digest,
        String seal) {

    /** The seal that belongs to the entry after another seal. */
    String sealAfter(String before) {
        return RecordHash.ofLines(List.of(
                before,
                Long.toString(id),
                kind,
                file,
                sha256,
                codeSet,
                at,
                Boolean.toString(complete),
                total + " " + used + " " + refused,
                added + " " + changed + " " + unchanged + " " + withdrawn,
                digest));
    }

    JournalEntry sealed(String before) {
        return new JournalEntry(
                id,
                kind,
                file,
                sha256,
                codeSet,
                at,
                complete,
                total,
                used,
                refused,
                added,
                changed,
                unchanged,
                withdrawn,
                digest,
                sealAfter(before));
    }
}
