package org.safecommunity.cli.rates;

import picocli.CommandLine.Command;

/** Noun of the rate commands. */
@Command(name = "rates")
public final class RatesCommand {}
