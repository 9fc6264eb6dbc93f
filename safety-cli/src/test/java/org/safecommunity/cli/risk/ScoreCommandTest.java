package org.safecommunity.cli.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class ScoreCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** D = L × E × C; five levels from 320, 160, 70 and 20, lower bounds inclusive (Graham &amp; Kinney). */
    @ParameterizedTest
    @CsvSource({
        "10,6,15,900,red",
        "10,10,40,4000,red",
        "3,6,15,270,orange",
        "1,10,7,70,yellow",
        "0.2,6,15,18,blue",
        "3,6,1,18,blue"
    })
    void scores_are_exact(String l, String e, String c, String score, String colour) {
        CliRun run = CliRun.of("risk", "score", "--method", "lec", "--l", l, "--e", e, "--c", c, "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.result(0).get("statistic").asText()).isEqualTo("score");
        assertThat(run.result(0).get("value").decimalValue()).isEqualByComparingTo(score);
        assertThat(run.result(0).at("/details/colour").asText()).isEqualTo(colour);
        assertThat(run.result(0).at("/details/scheme").asText()).isEqualTo("LEC");
        assertThat(run.result(0).at("/details/policy").asText()).isEqualTo("lower-inclusive");
    }

    @Test
    void the_policy_decides_who_owns_a_bound() {
        CliRun lower =
                CliRun.of("risk", "score", "--method", "lec", "--l", "1", "--e", "10", "--c", "7", "--format", "json");
        CliRun upper = CliRun.of(
                "risk",
                "score",
                "--method",
                "lec",
                "--l",
                "1",
                "--e",
                "10",
                "--c",
                "7",
                "--policy",
                "upper-inclusive",
                "--format",
                "json");
        assertThat(lower.result(0).at("/details/colour").asText()).isEqualTo("yellow");
        assertThat(upper.result(0).at("/details/colour").asText()).isEqualTo("blue");
    }

    @Test
    void each_row_of_a_file_is_scored_and_bad_rows_are_named_in_the_readers_language() {
        Path file = TextFile.of(folder, "r.csv", "id,l,e,c", "a,3,6,15", "b,4,6,15", "c,高,6,15", "d,1,1,1");
        CliRun run = CliRun.of("risk", "score", file, "--method", "lec", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results").findValues("item"))
                .extracting(Object::toString)
                .containsExactly("{\"line\":\"2\",\"id\":\"a\"}", "{\"line\":\"5\",\"id\":\"d\"}");
        assertThat(run.err())
                .contains(file + ":3:l: must be one of 10, 6, 3, 1, 0.5, 0.2, 0.1, was \"4\".")
                .contains(file + ":4:l: must be one of 10, 6, 3, 1, 0.5, 0.2, 0.1, was a text of 1 characters.")
                .endsWith(": 4 rows read, 2 used, 2 refused\n");
        assertThat(CliRun.chinese("risk", "score", file, "--method", "lec").err())
                .contains(":4:l: 须为 10, 6, 3, 1, 0.5, 0.2, 0.1 之一，实为 1 个字符的文本。");
        assertThat(CliRun.of("risk", "score", file, "--method", "lec", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void rows_are_selected_and_a_guessed_charset_is_said() {
        Path file = TextFile.of(folder, "r.csv", Charset.forName("GB18030"), "地点,l,e,c", "城东,3,6,15", "城西,1,1,1");
        CliRun run = CliRun.of("risk", "score", file, "--method", "lec", "--where", "地点 = 城西", "--format", "json");
        assertThat(run.json().get("results")).hasSize(1);
        assertThat(run.result(0).get("value").asInt()).isEqualTo(1);
        assertThat(run.err()).contains(" is not UTF-8; it was read as GB18030.");
    }

    @Test
    void a_file_without_usable_rows_is_exit_3() {
        Path file = TextFile.of(folder, "r.csv", "l,e,c", "4,6,15");
        CliRun run = CliRun.of("risk", "score", file, "--method", "lec");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("r.csv has no row that can be used (1 rows read, 1 refused). ");
    }

    @Test
    void a_missing_factor_column_is_exit_2() {
        Path file = TextFile.of(folder, "r.csv", "l,e", "3,6");
        CliRun run = CliRun.of("risk", "score", file, "--method", "lec");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("r.csv has no column c\n");
    }
}
