package org.safecommunity.cli.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @ParameterizedTest
    @CsvSource({
        "kinney, l=10 e=1 c=40, 400, very-high, red", "fine, c=25 e=6 p=3, 450, immediate, red",
        "mes, m=3 e=6 s=10, 180, level-1, red", "mes, m=5 e=1 s=10, 50, level-3, yellow",
        "ls, l=3 s=4, 12, general, yellow", "hrn, s=10 f=5 n=1 o=1, 50, low, yellow",
        "fmea, s=9 o=2 d=7, 126, high, orange", "mls, m=3 l=6 s1=10 s2=1 s3=4 s4=2, 306, level-1, red",
        "npsa, l=3 c=1, 3, low, blue"
    })
    void each_method_takes_its_factors_by_name(
            String method, String factors, String score, String band, String colour) {
        List<Object> arguments = new ArrayList<>(List.of("risk", "score", "--method", method, "--format", "json"));
        for (String factor : factors.split(" ")) {
            arguments.add("--" + factor.substring(0, factor.indexOf('=')));
            arguments.add(factor.substring(factor.indexOf('=') + 1));
        }
        CliRun run = CliRun.of(arguments.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.result(0).get("value").decimalValue()).isEqualByComparingTo(score);
        assertThat(run.result(0).at("/details/band").asText()).isEqualTo(band);
        assertThat(run.result(0).at("/details/colour").asText()).isEqualTo(colour);
    }

    @Test
    void the_action_priority_stands_beside_the_rpn_or_rates_itself() {
        CliRun rpn = json("--method", "fmea", "--s", "9", "--o", "4", "--d", "1");
        assertThat(rpn.result(0).at("/details/actionPriority").asText()).isEqualTo("M");
        CliRun priority = json("--scheme", "AIAG-VDA-AP", "--s", "9", "--o", "2", "--d", "7");
        assertThat(priority.result(0).get("value").asInt()).isEqualTo(126);
        assertThat(priority.result(0).at("/details/band").asText()).isEqualTo("H");
        assertThat(priority.result(0).at("/details/scheme").asText()).isEqualTo("AIAG-VDA-AP");
    }

    @Test
    void the_cost_of_a_measure_is_judged_by_fine_only() {
        CliRun run = json("--method", "fine", "--c", "25", "--e", "6", "--p", "3", "--cf", "4", "--dc", "2");
        assertThat(run.result(0).at("/details/costJustification").asDouble()).isEqualTo(56.25);
        assertThat(run.result(0).at("/details/justified").asBoolean()).isTrue();
        CliRun lec = json("--method", "lec", "--l", "3", "--e", "6", "--c", "7", "--cf", "4", "--dc", "2");
        assertThat(lec.exitCode()).isEqualTo(2);
        assertThat(lec.err()).contains("--cf is no factor of the scheme LEC");
    }

    @Test
    void the_highest_of_several_consequence_columns_counts() {
        assertThat(json("--method", "ls", "--l", "3", "--s", "law=2,people=4,loss=1")
                        .result(0)
                        .get("value")
                        .asInt())
                .isEqualTo(12);
        assertThat(json("--method", "ls", "--l", "3", "--s", "face=2").err())
                .contains("column face of factor s must be one of law, people, loss, stoppage, reputation");
        Path file = TextFile.of(folder, "r.csv", "id,l,s.people,s.law", "a,3,4,2", "b,3,,2", "c,3,,", "d,3,9,1");
        CliRun run = CliRun.of("risk", "score", file, "--method", "ls", "--format", "json");
        assertThat(run.json().get("results").findValuesAsText("value")).containsExactly("12", "6");
        assertThat(run.err())
                .contains(":4:s.law, s.people: must be one of 5, 4, 3, 2, 1")
                .contains(":5:s.people: ");
    }

    @Test
    void a_direct_rule_or_an_override_counts_and_keeps_the_computed_band() {
        CliRun direct = json("--method", "ls", "--l", "1", "--s", "5", "--direct", "accident-history");
        assertThat(direct.result(0).at("/details/colour").asText()).isEqualTo("red");
        assertThat(direct.result(0).at("/details/computedColour").asText()).isEqualTo("blue");
        CliRun override =
                json("--method", "ls", "--l", "1", "--s", "5", "--override", "larger", "--justification", "crowds");
        assertThat(override.result(0).at("/details/band").asText()).isEqualTo("larger");
        assertThat(override.result(0).at("/details/justification").asText()).isEqualTo("crowds");
        assertThat(json("--method", "ls", "--l", "1", "--s", "5", "--override", "larger")
                        .err())
                .contains("justification must not be blank");
        assertThat(json("--method", "ls", "--l", "1", "--s", "5", "--direct", "x")
                        .err())
                .contains("--direct must be one of mandatory-clause, accident-history");
    }

    @ParameterizedTest
    @CsvSource({
        "MIL-STD-882E, E, 3, Medium, yellow", "ICAO-9859, 4, E, T, yellow", "ISO-31010, e, 6, I, red",
        "EN-50126, Remote, Critical, U, orange", "IEC-61508, Remote, Critical, III, yellow", "NPSA, 5, 3, 15, red"
    })
    void a_matrix_rates(String id, String likelihood, String consequence, String value, String colour) {
        CliRun run =
                json("--method", "matrix", "--scheme", id, "--likelihood", likelihood, "--consequence", consequence);
        assertThat(run.result(0).get("value").asText()).isEqualTo(value);
        assertThat(run.result(0).at("/details/colour").asText()).isEqualTo(colour);
    }

    @Test
    void a_cell_may_carry_a_condition_and_a_file_is_rated_row_by_row() {
        CliRun run = json(
                "--method",
                "matrix",
                "--scheme",
                "FAA-8040.4B",
                "--likelihood",
                "E",
                "--consequence",
                "1",
                "--condition-met");
        assertThat(run.result(0).get("value").asText()).isEqualTo("Medium");
        assertThat(run.result(0).at("/details/condition").asText()).contains("no single-point");
        Path file = TextFile.of(folder, "m.csv", "likelihood,consequence", "A,1", "Z,1");
        CliRun rows =
                CliRun.of("risk", "score", file, "--method", "matrix", "--scheme", "FAA-8040.4B", "--format", "json");
        assertThat(rows.json().get("results")).hasSize(1);
        assertThat(rows.err()).contains(":3:likelihood: must be one of E, D, C, B, A");
    }

    private static CliRun json(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("risk", "score"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--format", "json"));
        return CliRun.of(arguments.toArray());
    }
}
