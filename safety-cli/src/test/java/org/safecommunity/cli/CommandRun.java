package org.safecommunity.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One run of the program inside a test.
 *
 * @param exit exit code
 * @param out  what it wrote to standard output
 * @param err  what it wrote to standard error
 */
public record CommandRun(int exit, String out, String err) {
    /** Runs the program in English. */
    public static CommandRun of(String... arguments) {
        return in("en", arguments);
    }

    /** Runs the program in Chinese. */
    public static CommandRun chinese(String... arguments) {
        return in("zh", arguments);
    }

    private static CommandRun in(String language, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--lang";
        all[arguments.length + 1] = language;
        int exit = SafetyCli.run(new PrintWriter(out), new PrintWriter(err), all);
        return new CommandRun(exit, out.toString(), err.toString());
    }

    /** Standard output as JSON. */
    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + out + err, e);
        }
    }

    /** The results of the envelope. */
    public JsonNode results() {
        return json().get("results");
    }

    /** Writes lines to a file of a folder and gives its path. */
    public static String file(Path folder, String name, String... lines) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
            return file.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
