/**
 * The records of a workspace over the years in one SQLite file. {@link org.safecommunity.cli.store.StoreFile} opens it,
 * {@link org.safecommunity.cli.store.StoreIntake} takes files in, one transaction each,
 * {@link org.safecommunity.cli.store.StoreReader} gives the tables back as if they were files,
 * {@link org.safecommunity.cli.store.Verifier} compares everything with the journal. SQL lies in resources.
 */
@NullMarked
package org.safecommunity.cli.store;

import org.jspecify.annotations.NullMarked;
