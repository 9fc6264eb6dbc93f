package org.safecommunity.cli.store;

/**
 * What of a table is shown.
 *
 * @param personal  whether its personal columns are
 * @param meanings  whether columns stand under the names that the readers of a workspace know
 * @param codeSet   whether each row names its code set; without it only where there are several
 */
record Shown(boolean personal, boolean meanings, boolean codeSet) {
    /** As the file was, without personal columns. */
    static final Shown AS_FILE = new Shown(false, false, false);
    /** For the readers of a workspace. */
    static final Shown AS_WORKSPACE = new Shown(false, true, true);
    /** As the file was, with personal columns. */
    static final Shown WITH_PERSONAL = new Shown(true, false, false);
}
