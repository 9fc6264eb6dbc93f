package org.safecommunity.cli.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.safecommunity.cli.CliRun;

/** What the tests of the store share: an example workspace, results by file or kind, and hands that tamper. */
final class StoreRun {
    /** The example workspace. */
    static final Path RIVERSIDE = Path.of("../examples/riverside");

    private StoreRun() {}

    /** Runs a command with JSON as output. */
    static CliRun json(Object... arguments) {
        Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--format";
        all[arguments.length + 1] = "json";
        return CliRun.of(all);
    }

    /** The details of the result of a kind. */
    static JsonNode details(CliRun run, String kind) {
        return result(run, kind)
                .orElseThrow(() -> new AssertionError(run.out() + run.err()))
                .get("details");
    }

    /** The result of a kind. */
    static Optional<JsonNode> result(CliRun run, String kind) {
        return StreamSupport.stream(run.json().get("results").spliterator(), false)
                .filter(row -> row.get("item").path("kind").asText().equals(kind))
                .findFirst();
    }

    /** Codes of the findings of a run. */
    static List<String> codes(CliRun run) {
        List<String> codes = new ArrayList<>();
        run.json().get("results").forEach(row -> {
            if (row.get("statistic").asText().equals("finding")) {
                codes.add(row.get("value").asText());
            }
        });
        return codes;
    }

    /** Changes a store behind the program's back. */
    static void tamper(Path store, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
