package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.cli.CliRun;

/**
 * Random designs through the command line beside R: stages, corrections, nested labels, lonely units, replicates made here
 * and given. Relative 1e-9; 1e-8 for iterated fits, 1e-7 for tests and limits of quantiles.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyDesignsTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/safecommunity/cli/survey");
    private static final Set<String> OF_TESTS = Set.of("t", "p", "df1", "df2");

    private final Map<String, String> designs = new HashMap<>();
    private final Map<List<String>, JsonNode> runs = new HashMap<>();

    @BeforeAll
    void read_designs() throws IOException {
        Files.readAllLines(FOLDER.resolve("survey-designs.csv")).stream()
                .skip(2)
                .forEach(line -> {
                    String[] cells = line.split("\"?,\"|\"$", -1);
                    designs.put(cells[0], cells[2]);
                });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "survey-designs.reference.csv", useHeadersInDisplayName = true, emptyValue = "")
    void agrees_with_r(String design, String verb, String options, String row, String field, double value) {
        JsonNode results = runs.computeIfAbsent(List.of(design, verb, options), this::run);
        JsonNode result = StreamSupport.stream(results.spliterator(), false)
                .filter(one -> isAbout(one, row, verb))
                .findFirst()
                .orElseThrow();
        double tolerance =
                verb.equals("regress") ? 1e-8 : OF_TESTS.contains(field) || isLimit(verb, field) ? 1e-7 : 1e-9;
        JsonNode number = part(result, field);
        if (Double.isNaN(value)) { // a probability limit outside 0 and 1
            assertThat(number.isNull()).isTrue();
            assertThat(result.get("interval").get("unbounded").asText()).isIn(field, "both");
            return;
        }
        assertThat(number.isNumber()).as(String.valueOf(result)).isTrue();
        assertThat(number.asDouble()).isCloseTo(value, within(tolerance * Math.abs(value) + 1e-13));
    }

    private static boolean isLimit(String verb, String field) {
        return verb.equals("quantile") && !field.equals("value");
    }

    private JsonNode run(List<String> command) {
        List<Object> arguments = new ArrayList<>(List.of("survey", command.get(1)));
        Path data = FOLDER.resolve("designs");
        arguments.add(data.resolve(command.get(0) + ".csv"));
        for (String option : (designs.get(command.get(0)) + " " + command.get(2)).split(" ", -1)) {
            arguments.add(option.startsWith("@") ? data.resolve(option.substring(1)) : option);
        }
        arguments.addAll(List.of("--format", "json"));
        CliRun run = CliRun.of(arguments.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json().get("results");
    }

    /** Whether a result is the first that has all of {@code key=value;…} in its group or item. */
    private static boolean isAbout(JsonNode result, String row, String verb) {
        boolean proportions = verb.equals("crosstab") && !row.startsWith("statistic");
        if (proportions && !result.get("statistic").asText().equals("proportion")) {
            return false;
        }
        for (String part : row.isEmpty() ? new String[0] : row.split(";", -1)) {
            String[] pair = part.split("=", 2);
            JsonNode holder = pair[0].equals("statistic")
                    ? result
                    : result.get("group").has(pair[0]) ? result.get("group") : result.get("item");
            if (!holder.path(pair[0]).asText().equals(pair[1])) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode part(JsonNode result, String field) {
        return switch (field) {
            case "lower", "upper" -> result.path("interval").path(field);
            case "designEffect", "df" -> result.path("details").path(field);
            case "t" -> result.path("test").path("statistic");
            case "p" -> result.path("test").path("pValue");
            case "df1" -> result.path("test").path("df").path(0);
            case "df2" -> result.path("test").path("df").path(1);
            default -> result.path(field);
        };
    }
}
