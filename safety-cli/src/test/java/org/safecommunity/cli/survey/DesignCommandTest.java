package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.CRASHES;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

class DesignCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Map<String, JsonNode> values(CliRun run) {
        Map<String, JsonNode> values = new HashMap<>();
        run.json().get("results").forEach(row -> values.put(row.get("statistic").asText(), row.get("value")));
        return values;
    }

    @Test
    void a_design_describes_itself() {
        CliRun run = SurveyFiles.json("design", SurveyFiles.design(SurveyFiles.small(folder)));
        assertThat(run.exitCode()).isZero();
        Map<String, JsonNode> values = values(run);
        assertThat(values.get("respondents")).hasToString("8");
        assertThat(values.get("strata")).hasToString("2");
        assertThat(values.get("primary-units")).hasToString("4");
        assertThat(values.get("degrees-of-freedom")).hasToString("2");
        assertNumber(Objects.requireNonNull(values.get("sum-of-weights")), 124);
        double squares = 100 + 144 + 64 + 81 + 400 + 324 + 625 + 484;
        assertNumber(Objects.requireNonNull(values.get("kish-design-effect")), 8 * squares / (124 * 124));
        assertThat(SurveyFiles.warnings(run)).contains("whole-weights", "few-df");
    }

    @Test
    void what_looks_wrong_is_said_with_the_way_out() {
        CliRun lonely = SurveyFiles.json(
                "design",
                SurveyFiles.design(SurveyFiles.small(folder, "30,3,31,40,1,yes,f")),
                "--by",
                "h",
                "--id",
                "y");
        assertThat(lonely.exitCode()).as(lonely.err()).isZero();
        assertThat(SurveyFiles.warnings(lonely)).contains("lonely-psu", "domain-in-one-unit");
        assertThat(lonely.err() + lonely.out()).contains("--lonely-psu (adjust, average, certainty, remove)");
        CliRun twice = SurveyFiles.json("design", SurveyFiles.design(SurveyFiles.small(folder)), "--id", "answer");
        assertThat(SurveyFiles.warnings(twice)).contains("repeated-ids");
        CliRun none = SurveyFiles.json("design", new String[] {SurveyFiles.small(folder)});
        assertThat(SurveyFiles.warnings(none)).contains("no-weights", "design-not-used");
        assertThat(SurveyFiles.warnings(SurveyFiles.json("design", CRASHES))).contains("uneven-weights", "zero-weight");
    }

    @Test
    void help_is_in_both_languages() {
        assertThat(CliRun.of("survey", "design", "--help").out()).contains("Example:  safety survey design");
        assertThat(CliRun.chinese("survey", "design", "--help").out()).contains("示例", "Kish 效应");
    }
}
