package org.safecommunity.cli.rates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safecommunity.cli.SafetyCli;

/** One run of the program: exit code, what it wrote, and the results as JSON. */
record RatesRun(int code, String out, String err) {
    /** Runs {@code safety rates …} in English. */
    static RatesRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("rates"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--lang", "en"));
        int code = SafetyCli.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(new String[0]));
        return new RatesRun(code, out.toString(), err.toString());
    }

    /** Runs {@code safety rates … --format json}. */
    static RatesRun json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        return of(all.toArray(new String[0]));
    }

    /** The results. */
    JsonNode results() {
        return tree().get("results");
    }

    /** The whole envelope. */
    JsonNode tree() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statistics of the results in order. */
    List<String> statistics() {
        List<String> names = new ArrayList<>();
        results().forEach(row -> names.add(row.get("statistic").asText()));
        return names;
    }

    /** The first row of a statistic. */
    JsonNode row(String statistic) {
        for (JsonNode row : results()) {
            if (row.get("statistic").asText().equals(statistic)) {
                return row;
            }
        }
        throw new AssertionError("no row " + statistic + " in " + statistics());
    }

    /** Writes a file of lines and returns its path. */
    static String file(Path folder, String name, String... lines) {
        try {
            Path path = folder.resolve(name);
            Files.writeString(path, String.join("\n", lines) + "\n");
            return path.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
