package org.safecommunity.cli.assess;

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
import org.safecommunity.cli.CliRun;

class AssessCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Numbers of indicators in the order of the catalogue, as in {@code 45b5c}. */
    private Path table(String name, String counts) throws IOException {
        StringBuilder text = new StringBuilder("indicator,presence,trace,effect\n");
        int id = 1;
        for (String run : counts.split("(?<=[a-d])", -1)) {
            for (int i = 0; !run.isEmpty() && i < Integer.parseInt(run.substring(0, run.length() - 1)); i++) {
                String grade = run.substring(run.length() - 1);
                text.append("I%02d,%s,%s,%s%n".formatted(id++, grade, grade, grade));
            }
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource({"49a1d,147.00,fail,1", "45b5c,99.00,rectify,1", "46b4c,100.20,pass,0", "25b25c,75.00,rectify,1"})
    void scores_a_table(String counts, String total, String decision, int exit) throws IOException {
        CliRun run = CliRun.of("assess", "score", table("a.csv", counts), "--format", "json");

        assertThat(run.exitCode()).isEqualTo(exit);
        assertThat(run.result(0).get("statistic").asText()).isEqualTo("total");
        assertThat(run.out()).contains("\"value\": " + total);
        assertThat(run.result(1).get("statistic").asText()).isEqualTo("decision");
        assertThat(run.result(1).get("value").asText()).isEqualTo(decision);
        assertThat(run.json().get("results")).hasSize(52);
        assertThat(run.result(2).get("item").get("indicator").asText()).isEqualTo("I01");
        assertThat(run.json().get("warnings").findValuesAsText("code")).containsExactly("unconfirmed-catalogue");
    }

    @Test
    void the_municipal_rule_is_named_as_unconfirmed() throws IOException {
        CliRun run =
                CliRun.of("assess", "score", table("a.csv", "45a5d"), "--scheme", "CN-CITY-45", "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("warnings").findValuesAsText("code"))
                .containsExactly("unconfirmed-rule", "unconfirmed-catalogue");
    }

    @Test
    void a_missing_indicator_is_not_guessed() throws IOException {
        CliRun run = CliRun.of("assess", "score", table("a.csv", "49a"), "--format", "json");

        JsonNode decision = run.result(1);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(decision.get("value").isNull()).isTrue();
        assertThat(decision.get("status").asText()).isEqualTo("incomplete");
        assertThat(decision.get("details").get("missingIndicators").asText()).isEqualTo("I50");
        assertThat(run.result(51).get("status").asText()).isEqualTo("not-assessed");
    }

    @Test
    void faulty_rows_are_findings_and_the_others_survive() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), """
                indicator,presence,trace,effect
                I01,a,a,a
                I0l,a,a,a
                I02,a,x,a
                I03,a,a,a
                I03,a,a,b
                I04,b,b,b
                I04,b,b,b
                """);

        CliRun run = CliRun.of("assess", "score", file, "--format", "json");

        assertThat(run.json().get("warnings").findValuesAsText("code"))
                .containsExactly(
                        "unknown-indicator",
                        "unknown-grade",
                        "indicator-contradicted",
                        "indicator-twice",
                        "unconfirmed-catalogue");
        JsonNode input = run.json().get("provenance").get("inputs").get(0);
        assertThat(input.get("rows").asInt()).isEqualTo(7);
        assertThat(input.get("refused").asInt()).isEqualTo(4);
        assertThat(run.result(0).get("details").get("graded").asInt()).isEqualTo(2);
    }

    @Test
    void reads_a_document_with_a_catalogue_beside_it() throws IOException {
        Files.writeString(folder.resolve("short.yaml"), """
                id: SHORT
                version: "1"
                title: short
                note: for a test
                total: 6
                provenance: {status: derived}
                indicators:
                  - {id: A, title: a, requirements: ["4.1.0"], max: 3, provenance: {status: derived}}
                  - {id: B, title: b, requirements: ["4.2.0"], max: 3, provenance: {status: derived}}
                """);
        Path file = Files.writeString(folder.resolve("a.yaml"), """
                catalogue: short.yaml
                scheme: CN-NATIONAL
                community: Riverside
                assessor: one
                date: 2024-06-30
                indicators:
                  - {id: A, presence: a, trace: a, effect: a, evidence: [minutes.pdf]}
                  - {id: B, presence: b, trace: b, effect: b}
                """);

        CliRun run = CliRun.of("assess", "score", file, "--format", "json", "--explain");

        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(127.5);
        assertThat(run.result(2).get("details").get("evidence").asText()).isEqualTo("minutes.pdf");
        assertThat(run.result(3).get("derivation").toString())
                .contains("3 × (0.8 × 0.7 + 1.0 × 0.7 + 1.2 × 0.7) / 3.0 = 2.10");
    }

    @Test
    void faulty_entries_of_a_document_are_findings_with_their_path() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), """
                indicators:
                  - {id: I01, presence: a, trace: a, effect: a, evidence: [null]}
                  - {id: I02, presence: a, trace: e, effect: a}
                  - {id: I03, presence: a, trace: a}
                  - null
                """);

        CliRun run = CliRun.of("assess", "score", file, "--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("a.yaml:indicators[1].trace", "a.yaml:indicators[2].effect", "indicators[3].id");
        assertThat(run.json()
                        .get("provenance")
                        .get("inputs")
                        .get(0)
                        .get("refused")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void plans_zeros_first_then_by_points_to_be_won() throws IOException {
        CliRun run = CliRun.of("assess", "plan", table("a.csv", "46a2b1c1d"), "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results").findValuesAsText("indicator")).containsExactly("I50", "I49", "I47", "I48");
        assertThat(run.result(0).get("details").get("mustNotBeZero").asBoolean())
                .isTrue();
        assertThat(run.result(1).get("value").asDouble()).isEqualTo(2.1);
        assertThat(run.result(1).get("details").get("evidence").asText()).isEqualTo("trends, awareness, satisfaction");
    }

    @Test
    void tells_what_changed_between_two_assessments() throws IOException {
        CliRun run =
                CliRun.of("assess", "compare", table("a.csv", "46b4c"), table("b.csv", "45b5c"), "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(7);
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(-1.2);
        assertThat(run.result(1).get("details").get("from").asText()).isEqualTo("pass");
        assertThat(run.result(1).get("value").asText()).isEqualTo("rectify");
        assertThat(run.result(2).get("item").get("indicator").asText()).isEqualTo("I46");
        assertThat(run.result(2).at("/details/agreement").asDouble()).isZero();
        assertThat(run.result(3).get("value").asDouble()).isEqualTo(0.98);
    }

    @Test
    void several_assessors_each_with_a_decision_and_where_they_differ() throws IOException {
        Path mixed = Files.writeString(
                folder.resolve("d.csv"),
                Files.readString(table("c.csv", "45b5c")).replace("I50,c,c,c", "I50,a,c,c"));

        CliRun run = CliRun.of(
                "assess", "compare", table("a.csv", "46b4c"), table("b.csv", "46b4c"), mixed, "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(12);
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(100.2);
        assertThat(run.result(5).get("value").asText()).isEqualTo("rectify");
        JsonNode largest = run.result(6);
        assertThat(largest.get("statistic").asText()).isEqualTo("points-at-stake");
        assertThat(largest.at("/item/indicator").asText()).isEqualTo("I46");
        assertThat(largest.get("value").asDouble()).isEqualTo(1.2);
        assertThat(largest.at("/details/grades").asText()).isEqualTo("bbb / bbb / ccc");
        // of three pairs one agrees on every part
        assertThat(largest.at("/details/agreement").asDouble()).isEqualTo(1 / 3.0);
        // presence: one pair of three; trace and effect: all
        assertThat(run.result(7).at("/details/agreement").asDouble()).isEqualTo(7 / 9.0);
        assertThat(run.result(8).get("value").asDouble()).isEqualTo(0.96);
        assertThat(run.result(9).at("/item/part").asText()).isEqualTo("presence");
        assertThat(run.result(9).get("value").asDouble())
                .isCloseTo(0.6114083983649201, within(1e-12)); // R, from the definition
        assertThat(CliRun.chinese("assess", "compare", table("a.csv", "46b4c"), mixed, mixed)
                        .out())
                .contains("相差分数", "总分", "合格", "整改", "有无");
    }

    @Test
    void assessments_that_are_alike_differ_in_nothing() throws IOException {
        CliRun run =
                CliRun.of("assess", "compare", table("a.csv", "46b4c"), table("b.csv", "46b4c"), "--format", "json");

        assertThat(run.json().get("results")).hasSize(6);
        assertThat(run.result(2).get("value").asDouble()).isEqualTo(1);
        assertThat(run.result(3).get("value").asDouble()).isEqualTo(1);
    }

    @Test
    void speaks_chinese() throws IOException {
        CliRun run = CliRun.chinese("assess", "score", table("a.csv", "46b4c"));

        assertThat(run.out()).contains("合格：100.20 分", "评定指标", "总分").doesNotContain("总量");
        assertThat(CliRun.chinese("assess", "score", "--help").out()).contains("按目录和方案");
    }

    @Nested
    class Rejects {
        @Test
        void a_name_that_is_nothing() throws IOException {
            CliRun run = CliRun.of("assess", "score", table("a.csv", "1a"), "--scheme", "CN-NATIONL");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("CN-NATIONAL");
        }

        @Test
        void a_catalogue_with_all_its_faults() throws IOException {
            Path list = Files.writeString(folder.resolve("bad.json"), """
                    {"id": "X", "version": "1", "title": "X", "note": "x", "total": 7,
                     "provenance": {"status": "derived"},
                     "indicators": [
                      {"id": "A", "title": "a", "requirements": ["4.99"], "max": 3, "provenance": {"status": "derived"}},
                      {"id": "A", "title": "b", "requirements": ["4.1.0"], "max": 3, "provenance": {"status": "derived"}}]}
                    """);

            CliRun run = CliRun.of("assess", "score", table("a.csv", "1a"), "--catalogue", list);

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("faults: 3", "4.99", "A again", "total must be the sum");
        }

        @Test
        void lists_without_points() throws IOException {
            Path file = table("a.csv", "1a");

            assertThat(CliRun.of("assess", "score", file, "--catalogue", "WHO-12")
                            .err())
                    .contains("has no total");
            assertThat(CliRun.of("assess", "score", file, "--scheme", "ISCCC").err())
                    .contains("gives no points");
        }

        @Test
        void a_table_without_a_usable_row() throws IOException {
            Path file = Files.writeString(folder.resolve("a.csv"), "indicator,presence,trace,effect\nX,a,a,a\n");

            assertThat(CliRun.of("assess", "score", file).exitCode()).isEqualTo(3);
        }
    }
}
