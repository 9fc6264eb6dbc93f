package org.safecommunity.cli.risk;

import picocli.CommandLine.Command;

/** Noun of the risk commands. */
@Command(name = "risk")
public final class RiskCommand {}
