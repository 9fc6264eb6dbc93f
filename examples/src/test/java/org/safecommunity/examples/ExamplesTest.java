package org.safecommunity.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every example and compares what it prints with its file of expected output. */
class ExamplesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/safecommunity/examples");
    private static final Path EXPECTED = Path.of("expected");
    private static final int MOST_LINES = 60;
    private static final Set<String> NOT_LISTED = Set.of("expected", "src", "target");

    /** Names of the classes with a main method; the generator has a test of its own. */
    static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.equals("package-info.java") && !name.equals("RiversideGenerator.java"))
                    .map(name -> name.replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    private static String output(String example) throws ReflectiveOperationException {
        Method main = Class.forName(ExamplesTest.class.getPackageName() + "." + example)
                .getMethod("main", String[].class);
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            main.invoke(null, (Object) new String[] {"shandong/register.csv"});
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void prints_what_is_expected(String example) throws Exception {
        assertThat(output(example)).isEqualTo(Files.readString(EXPECTED.resolve(example + ".txt")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_short_and_names_its_source(String example) throws IOException {
        String source = Files.readString(SOURCES.resolve(example + ".java"));
        assertThat(source.lines().count()).isLessThan(MOST_LINES);
        assertThat(source).contains("<p>Source: ");
    }

    @Test
    void readme_lists_every_example_and_file() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String example : examples()) {
            assertThat(readme).contains("`" + example + ".java`");
        }
        try (Stream<Path> files = Files.walk(Path.of(""), 2)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .filter(f -> f.getNameCount() == 2
                            && !NOT_LISTED.contains(f.getName(0).toString()))
                    .map(f -> f.getName(0) + "/" + f.getFileName())
                    .toList();
            assertThat(names).hasSizeGreaterThan(10);
            assertThat(names).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        }
        try (Stream<Path> files = Files.list(EXPECTED)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".txt", ""))
                            .sorted())
                    .isEqualTo(examples());
        }
    }
}
