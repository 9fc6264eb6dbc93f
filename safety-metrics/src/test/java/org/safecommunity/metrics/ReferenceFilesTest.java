package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of reference values says where they come from, and the script that made it lies beside it. */
class ReferenceFilesTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    @ParameterizedTest
    @MethodSource("files")
    void names_program_version_call_and_date(Path file) throws IOException {
        String header = header(file);
        assertThat(header)
                .as("program or publication of %s", file)
                .containsPattern(
                        "(?i)\\b(R|Python|SciPy|statsmodels|Stata|SAS)\\b|program: none: \\S|certified values");
        assertThat(header).as("version of %s", file).containsPattern("\\d+\\.\\d+|version: \\S|https?://");
        assertThat(header)
                .as("call of %s", file)
                .containsPattern("(?m)[A-Za-z][\\w.:]*\\(.+\\)|call: \\S|calls in \\S+\\.R|certified values");
        assertThat(header).as("date of %s", file).containsPattern("\\b20\\d\\d-[01]\\d-[0-3]\\d\\b");
    }

    /** Its own script, or one of the same folder that names it; a printed table says that no program made it. */
    @ParameterizedTest
    @MethodSource("files")
    void has_its_script_beside_it(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
        boolean own = List.of(name + ".R", name + ".py").stream()
                .map(file::resolveSibling)
                .anyMatch(Files::isRegularFile);
        String header = header(file);
        boolean printed = header.contains("program: none: ") || header.contains("certified values");
        assertThat(own || printed || named(file, name)).as("script of %s", file).isTrue();
    }

    private static boolean named(Path file, String name) throws IOException {
        String topic = name.replaceFirst("\\.reference$", "");
        try (Stream<Path> beside = Files.list(file.resolveSibling("."))) {
            for (Path script :
                    beside.filter(f -> f.toString().matches(".*\\.(R|py)")).toList()) {
                if (Files.readString(script).contains(topic)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static String header(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".reference.csv"))
                    .sorted()
                    .toList();
        }
    }
}
