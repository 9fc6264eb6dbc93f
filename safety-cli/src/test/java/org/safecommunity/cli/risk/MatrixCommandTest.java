package org.safecommunity.cli.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class MatrixCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_list_names_every_built_in_matrix() {
        CliRun run = CliRun.of("risk", "matrix", "list", "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("results").findValuesAsText("matrix"))
                .containsExactly(
                        "LS-SHANDONG",
                        "LS-FIVE",
                        "NPSA",
                        "MIL-STD-882E",
                        "AS-NZS-4360",
                        "ICAO-9859",
                        "FAA-8040.4B",
                        "EN-50126",
                        "IEC-61508",
                        "ISO-31010");
    }

    @Test
    void a_matrix_is_shown_with_its_levels_in_words() {
        CliRun run = CliRun.of("risk", "matrix", "show", "mil-std-882e");
        assertThat(run.out())
                .containsPattern("E +Low +Medium +Medium +Medium")
                .containsPattern("Serious +serious +orange +4")
                .contains("Severity (1 is worst): 4 negligible; 3 marginal; 2 critical; 1 catastrophic");
        CliRun cells = CliRun.of("risk", "matrix", "show", "FAA-8040.4B", "--format", "json");
        JsonNode last = cells.result(24);
        assertThat(last.at("/item/likelihood").asText()).isEqualTo("E");
        assertThat(last.get("value").asText()).isEqualTo("High");
        assertThat(last.at("/details/conditionalLevel").asText()).isEqualTo("Medium");
        assertThat(CliRun.chinese("risk", "matrix", "show", "LS-SHANDONG").out())
                .contains("重大风险  红");
    }

    @ParameterizedTest
    @CsvSource({
        "LS-SHANDONG, 0, pass", "LS-FIVE, 0, pass", "NPSA, 0, pass", "MIL-STD-882E, 0, pass", "AS-NZS-4360, 0, pass",
        "ICAO-9859, 0, pass", "FAA-8040.4B, 1, fail", "EN-50126, 0, pass", "IEC-61508, 0, pass", "ISO-31010, 0, pass"
    })
    void the_check_decides_on_each_built_in_matrix(String id, int exitCode, String decision) {
        CliRun run = CliRun.of("risk", "matrix", "check", id, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.result(0).get("value").asText()).isEqualTo(decision);
    }

    @Test
    void the_check_says_in_words_what_is_wrong_and_why_it_matters() {
        CliRun run = CliRun.of("risk", "matrix", "check", "FAA-8040.4B");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Q6 (weak consistency)")
                .contains("Where an axis starts at 0, such a cell holds risks near zero that are rated highest.");
        CliRun json = CliRun.of("risk", "matrix", "check", "FAA-8040.4B", "--format", "json");
        assertThat(json.json().get("results")).anySatisfy(row -> {
            assertThat(row.at("/item/rule").asText()).isEqualTo("no-red-at-zero");
            assertThat(row.get("value").asText()).isEqualTo("finding");
            assertThat(row.at("/details/cells").asText()).isEqualTo("(E, 1)");
        });
    }

    @Test
    void numbers_of_the_user_show_compression_and_reversal() {
        CliRun run = CliRun.of(
                "risk",
                "matrix",
                "check",
                "LS-SHANDONG",
                "--format",
                "json",
                "--likelihood-values",
                "0.0001,0.001,0.01,0.1,1",
                "--consequence-values",
                "1,10,100,1000,10000");
        assertThat(run.json().get("results"))
                .anySatisfy(row -> {
                    assertThat(row.get("statistic").asText()).isEqualTo("rank-reversals");
                    assertThat(row.get("value").asInt()).isEqualTo(4);
                    assertThat(row.at("/details/pairs").asInt()).isEqualTo(300);
                })
                .anySatisfy(row -> {
                    assertThat(row.get("statistic").asText()).isEqualTo("range-factor");
                    assertThat(row.at("/item/level").asText()).isEqualTo("low");
                    assertThat(row.get("value").asDouble()).isEqualTo(1e4);
                });
    }

    @Test
    void a_file_with_faults_is_answered_with_all_of_them() {
        String axis =
                "{\"title\": \"a\", \"classes\": [{\"code\": \"1\", \"label\": \"x\"}, {\"code\": \"2\", \"label\": \"y\"}]}";
        Path file = TextFile.of(
                folder,
                "m.json",
                "{\"version\": \"1\", \"matrices\": [{\"id\": \"OWN\", \"version\": \"1\", \"edition\": \"e\", \"title\": \"t\",",
                "\"likelihood\": " + axis + ", \"consequence\": " + axis + ",",
                "\"levels\": [{\"id\": \"R\", \"title\": \"red\", \"colour\": \"red\"}], \"rows\": [[\"R\", \"X\"], [\"R\"]],",
                "\"provenance\": {\"status\": \"derived\"}}]}");
        CliRun run = CliRun.of("risk", "matrix", "check", file, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("results").findValuesAsText("requirement"))
                .containsExactly(
                        "level must be one of R, was X",
                        "row must have one cell for each class of consequence, 2, was 1");
        assertThat(CliRun.of("risk", "matrix", "show", file).exitCode()).isEqualTo(2);
    }

    @Test
    void bands_that_overlap_are_a_finding() {
        Path file = TextFile.of(
                folder,
                "nz.json",
                "{\"version\": \"1\", \"schemes\": [{\"id\": \"NZ\", \"method\": \"nz\", \"version\": \"1\", \"edition\": \"e\", \"title\": \"t\",",
                "\"symbol\": \"R\", \"factors\": [" + factor("L") + ", " + factor("S")
                        + "], \"policy\": \"both-inclusive\", \"bands\": [",
                band("high", 10, 25) + "," + band("moderate", 4, 9) + "," + band("low", 1, 4) + "],",
                "\"provenance\": {\"status\": \"derived\"}}]}");
        CliRun run = CliRun.of("risk", "matrix", "check", file, "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.json().get("results").findValuesAsText("rule")).containsExactly("overlapping-bands");
        CliRun score = CliRun.of("risk", "score", "--scheme-file", file, "--l", "1", "--s", "4");
        assertThat(score.exitCode()).isEqualTo(3);
        assertThat(score.err()).contains("band low must not overlap moderate, was to 4 where moderate begins at 4");
    }

    private static String factor(String symbol) {
        StringBuilder values = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            values.append(i == 1 ? "" : ", ")
                    .append("{\"value\": ")
                    .append(i)
                    .append(", \"label\": \"c")
                    .append(i)
                    .append("\"}");
        }
        return "{\"symbol\": \"" + symbol + "\", \"title\": \"f\", \"values\": [" + values + "]}";
    }

    private static String band(String id, int from, int to) {
        return "{\"id\": \"" + id + "\", \"from\": " + from + ", \"to\": " + to + ", \"title\": \"" + id
                + "\", \"colour\": \"red\", \"action\": \"a\"}";
    }

    @Test
    void wrong_usage_is_exit_2_with_a_hint() {
        assertThat(CliRun.of("risk", "matrix").exitCode()).isEqualTo(2);
        assertThat(CliRun.of("risk", "matrix", "draw").err()).contains("must be one of list, show, check, was draw");
        assertThat(CliRun.of("risk", "matrix", "check", "ISO-31011").err()).contains("Did you mean ISO-31010?");
        CliRun bounds = CliRun.of("risk", "matrix", "check", "NPSA", "--likelihood-bounds", "0,1,2");
        assertThat(bounds.exitCode()).isEqualTo(2);
        assertThat(bounds.err()).contains("bounds must be 6 numbers, was 3");
    }
}
