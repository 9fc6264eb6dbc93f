package org.safecommunity.cli.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safecommunity.cli.SafetyCli;

/** A small workspace made for a test, and what the program says of it. */
public final class Fixture {
    /** Day of the report in every test. */
    public static final String DAY = "2025-01-31";

    private static final String COMMUNITY = """
            community:
              name: {en: Testing Street, zh: 测试街道}
              type: urban
            population:
              file: population.csv
              kind: resident
              date: 2024-06-30
            injuries:
              file: injuries.csv
              code-set: NISS-B
              coverage: all-residents
            """;

    private final Path folder;

    private Fixture(Path folder) {
        this.folder = folder;
    }

    /** A run of the program. */
    public record Run(int code, String out, String err) {
        /** Everything that was printed. */
        public String all() {
            return out + err;
        }

        /** The output as JSON. */
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException(out, e);
            }
        }
    }

    /** A valid workspace: the population of 2024 in five-year age groups and two records. */
    public static Fixture valid(Path folder) {
        Fixture fixture = new Fixture(folder);
        fixture.file("community.yaml", COMMUNITY);
        StringBuilder population = new StringBuilder("year,sex,age_group,persons\n");
        for (String sex : new String[] {"male", "female"}) {
            for (int low = 0; low <= 85; low += 5) {
                population.append("2024,").append(sex).append(',');
                population.append(low == 85 ? "85+" : low + "-" + (low + 4)).append(",1000\n");
            }
        }
        fixture.file("population.csv", population.toString());
        fixture.file(
                "injuries.csv", "record_id,sex,age,date,cause\n1,male,30,2024-03-01,3\n2,female,71,2024-05-02,1\n");
        return fixture;
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Writes a file. */
    public Fixture file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds lines to {@code community.yaml}. */
    public Fixture more(String yaml) {
        return file("community.yaml", COMMUNITY + yaml);
    }

    /** Writes {@code community.yaml} with a part exchanged. */
    public Fixture instead(String part, String other) {
        if (!COMMUNITY.contains(part)) {
            throw new IllegalArgumentException("part must be in the file, was " + part);
        }
        return file("community.yaml", COMMUNITY.replace(part, other));
    }

    /** {@code safety check} of the workspace. */
    public Run check() {
        return run("check", folder.toString(), "--lang", "en");
    }

    /** {@code safety report --format json} of the workspace. */
    public Run report(String... more) {
        String[] start = {"report", folder.toString(), "--format", "json", "--lang", "en", "--date", DAY};
        String[] all = java.util.Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return run(all);
    }

    /** Runs the program. */
    public static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = SafetyCli.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
