package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.CRASHES;
import static org.safecommunity.cli.survey.SurveyFiles.SCHOOLS;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

/** Expected numbers: R survey 4.1-1, svymean and svyciprop. */
class ProportionCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void every_level_has_a_row_and_they_add_up() {
        CliRun run = SurveyFiles.json("proportion", SCHOOLS, "--variable", "sch.wide");
        List<String> levels = new ArrayList<>();
        double sum = 0;
        for (JsonNode row : run.json().get("results")) {
            levels.add(row.get("item").get("level").asText());
            assertThat(row.get("item").get("variable").asText()).isEqualTo("sch.wide");
            assertThat(row.get("interval").get("method").asText()).isEqualTo("beta");
            sum += row.get("value").asDouble();
        }
        assertThat(levels).containsExactly("Yes", "No");
        assertThat(sum).isEqualTo(1);
        assertNumber(run.json().get("results").get(0).get("value"), 0.8279480114);
        assertNumber(run.json().get("results").get(0).get("interval").get("lower"), 0.7741713286);
        assertThat(run.json()
                        .get("results")
                        .get(0)
                        .get("details")
                        .get("publish")
                        .asText())
                .isEqualTo("yes");
    }

    /** The national sample of crashes: 26,005 occupants in 27 primary units. */
    @Test
    void shares_of_the_crash_sample() {
        CliRun run = SurveyFiles.json("proportion", CRASHES, "--variable", "dead", "--value", "dead");
        assertThat(run.json().get("results")).hasSize(1);
        JsonNode died = run.json().get("results").get(0);
        assertThat(died.get("n").asLong()).isEqualTo(26_005);
        assertNumber(died.get("value"), 0.0054061031840008);
        assertNumber(died.get("standardError"), 0.0006775126332831);
        assertNumber(died.get("interval").get("lower"), 0.0041031657523);
        assertNumber(died.get("interval").get("upper"), 0.0069895808389);
        assertNumber(died.get("details").get("designEffect"), 2.2247264894);
        assertThat(died.get("details").get("df").asInt()).isEqualTo(26);
        assertThat(SurveyFiles.warnings(run)).containsExactly("zero-weight");
        JsonNode belted = SurveyFiles.json(
                        "proportion",
                        CRASHES,
                        "--variable",
                        "dead",
                        "--value",
                        "dead",
                        "--by",
                        "seatbelt",
                        "--interval",
                        "logit")
                .json()
                .get("results");
        assertThat(belted.get(0).get("group").get("seatbelt").asText()).isEqualTo("belted");
        assertNumber(belted.get(0).get("value"), 0.0028100655938);
        assertNumber(belted.get(0).get("standardError"), 0.00032194443587);
        assertNumber(belted.get(1).get("standardError"), 0.00201707381097);
        JsonNode jackknife = SurveyFiles.json(
                        "proportion", CRASHES, "--variable", "dead", "--value", "dead", "--variance", "jk1")
                .json()
                .get("results")
                .get(0);
        assertNumber(jackknife.get("standardError"), 0.00073192735231);
        JsonNode women = SurveyFiles.json(
                        "proportion",
                        CRASHES,
                        "--variable",
                        "dead",
                        "--value",
                        "dead",
                        "--where",
                        "sex = f",
                        "--where",
                        "seatbelt = none")
                .json()
                .get("results")
                .get(0);
        assertNumber(women.get("value"), 0.013008481821);
        assertNumber(women.get("standardError"), 0.0015730255943);
    }

    @Test
    void nobody_of_a_group_in_a_level_has_one_sided_limits_and_a_warning() {
        String file = SurveyFiles.small(folder);
        CliRun run = SurveyFiles.json(
                "proportion", SurveyFiles.design(file), "--variable", "sex", "--value", "m", "--where", "sex = f");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("m is no category of sex", "Its categories are f.");
        JsonNode all = SurveyFiles.json(
                        "proportion", SurveyFiles.design(file), "--variable", "sex", "--where", "sex = f")
                .json()
                .get("results")
                .get(0);
        assertThat(all.get("status").asText()).isEqualTo("all-events");
        assertNumber(all.get("interval").get("lower"), Math.pow(0.025, 1 / 4d));
        assertThat(all.get("warnings").get(0).get("code").asText()).isEqualTo("survey-edge");
    }

    @Test
    void a_column_without_any_value_is_exit_3() {
        String file = SurveyFiles.file(folder, "empty.csv", "a,b", "1,", "2,", "3,NA");
        CliRun run = CliRun.of("survey", "proportion", file, "--variable", "b");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("b has no category: every value is missing");
        CliRun method = CliRun.of("survey", "proportion", file, "--variable", "a", "--interval", "magic");
        assertThat(method.exitCode()).isEqualTo(2);
        assertThat(method.err()).contains("--interval must be one of beta, logit, wald, wilson, was magic");
    }

    @Test
    void a_column_that_is_no_category_is_exit_2() {
        String[] lines = new String[1002];
        lines[0] = "id,sex";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = i + "," + (i % 2 == 0 ? "f" : "m");
        }
        String file = SurveyFiles.file(folder, "ids.csv", lines);
        CliRun levels = CliRun.of("survey", "proportion", file, "--variable", "id");
        assertThat(levels.exitCode()).isEqualTo(2);
        assertThat(levels.err()).contains("id has 1001 categories, more than 1000");
        CliRun table = CliRun.of("survey", "crosstab", file, "--row", "id", "--column", "sex");
        assertThat(table.exitCode()).isEqualTo(2);
        assertThat(table.err()).contains("id × sex has 2002 categories, more than 1000");
        CliRun one = CliRun.of("survey", "proportion", file, "--variable", "id", "--value", "7");
        assertThat(one.exitCode()).isZero();
    }
}
