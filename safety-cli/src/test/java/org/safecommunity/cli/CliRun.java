package org.safecommunity.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One run of the program inside the JVM of the test.
 *
 * @param exitCode exit code
 * @param out      standard output
 * @param err      standard error
 */
public record CliRun(int exitCode, String out, String err) {
    /** Runs the program on an English machine. */
    public static CliRun of(Object... arguments) {
        return in(Locale.ENGLISH, arguments);
    }

    /** Runs the program on a Chinese machine. */
    public static CliRun chinese(Object... arguments) {
        return in(Locale.CHINESE, arguments);
    }

    /** Runs the program on an English machine with a text as standard input. */
    public static CliRun reading(String input, Object... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return of(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private static CliRun in(Locale language, Object... arguments) {
        Locale before = Locale.getDefault();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Locale.setDefault(language);
        try {
            String[] texts = new String[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                texts[i] = String.valueOf(arguments[i]);
            }
            int code = SafetyCli.run(new PrintWriter(out), new PrintWriter(err), texts);
            return new CliRun(code, out.toString(), err.toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Standard output as JSON. */
    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("standard output is not JSON: " + out + err, e);
        }
    }

    /** A row of results of the JSON output. */
    public JsonNode result(int index) {
        return json().get("results").get(index);
    }

    /** Lines of standard output. */
    public List<String> lines() {
        return out.lines().toList();
    }
}
