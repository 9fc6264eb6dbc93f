package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

class LikertCommandTest {
    private static final String[] DESIGN = {
        "../examples/tables/questionnaire.csv", "--weight", "weight", "--strata", "stratum", "--cluster", "village"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String file(String... cells) {
        String[] lines = new String[cells.length + 1];
        lines[0] = "q";
        System.arraycopy(cells, 0, lines, 1, cells.length);
        return SurveyFiles.file(folder, "likert.csv", lines);
    }

    /** Ten people, one in each pair of levels counted by hand. */
    @Test
    void shares_net_score_and_mean() {
        CliRun run = CliRun.of(
                "survey",
                "likert",
                file("1", "2", "3", "3", "4", "4", "4", "5", "5", "5"),
                "--items",
                "q",
                "--format",
                "json");
        JsonNode rows = run.json().get("results");
        assertThat(rows.get(0).get("statistic").asText()).isEqualTo("top-box");
        assertThat(rows.get(0).get("value").asDouble()).isEqualTo(0.6);
        assertThat(rows.get(1).get("statistic").asText()).isEqualTo("net-score");
        SurveyFiles.assertNumber(rows.get(1).get("value"), 0.4);
        // variance of the signs over 10: (8 − 1.6)/9/10
        SurveyFiles.assertNumber(rows.get(1).get("standardError"), Math.sqrt((8 - 1.6) / 90));
        SurveyFiles.assertNumber(rows.get(2).get("value"), 3.6);
        double[] shares = {0.1, 0.1, 0.2, 0.3, 0.3};
        for (int i = 0; i < 5; i++) {
            assertThat(rows.get(3 + i).get("item").get("level").asText()).isEqualTo(String.valueOf(i + 1));
            SurveyFiles.assertNumber(rows.get(3 + i).get("value"), shares[i]);
        }
    }

    @Test
    void bars_diverge_from_the_middle() {
        CliRun run =
                CliRun.of("survey", "likert", file("1", "2", "3", "3", "4", "4", "4", "5", "5", "5"), "--items", "q");
        // half width 30: left 0.3, so the bar starts at 21; levels take 3, 3, 6, 9, 9 columns
        assertThat(run.out())
                .contains("q    20% " + " ".repeat(21) + "###===...|...=========#########" + " ".repeat(10) + "60%");
        assertThat(run.out()).contains("# 1  = 2  . 3  = 4  # 5");
    }

    @Test
    void a_questionnaire_gives_items_levels_and_answers_that_are_none() throws IOException {
        Path plot = folder.resolve("bars.svg");
        CliRun run = SurveyFiles.json(
                "likert", DESIGN, "--questionnaire", "safe-community", "--items", "s3", "--plot", plot.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("n").asInt()).isEqualTo(148);
        String svg = Files.readString(plot);
        assertThat(svg).contains("Very satisfied", ">s3</text>").doesNotContain("NaN");
        assertThat(parsed(plot)).isEqualTo("svg");
    }

    private static String parsed(Path file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement()
                    .getTagName();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_answer_off_the_scale_is_told_and_not_used() {
        CliRun run = CliRun.of(
                "survey", "likert", file("1", "6", "", "5", "word"), "--items", "q", "--strict", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.result(0).get("n").asInt()).isEqualTo(2);
        assertThat(run.err()).contains("likert.csv:3:q", "likert.csv:6:q").doesNotContain("word");
    }

    @Test
    void wrong_usage_says_what_to_do() {
        String file = file("1", "2");
        assertWrong(CliRun.of("survey", "likert", file), "needs --items or --questionnaire");
        assertWrong(CliRun.of("survey", "likert", file, "--items", "q", "--levels", "2,1"), "rising order, was 2,1");
        assertWrong(CliRun.of("survey", "likert", file, "--items", "q", "--top", "5"), "--top 5 does not fit");
        assertWrong(
                CliRun.of("survey", "likert", file, "--items", "q", "--questionnaire", "safe-community"),
                "q is no rated item");
        assertWrong(
                CliRun.of("survey", "likert", file, "--levels", "1,2", "--questionnaire", "safe-community"),
                "do not go together");
    }

    private static void assertWrong(CliRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
