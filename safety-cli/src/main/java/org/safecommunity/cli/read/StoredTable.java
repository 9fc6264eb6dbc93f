package org.safecommunity.cli.read;

/** A table of a store, read as if it were a file. */
public interface StoredTable {
    /** SHA-256 of the file its rows came from; with several files, of their checksums in the order of their import. */
    String sha256();

    /** The rows as they stand now, the header first. */
    RowSource rows();

    /** Adds what the imports of the rows refused, so that the counts are those of the files. */
    void recall(RowFindings findings);
}
