package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;

/** What the report says about the registers of hazards and hidden dangers. */
class RiskReportTest {
    private static final Path REGISTERS = Path.of("../examples/registers");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun report(String language, String... more) throws IOException {
        if (!Files.exists(folder.resolve("community.yaml"))) {
            Files.writeString(folder.resolve("community.yaml"), "community:\n  name: {en: Town, zh: 某镇}\n");
        }
        List<Object> arguments = new ArrayList<>(List.of("report", folder, "--lang", language, "--date", "2025-12-31"));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray());
    }

    private void copy(String file) throws IOException {
        Files.copy(REGISTERS.resolve(file), folder.resolve(file));
    }

    private JsonNode json() throws IOException {
        CliRun run = report("en", "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    private String page(String language) throws IOException {
        Path file = folder.resolve(language + ".html");
        assertThat(report(language, "--output", file.toString()).exitCode()).isZero();
        return Files.readString(file);
    }

    @Test
    void heat_map_counts_every_hazard_once() throws IOException {
        copy("hazards.csv");
        JsonNode report = json();
        long sum = 0;
        for (JsonNode cell : JsonReportTest.table(report, "risks-map-lec")) {
            sum += cell.get("value").asLong();
            assertThat(cell.at("/details/hazards").size())
                    .isEqualTo(cell.get("value").asInt());
        }
        assertThat(sum)
                .isEqualTo(JsonReportTest.table(report, "risks-list").size())
                .isEqualTo(6);
        JsonNode first = JsonReportTest.table(report, "risks-map-lec").get(1);
        assertThat(first.at("/item/l").asText()).isEqualTo("3");
        assertThat(first.at("/item/c").asText()).isEqualTo("15");
        assertThat(first.at("/details/orange").asInt()).isEqualTo(2);
    }

    @Test
    void a_matrix_of_two_factors_colours_every_cell() throws IOException {
        Files.writeString(
                folder.resolve("hazards.csv"), "hazard_id,place,hazard,scheme,l,s\nA,hall,step,LS-SHANDONG,1,5\n");
        JsonNode cells = JsonReportTest.table(json(), "risks-map-ls-shandong");
        assertThat(cells).hasSize(1);
        assertThat(cells.get(0).at("/details/colour").asText()).isEqualTo("blue");
        String svg = page("en");
        assertThat(svg.split(">red</text>", -1)).hasSize(1 + 3);
        assertThat(svg.split(">orange</text>", -1)).hasSize(1 + 3);
        assertThat(svg.split(">yellow</text>", -1)).hasSize(1 + 5);
        assertThat(svg.split(">blue</text>", -1)).hasSize(1 + 14);
    }

    @Test
    void a_band_that_counts_for_a_reason_stands_beside_the_computed_one() throws IOException {
        Files.writeString(folder.resolve("hazards.csv"), """
                hazard_id,place,hazard,scheme,l,s,override,justification
                A,hall,step,LS-SHANDONG,1,5,major,a child died
                B,hall,door,LS-SHANDONG,1,5,,
                """);
        JsonNode rows = JsonReportTest.table(json(), "risks-list");
        assertThat(rows.get(0).at("/details/colour").asText()).isEqualTo("red");
        assertThat(rows.get(0).at("/details/computedColour").asText()).isEqualTo("blue");
        assertThat(rows.get(0).at("/details/justification").asText()).isEqualTo("a child died");
        assertThat(rows.get(1).at("/details").has("computedColour")).isFalse();
        assertThat(page("en")).contains("Red (major risk); computed: Blue (low risk); reason: a child died");
        assertThat(page("zh")).contains("计算等级：蓝", "；理由：a child died");
    }

    @Test
    void inherent_current_and_residual_stand_side_by_side() throws IOException {
        copy("hazards.csv");
        JsonNode red = JsonReportTest.table(json(), "risks-rating").get(0);
        assertThat(red.at("/details/inherent").asInt()).isEqualTo(3);
        assertThat(red.at("/details/current").asInt()).isZero();
        assertThat(red.at("/details/residual").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"closure-rate,3,6,50", "on-time-rate,2,3,66.666", "recurrence-rate,1,6,16.666", "reopen-rate,1,3,33.333"
    })
    void rates_of_hidden_dangers(String statistic, int part, int whole, double percent) throws IOException {
        copy("hidden-dangers.csv");
        for (JsonNode row : JsonReportTest.table(json(), "dangers-rates")) {
            if (row.get("statistic").asText().equals(statistic)) {
                assertThat(row.get("value").asDouble())
                        .isCloseTo(percent, org.assertj.core.api.Assertions.within(1e-3));
                assertThat(row.get("details")).extracting(JsonNode::asInt).containsExactly(part, whole);
                assertThat(row.get("derivation")).isNotEmpty();
                return;
            }
        }
        throw new AssertionError(statistic);
    }

    @Test
    void overdue_ones_are_listed_with_their_days() throws IOException {
        copy("hidden-dangers.csv");
        JsonNode rows = JsonReportTest.table(json(), "dangers-overdue");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).at("/item/id").asText()).isEqualTo("D04");
        assertThat(rows.get(0).get("value").asInt()).isEqualTo(122);
    }

    @Test
    void both_languages_name_colours_in_words() throws IOException {
        copy("hazards.csv");
        copy("hidden-dangers.csv");
        assertThat(page("zh")).contains("风险四色清单", "橙（较大风险）", "事故隐患", "管控层级", "class=\"s c-orange\"");
        assertThat(page("en")).contains("Four-colour list", "Orange (larger risk)", "Hidden dangers", "tier:");
    }

    @Nested
    class Rejects {
        @Test
        void a_ledger_that_cannot_be_read_is_named_and_the_report_is_written() throws IOException {
            Files.write(folder.resolve("hidden-dangers.csv"), new byte[] {(byte) 0xff, (byte) 0xff, ',', '\n', 'x'});
            assertThat(page("en")).contains("class=\"notice\"", "hidden-dangers.csv");
            assertThat(report(
                                    "en",
                                    "--strict",
                                    "--output",
                                    folder.resolve("s.html").toString())
                            .exitCode())
                    .isEqualTo(1);
        }

        @Test
        void a_ledger_without_usable_row_is_said() throws IOException {
            Files.writeString(
                    folder.resolve("hidden-dangers.csv"), "danger_id,found_on,place,description\nA,never,x,y\n");
            assertThat(page("en")).contains("holds no row that can be used");
        }
    }
}
