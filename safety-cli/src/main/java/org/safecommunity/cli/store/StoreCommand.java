package org.safecommunity.cli.store;

import picocli.CommandLine.Command;

/** Noun of the store commands. */
@Command(name = "store")
public final class StoreCommand {}
