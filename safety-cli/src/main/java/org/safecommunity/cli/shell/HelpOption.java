package org.safecommunity.cli.shell;

import picocli.CommandLine.Option;

/** The help option of every command. */
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean help;
}
