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
        String header = Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        assertThat(header)
                .as("program of %s", file)
                .containsPattern("(?i)\\b(R|Python|SciPy|statsmodels|Stata|SAS)\\b");
        assertThat(header).as("version of %s", file).containsPattern("\\d+\\.\\d+");
        assertThat(header).as("call of %s", file).containsPattern("[A-Za-z][\\w.:]*\\(.+\\)");
        assertThat(header).as("date of %s", file).containsPattern("\\b20\\d\\d-[01]\\d-[0-3]\\d\\b");
    }

    @ParameterizedTest
    @MethodSource("files")
    void has_its_script_beside_it(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
        assertThat(List.of(file.resolveSibling(name + ".R"), file.resolveSibling(name + ".py")))
                .anyMatch(Files::isRegularFile);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".reference.csv"))
                    .sorted()
                    .toList();
        }
    }
}
