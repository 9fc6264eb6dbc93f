package org.safecommunity.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** Runs the common commands once, for nothing but the class-data archive that the launcher makes on first use. */
public final class WarmUp {
    private WarmUp() {}

    /** Runs the commands; their output goes nowhere. */
    public static void main(String[] arguments) {
        String[][] commands = {
            {"rates", "crude", "--events", "12", "--person-time", "52720", "--explain"},
            {"rates", "crude", "--events", "12", "--person-time", "52720", "--format", "json", "--interval", "all"},
            {"rates", "proportion", "--events", "8", "--trials", "10", "--format", "csv", "--interval", "all"},
            {"risk", "score", "--method", "lec", "--l", "3", "--e", "6", "--c", "15"},
            {"standard", "list"},
            {"rates", "crude", "--help"},
        };
        for (String[] command : commands) {
            SafetyCli.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), command);
        }
    }
}
