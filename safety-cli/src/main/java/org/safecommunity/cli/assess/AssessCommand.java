package org.safecommunity.cli.assess;

import picocli.CommandLine.Command;

/** Noun of the assessment commands. */
@Command(name = "assess")
public final class AssessCommand {}
