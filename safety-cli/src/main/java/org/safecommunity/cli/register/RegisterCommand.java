package org.safecommunity.cli.register;

import picocli.CommandLine.Command;

/** Noun of the commands on hazard registers and hidden-danger ledgers. */
@Command(name = "register")
public final class RegisterCommand {}
