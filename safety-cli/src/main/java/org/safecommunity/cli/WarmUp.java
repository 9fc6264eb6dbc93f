package org.safecommunity.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the common commands once, for nothing but the class-data archive that the launcher makes on first use. */
public final class WarmUp {
    private WarmUp() {}

    private static final String WORKSPACE = """
            community:
              name: {en: Warm-up, zh: 预热}
              type: urban
            population:
              file: population.csv
              kind: resident
              date: 2024-06-30
            """;

    private static final String POPULATION = "year,sex,age_group,persons\n2024,male,0-4,10\n2024,female,0-4,10\n";

    /** Runs the commands; their output goes nowhere. */
    public static void main(String[] arguments) throws IOException {
        String[][] commands = {
            {"rates", "crude", "--events", "12", "--person-time", "52720", "--explain"},
            {"rates", "crude", "--events", "12", "--person-time", "52720", "--format", "json", "--interval", "all"},
            {"rates", "proportion", "--events", "8", "--trials", "10", "--format", "csv", "--interval", "all"},
            {"risk", "score", "--method", "lec", "--l", "3", "--e", "6", "--c", "15"},
            {"standard", "list"},
            {"rates", "crude", "--help"},
        };
        for (String[] command : commands) {
            run(command);
        }
        workspace();
    }

    /** A workspace is checked and reported, because a validator, a YAML reader and charts take longest to load. */
    private static void workspace() throws IOException {
        Path folder = Files.createTempDirectory("safety-warm-up");
        Path report = folder.resolve("report.html");
        try {
            Files.writeString(folder.resolve("community.yaml"), WORKSPACE);
            Files.writeString(folder.resolve("population.csv"), POPULATION);
            run("check", folder.toString());
            run("report", folder.toString(), "--output", report.toString());
        } finally {
            for (String name : new String[] {"community.yaml", "population.csv", "report.html"}) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static void run(String... command) {
        SafetyCli.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), command);
    }
}
