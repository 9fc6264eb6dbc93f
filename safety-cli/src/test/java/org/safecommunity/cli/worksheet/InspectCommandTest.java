package org.safecommunity.cli.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.CliRun;

class InspectCommandTest {
    private static final String EXAMPLES = "../examples/worksheets/";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("visit.csv"), content).toString();
    }

    @ParameterizedTest
    @CsvSource({"nine-small,15,2,2", "three-small,15,1,3", "rural,26,2,1"})
    void a_visit_is_scored(String list, int yes, int no, int notApplicable) {
        CliRun run = CliRun.of("risk", "inspect", list, EXAMPLES + list + ".csv", "--format", "json", "--explain");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode visit = run.result(0);
        assertThat(visit.get("value").asDouble()).isCloseTo(100.0 * yes / (yes + no), within(1e-12));
        assertThat(visit.at("/details/notApplicable").asInt()).isEqualTo(notApplicable);
        assertThat(visit.at("/details/unanswered").asInt()).isZero();
        assertThat(visit.get("derivation")).isNotEmpty();
    }

    @Test
    void each_item_not_met_is_a_draft_that_the_register_takes() throws IOException {
        Path drafts = folder.resolve("hidden-dangers.csv");
        CliRun run = CliRun.of(
                "risk", "inspect", "nine-small", EXAMPLES + "nine-small.csv", "--drafts", drafts, "--format", "json");
        assertThat(run.exitCode()).isZero();
        JsonNode first = run.result(2);
        assertThat(first.get("statistic").asText()).isEqualTo("not-met");
        assertThat(first.at("/item/item").asText()).isEqualTo("F2");
        assertThat(first.get("value").asInt()).isEqualTo(2);
        JsonNode draft = run.result(5);
        assertThat(draft.get("statistic").asText()).isEqualTo("hidden-danger-draft");
        assertThat(draft.get("value").asText()).isEqualTo("I20250304-001");
        assertThat(draft.at("/details/description").asText()).startsWith("Not met, F2:");
        CliRun statistics =
                CliRun.of("risk", "register", "statistics", drafts, "--date", "2025-06-01", "--format", "json");
        assertThat(statistics.exitCode()).as(statistics.err()).isZero();
        assertThat(statistics.result(0).at("/details/found").asInt()).isEqualTo(4);
        assertThat(CliRun.of("risk", "register", "check", drafts, "--date", "2025-06-01")
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-small", "nine-small", "rural"})
    void the_template_filled_in_can_be_read_back(String list) throws IOException {
        CliRun template = CliRun.chinese("risk", "inspect", list, "--template");
        StringBuilder filled = new StringBuilder();
        for (String line : template.out().split("\n")) {
            String[] cells = line.split(",", 7);
            filled.append(
                    cells[0].equals("place") ? line : "甲," + cells[1] + ",2025-01-01," + cells[3] + ",是,," + cells[6]);
            filled.append('\n');
        }
        CliRun run = CliRun.of("risk", "inspect", list, file(filled.toString()), "--strict", "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("results")).hasSize(1);
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(100);
    }

    @Test
    void a_visit_without_answers_has_no_share() throws IOException {
        CliRun run = CliRun.of(
                "risk", "inspect", "rural", file("place,date,item,answer\nX,2025-01-02,R-E1,\n"), "--format", "json");
        assertThat(run.result(0).get("value").isNull()).isTrue();
        assertThat(run.result(0).get("status").asText()).isEqualTo("empty-domain");
        assertThat(run.err()).contains("29 of 29 items have no answer");
    }

    @Test
    void lists_kinds_limits_and_items() {
        CliRun run = CliRun.chinese("risk", "inspect", "nine-small", "--list", "--format", "json");
        assertThat(run.json().get("results")).hasSize(9 + 19);
        assertThat(run.result(3).at("/details/limit").asText()).contains("郑州");
        assertThat(CliRun.of("risk", "inspect", "--format", "json").json().get("results"))
                .hasSize(3);
    }

    @Nested
    class Rejects {
        @Test
        void cells_that_are_wrong_are_located() throws IOException {
            CliRun run = CliRun.of("risk", "inspect", "nine-small", file("""
                            place,kind,date,item,answer
                            X,bar,2025-01-01,F1,maybe
                            X,shop,2025-13-01,F1,yes
                            X,shop,2025-01-02,F1,yes
                            X,shop,2025-01-02,f1,no
                            X,shop,2025-01-02,ZZ,no"""), "--format", "json");
            assertThat(run.err())
                    .contains(
                            ":2:answer: must be one of yes, no, na",
                            ":2:kind: must be one of shop, school",
                            ":3:date: must be a date",
                            ":5:item: the item F1 was answered before",
                            ":6:item: is no item of the list nine-small",
                            "5 rows read, 1 used, 4 refused");
            assertThat(run.result(0).at("/details/yes").asInt()).isEqualTo(1);
        }

        @Test
        void wrong_usage() {
            CliRun list = CliRun.of("risk", "inspect", "ten-small", "x.csv");
            assertThat(list.exitCode()).isEqualTo(2);
            assertThat(list.err()).contains("LIST must be one of three-small, nine-small, rural");
            assertThat(CliRun.of("risk", "inspect", "rural").exitCode()).isEqualTo(2);
            assertThat(CliRun.of("risk", "inspect", "rural", "missing.csv").exitCode())
                    .isEqualTo(3);
        }
    }
}
