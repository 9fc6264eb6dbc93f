package org.safecommunity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.metrics.method.MethodEntry;
import org.safecommunity.metrics.method.MethodEntry.Part;

/** The examples of the textbook entries run as they stand. */
class MethodExampleTest {
    static Stream<String> identifiers() {
        return MethodEntry.all().stream().map(MethodEntry::id);
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void the_example_runs(String id) {
        MethodEntry entry = MethodEntry.find(id).get(0);
        String example = entry.text(Part.EXAMPLE, Locale.ENGLISH).orElseThrow();
        // examples are written for the root of the repository; tests run in the folder of the module
        String[] arguments = example.replace("examples/", "../examples/").split(" +");
        CliRun run = CliRun.of((Object[]) arguments);
        assertThat(run.exitCode()).as(example + "\n" + run.err()).isZero();
        assertThat(run.out()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void the_texts_are_there_in_both_languages(String id) {
        MethodEntry entry = MethodEntry.find(id).get(0);
        for (Part part : List.of(Part.TITLE, Part.WHAT, Part.WHEN, Part.WHEN_NOT)) {
            String english = entry.text(part, Locale.ENGLISH).orElseThrow();
            String chinese = entry.text(part, Locale.CHINESE).orElseThrow();
            assertThat(chinese).as(id + " " + part).isNotEqualTo(english).matches("(?s).*\\p{IsHan}.*");
        }
        assertThat(entry.text(Part.FORMULA, Locale.ENGLISH)).isPresent();
        assertThat(entry.text(Part.SOURCE, Locale.ENGLISH)).isPresent();
    }
}
