package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.metrics.method.MethodEntry;
import org.safecommunity.metrics.method.MethodEntry.Part;

/** The examples of the textbook entries run as they stand, from the root of the repository. */
class MethodExamplesTest {
    static Stream<String> examples() {
        return MethodEntry.all().stream()
                .flatMap(entry -> entry.text(Part.EXAMPLE, Locale.ENGLISH).stream())
                .filter(example -> example.startsWith("rates "))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_runs_and_explains_itself(String example) {
        List<String> arguments =
                List.of(example.replace(" examples/", " ../examples/").split(" "));
        String[] rest = Stream.concat(arguments.stream().skip(1), Stream.of("--explain"))
                .toArray(String[]::new);
        RatesRun run = RatesRun.json(rest);
        assertThat(run.err()).doesNotContain("safety:");
        assertThat(run.code()).isZero();
        assertThat(run.results().get(0).get("derivation")).isNotEmpty();
    }
}
