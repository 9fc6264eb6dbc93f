package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.cli.CliRun;

/** Scores of a questionnaire, the questionnaire itself, and rated items. */
class ScoreCommandTest {
    private static final String FILE = "../examples/tables/questionnaire.csv";
    private static final CliRun EXAMPLE = CliRun.of(
            "survey",
            "score",
            FILE,
            "--questionnaire",
            "safe-community",
            "--id",
            "id",
            "--weight",
            "weight",
            "--strata",
            "stratum",
            "--cluster",
            "village",
            "--fpc",
            "villages",
            "--format",
            "json");
    private static final String SMALL_FORM = """
            id: small
            title: {en: Small, zh: 小}
            source: {en: test, zh: 测试}
            mark: proposal
            items:
              - id: q1
                text: {en: One, zh: 一}
                options: [{code: "1"}, {code: "2"}]
                key: ["1"]
              - id: q2
                text: {en: Two, zh: 二}
                options: [{code: "1", value: 1}, {code: "2", value: 2}, {code: "3", value: 3}]
                ask-if: {item: q1, answers: ["1"]}
              - {id: say, text: {en: Say, zh: 说}}
            scales:
              - {id: know, title: {en: Know, zh: 知晓}, kind: awareness, items: [q1]}
              - {id: like, title: {en: Like, zh: 满意}, kind: satisfaction, items: [q2], top: 1}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String form(String text) throws IOException {
        return Files.writeString(folder.resolve("form.yaml"), text).toString();
    }

    private String answers(String... rows) {
        List<String> lines = new ArrayList<>(List.of("id,q1,q2,say,sex"));
        lines.addAll(List.of(rows));
        return SurveyFiles.file(folder, "answers.csv", lines.toArray(String[]::new));
    }

    private static JsonNode row(CliRun run, String key, String of, String statistic) {
        for (JsonNode row : run.json().get("results")) {
            if (row.get("statistic").asText().equals(statistic)
                    && row.get("item").path(key).asText().equals(of)) {
                return row;
            }
        }
        throw new AssertionError("no row " + of + " " + statistic + " in " + run.out());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "score.reference.csv", useHeadersInDisplayName = true)
    void estimates_agree_with_r(String scale, String statistic, double value, double se, double lower, double upper) {
        assertThat(EXAMPLE.exitCode()).isZero();
        JsonNode row = row(EXAMPLE, "scale", scale, statistic);
        assertThat(row.get("value").asDouble()).isCloseTo(value, within(1e-9 * value));
        assertThat(row.get("standardError").asDouble()).isCloseTo(se, within(1e-9 * se));
        assertThat(row.get("interval").get("lower").asDouble()).isCloseTo(lower, within(1e-7 * lower));
        assertThat(row.get("interval").get("upper").asDouble()).isCloseTo(upper, within(1e-7 * upper));
        assertThat(row.get("details").get("publish").asText()).isIn("yes", "review", "suppress");
    }

    @Test
    void counts_item_nonresponse_and_leaves_free_text_alone() {
        JsonNode row = row(EXAMPLE, "item", "s3", "item-nonresponse");
        assertThat(row.get("details").get("due").asInt()).isEqualTo(160);
        assertThat(row.get("details").get("noAnswer").asInt()).isEqualTo(12);
        assertThat(row.get("value").asDouble()).isEqualTo(12 / 160d);
        assertThat(row(EXAMPLE, "item", "b2", "item-nonresponse")
                        .get("details")
                        .get("notAsked")
                        .asInt())
                .isEqualTo(74);
        assertThat(EXAMPLE.out()).doesNotContain("\"remark\"");
    }

    @Test
    void writes_the_scores_of_each_person() throws IOException {
        Path scores = folder.resolve("scores.csv");
        CliRun run = CliRun.of(
                "survey",
                "score",
                answers("a,1,3,secret,f", "b,2,,,m", "c,,,,m"),
                "--questionnaire",
                form(SMALL_FORM),
                "--id",
                "id",
                "--by",
                "sex",
                "--scores",
                scores);
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllLines(scores))
                .containsExactly(
                        "id,sex,know_score,know_index,know_counted,know_answered,know_due,"
                                + "like_score,like_index,like_counted,like_answered,like_due",
                        "a,f,1,100,1,1,1,3,100,1,1,1",
                        "b,m,0,0,0,1,1,,,0,0,0",
                        "c,m,,,0,0,1,,,0,0,0");
    }

    @Test
    void everybody_keeps_one_sided_limits_of_persons_and_nobody_is_no_data() throws IOException {
        CliRun run = CliRun.of(
                "survey",
                "score",
                answers("a,1,3,,f", "b,1,3,,f", "c,2,,,m", "d,2,,,m"),
                "--questionnaire",
                form(SMALL_FORM),
                "--by",
                "sex",
                "--format",
                "json");
        JsonNode women = run.result(0);
        assertThat(women.get("status").asText()).isEqualTo("all-events");
        assertThat(women.get("interval").get("upper").asDouble()).isEqualTo(1);
        assertThat(women.get("interval").get("lower").asDouble()).isCloseTo(Math.sqrt(0.025), within(1e-12));
        boolean empty = false;
        for (JsonNode row : run.json().get("results")) {
            if (row.get("group").get("sex").asText().equals("m")
                    && row.get("statistic").asText().equals("satisfaction-rate")) {
                assertThat(row.get("value").isNull()).isTrue();
                assertThat(row.get("status").asText()).isEqualTo("empty-domain");
                empty = true;
            }
        }
        assertThat(empty).isTrue();
    }

    @Test
    void faults_of_the_data_are_told_by_row_and_column_without_free_text() throws IOException {
        String file = answers("a,7,,secret,f", "b,2,3,,m", "b,1,1,,m", ",1,1,,m", "e,private,2,,f");
        String[] arguments = {"survey", "score", file, "--questionnaire", form(SMALL_FORM), "--id", "id"};
        CliRun run = CliRun.of((Object[]) arguments);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains(
                        "answers.csv:2:q1: the answer is \"7\", which the item does not have. Answers are 1, 2",
                        "answers.csv:3:q2: there is an answer (\"3\") to an item that was to be skipped."
                                + " It is asked only if q1 is 1",
                        "answers.csv:4:id: the identifier is a text of 1 characters, as in line 3",
                        "answers.csv:5:id",
                        "answers.csv:6:q1: the answer is a text of 7 characters")
                .doesNotContain("secret", "private");
        assertThat(CliRun.of("survey", "score", file, "--questionnaire", form(SMALL_FORM), "--id", "id", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void a_faulty_questionnaire_is_refused_with_every_fault() throws IOException {
        String bad = SMALL_FORM
                .replace("key: [\"1\"]", "key: [\"8\"]")
                .replace("mark: proposal", "mark: mine")
                .replace("kind: awareness", "kind: knowledge")
                .replace("items: [q2]", "items: [q9]")
                .replace("  - {id: say, text", "  - {id: say, words: 1, text");
        CliRun run = CliRun.of("survey", "questionnaire", form(bad));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "faults: 5",
                        "words",
                        "mark must be one of official, published, proposal, was mine",
                        "scales[1]: kind must be one of awareness",
                        "The key of the item q1 names 8, which is no option of it; options are 1, 2.",
                        "The scale like names q9, which is no item.");
        assertThat(CliRun.chinese("survey", "questionnaire", form(bad)).err()).contains("题目 q1 的答案 8 不是它的选项");
    }

    @Test
    void a_questionnaire_is_shown_with_its_standing() {
        CliRun run = CliRun.of("survey", "questionnaire", "safe-community", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(row(run, "item", "b2", "item").get("details").get("askIf").asText())
                .isEqualTo("b1 = yes");
        assertThat(SurveyFiles.warnings(run)).containsExactly("questionnaire-proposal");
    }

    @Test
    void wrong_usage_says_what_to_do() throws IOException {
        assertThat(CliRun.of("survey", "score", FILE, "--questionnaire", "safe-comunity")
                        .err())
                .contains("safe-community");
        CliRun columns = CliRun.of("survey", "score", answers("a,1,1,,f"), "--questionnaire", "safe-community");
        assertThat(columns.exitCode()).isEqualTo(2);
        assertThat(columns.err()).contains("has no column for these items: k1, k2, k3");
    }
}
