import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs every command printed in a document and compares its output with what is printed below it.
 *
 * <p>Usage: {@code java .ci/CheckCommands.java README.md docs/guide/*.md}, from the root of the project. In a block
 * fenced with {@code ```console} a line that begins with {@code $ } is a command for {@code sh}; the lines up to the next
 * command are its standard output and standard error; a line {@code …} stands for any number of lines. The exit code must
 * be 0, or N where the command ends in {@code # exit N}.
 */
public final class CheckCommands {
    private record Example(Path document, int line, String command, List<String> expected) {}

    private CheckCommands() {}

    public static void main(String[] documents) throws IOException, InterruptedException {
        int passed = 0;
        int failed = 0;
        for (String document : documents) {
            List<Example> examples = read(Path.of(document));
            if (examples.isEmpty()) {
                System.err.println(document + ": no command found");
                failed++;
            }
            for (Example example : examples) {
                String fault = run(example);
                if (fault.isEmpty()) {
                    passed++;
                } else {
                    failed++;
                    System.err.println(example.document() + ":" + example.line() + ": " + example.command());
                    System.err.println(fault);
                }
            }
        }
        System.out.println("printed commands: " + passed + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static List<Example> read(Path document) throws IOException {
        List<Example> examples = new ArrayList<>();
        boolean inside = false;
        int number = 0;
        for (String line : Files.readAllLines(document)) {
            number++;
            if (line.startsWith("```")) {
                inside = line.equals("```console");
            } else if (inside && line.startsWith("$ ")) {
                examples.add(new Example(document, number, line.substring(2), new ArrayList<>()));
            } else if (inside && !examples.isEmpty()) {
                examples.get(examples.size() - 1).expected().add(line.stripTrailing());
            }
        }
        return examples;
    }

    private static String run(Example example) throws IOException, InterruptedException {
        Path output = Files.createTempFile("printed-command", ".txt");
        Process process = new ProcessBuilder("sh", "-c", example.command())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return "  did not end within ten minutes";
        }
        List<String> actual = new ArrayList<>();
        Files.readString(output, StandardCharsets.UTF_8).lines().forEach(line -> actual.add(line.stripTrailing()));
        Files.delete(output);
        List<String> expected = new ArrayList<>(example.expected());
        while (!expected.isEmpty() && expected.get(expected.size() - 1).isEmpty()) {
            expected.remove(expected.size() - 1);
        }
        while (!actual.isEmpty() && actual.get(actual.size() - 1).isEmpty()) {
            actual.remove(actual.size() - 1);
        }
        int wanted = example.command().contains("# exit ")
                ? Integer.parseInt(example.command().replaceAll(".*# exit (\\d+).*", "$1"))
                : 0;
        if (process.exitValue() != wanted) {
            return "  exit code " + process.exitValue() + ", expected " + wanted + "\n" + indent(actual);
        }
        return matches(expected, 0, actual, 0) ? "" : "  printed in the document:\n" + indent(expected) + "  now:\n" + indent(actual);
    }

    private static boolean matches(List<String> expected, int e, List<String> actual, int a) {
        if (e == expected.size()) {
            return a == actual.size();
        }
        if (expected.get(e).equals("…")) {
            for (int next = a; next <= actual.size(); next++) {
                if (matches(expected, e + 1, actual, next)) {
                    return true;
                }
            }
            return false;
        }
        return a < actual.size() && expected.get(e).equals(actual.get(a)) && matches(expected, e + 1, actual, a + 1);
    }

    private static String indent(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("    ").append(line).append('\n'));
        return text.toString();
    }
}
