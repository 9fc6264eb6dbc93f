package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safecommunity.cli.CliRun;

/** Expected numbers: OpenEpi, R epiR and power.prop.test, as in the tests of the plans. */
class SizeCommandTest {
    private static CliRun size(String... options) {
        List<String> all = new ArrayList<>(List.of("survey", "size", "--format", "json"));
        all.addAll(List.of(options));
        return CliRun.of(all.toArray());
    }

    private static void assertWrong(CliRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void proportion_and_mean() {
        JsonNode row = size("--proportion", "0.5", "--margin", "0.05")
                .json()
                .get("results")
                .get(0);
        assertThat(row.get("statistic").asText()).isEqualTo("sample-size");
        assertThat(row.get("value").asDouble()).isEqualTo(385);
        assertThat(row.get("unit").asText()).isEqualTo("persons");
        JsonNode asked = size(
                        "--proportion",
                        "0.5",
                        "--margin",
                        "0.05",
                        "--population",
                        "6194",
                        "--design-effect",
                        "1.5",
                        "--response-rate",
                        "0.8")
                .json()
                .get("results")
                .get(0);
        assertNumber(asked.get("details").get("unrounded"), 361.76779962 * 1.5 / 0.8);
        assertThat(asked.get("value").asDouble()).isEqualTo(679);
        JsonNode mean = size("--standard-deviation", "15", "--margin", "2")
                .json()
                .get("results")
                .get(0);
        assertThat(mean.get("value").asDouble()).isEqualTo(217);
    }

    @Test
    void two_groups() {
        JsonNode row = size("--proportions", "0.4,0.3").json().get("results").get(0);
        assertThat(row.get("value").asDouble()).isEqualTo(356);
        assertThat(size("--proportions", "0.4,0.3", "--power", "0.9")
                        .json()
                        .get("results")
                        .get(0)
                        .get("value")
                        .asDouble())
                .isGreaterThan(356);
    }

    private static JsonNode only(String... options) {
        return size(options).json().get("results").get(0);
    }

    @Test
    void clusters_multiply_the_design_effect_and_are_counted() {
        JsonNode row = only("--proportion", "0.5", "--margin", "0.05", "--icc", "0.05", "--take", "20");
        assertNumber(row.get("details").get("clusterEffect"), 1.95);
        assertNumber(row.get("details").get("unrounded"), 384.14588206941227 * 1.95);
        assertThat(row.get("value").asInt()).isEqualTo(750);
        assertThat(row.get("details").get("clusters").asInt()).isEqualTo(38);
    }

    /** Expected: R power.t.test(delta = 5, sd = 15, power = 0.8) gives 142.2466. */
    @Test
    void two_means() {
        JsonNode row = only("--standard-deviation", "15", "--difference", "5");
        assertThat(row.get("value").asInt()).isEqualTo(143);
        assertThat(only("--standard-deviation", "15", "--difference", "5", "--response-rate", "0.5")
                        .get("value")
                        .asInt())
                .isEqualTo(285);
    }

    /** (z_0.95 + z_0.9)²·2·0.25/0.1², and the margin of a difference z²·2·0.25/0.1². */
    @Test
    void equivalence_and_margin_of_a_difference() {
        double z = 1.6448536269514722 + 1.2815515655446004;
        JsonNode same = only("--proportions", "0.5,0.5", "--equivalence", "0.1");
        assertNumber(same.get("details").get("unrounded"), z * z * 50);
        JsonNode margin = only("--proportions", "0.5,0.5", "--margin", "0.1");
        assertNumber(margin.get("details").get("unrounded"), Math.pow(1.959963984540054, 2) * 50);
    }

    @Test
    void wrong_usage_is_exit_2() {
        assertWrong(size(), "one of --proportion, --standard-deviation and --proportions must be given");
        assertWrong(size("--proportion", "0.5"), "--margin must be given");
        assertWrong(size("--proportion", "1.5", "--margin", "0.1"), "p must be");
        assertWrong(size("--proportion", "0.5", "--margin", "0.1", "--power", "0.8"), "--power goes with two groups");
        assertWrong(size("--proportion", "0.5", "--margin", "0.1", "--level", "95"), "--level must be between 0 and 1");
        assertWrong(size("--proportions", "0.4,0.3", "--population", "1000"), "do not go with two groups");
        assertWrong(size("--proportions", "0.4,0.3", "--difference", "0.1"), "--difference goes with");
        assertWrong(
                size("--standard-deviation", "2", "--difference", "1", "--margin", "1"), "do not go with two groups");
        assertWrong(size("--proportion", "0.5", "--margin", "0.1", "--icc", "0.1"), "--icc and --take go together");
        assertWrong(
                size("--proportion", "0.5", "--margin", "0.1", "--icc", "2", "--take", "3"),
                "--icc must be from 0 to 1");
        assertWrong(
                size("--standard-deviation", "2", "--difference", "3", "--equivalence", "1"),
                "margin must be greater than the difference expected, was 1 and 3");
        assertWrong(size("--proportions", "0.4"), "--proportions must be two numbers, was 1");
        assertWrong(size("--proportion", "0.5", "--margin", "0.1", "--response-rate", "80"), "responseRate must be");
    }

    @Test
    void working_is_in_both_languages() {
        CliRun run = CliRun.chinese("survey", "size", "--proportion", "0.5", "--margin", "0.05", "--explain");
        assertThat(run.out()).contains("须调查人数", "z²·p(1 − p)/d²");
    }
}
