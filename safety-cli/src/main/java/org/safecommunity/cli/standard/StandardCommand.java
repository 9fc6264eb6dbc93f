package org.safecommunity.cli.standard;

import picocli.CommandLine.Command;

/** Noun of the standard commands. */
@Command(name = "standard")
public final class StandardCommand {}
