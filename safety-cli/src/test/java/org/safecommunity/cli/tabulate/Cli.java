package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.SafetyCli;

/** Runs the program in a test: exit code, standard output, standard error. */
record Cli(int code, String out, String err) {
    static final Path EXAMPLES = Path.of("..", "examples");

    /** Runs in English. */
    static Cli run(Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(String.valueOf(argument));
        }
        if (!texts.contains("--lang")) {
            texts.addAll(List.of("--lang", "en"));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = SafetyCli.run(new PrintWriter(out), new PrintWriter(err), texts.toArray(String[]::new));
        return new Cli(code, out.toString(), err.toString());
    }

    /** Runs, and requires an exit code, a message and nothing on standard output. */
    static void assertRefused(int code, String message, Object... arguments) {
        Cli run = run(arguments);
        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
    }

    /** Lines of standard output. */
    List<String> lines() {
        return out.lines().toList();
    }

    /** The rows of CSV without quotes: all columns but the last ones as key, joined by commas, and the rest. */
    static Map<String, String> cells(String csv, int keyColumns) {
        Map<String, String> cells = new LinkedHashMap<>();
        csv.lines().skip(1).forEach(line -> {
            String[] parts = line.split(",", -1);
            List<String> all = List.of(parts);
            cells.put(
                    String.join(",", all.subList(0, keyColumns)),
                    String.join(",", all.subList(keyColumns, all.size())));
        });
        return cells;
    }
}
