package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.CRASHES;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

/** Expected numbers: R survey 4.1-1, svyglm; the statistics themselves are compared in the library. */
class RegressCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun small(String... options) {
        return SurveyFiles.json("regress", SurveyFiles.design(SurveyFiles.small(folder)), options);
    }

    private static CliRun deaths(String... more) {
        List<String> options = new ArrayList<>(
                List.of("--model", "logistic", "--response", "dead", "--value", "dead", "--terms", "airbag=none"));
        options.addAll(List.of(more));
        return SurveyFiles.json("regress", CRASHES, options.toArray(String[]::new));
    }

    private static double slope(CliRun run) {
        return run.json().get("results").get(1).get("value").asDouble();
    }

    @Test
    void coefficients_ratios_and_tests_of_terms_have_rows() {
        JsonNode rows = deaths().json().get("results");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).get("item").get("term").asText()).isEqualTo("(Intercept)");
        assertThat(rows.get(1).get("statistic").asText()).isEqualTo("coefficient");
        assertThat(rows.get(1).get("item").get("term").asText()).isEqualTo("airbag=airbag");
        assertThat(rows.get(1).get("test").get("df").get(0).asInt()).isEqualTo(25);
        assertThat(rows.get(2).get("statistic").asText()).isEqualTo("odds-ratio");
        assertThat(rows.get(2).get("interval").get("lower").asDouble()).isPositive();
        assertThat(rows.get(3).get("statistic").asText()).isEqualTo("term-test");
        assertThat(rows.get(3).get("test").get("method").asText()).isEqualTo("wald-f");
    }

    @Test
    void airbags_seem_to_protect_over_all_speeds_and_not_in_hard_crashes_with_weights() {
        String[] hard = {
            "--where", "impact_speed_kmh != 1-9km/h",
            "--where", "impact_speed_kmh != 10-24",
            "--where", "impact_speed_kmh != 25-39"
        };
        assertThat(slope(deaths())).isBetween(-0.6225, -0.6215);
        assertThat(slope(deaths(hard))).isBetween(0.2015, 0.2025);
    }

    @Test
    void person_time_is_an_offset_of_a_poisson_model() {
        JsonNode rows = small("--model", "poisson", "--response", "y", "--terms", "sex=m", "--person-time", "x")
                .json()
                .get("results");
        assertThat(rows.get(1).get("item").get("term").asText()).isEqualTo("sex=f");
        assertThat(rows.get(2).get("statistic").asText()).isEqualTo("rate-ratio");
        double ratio = rows.get(2).get("value").asDouble();
        double women = (10 * 62 + 8 * 48 + 20 * 41 + 25 * 69) / (10 * 3 + 8 + 20 + 25 * 4.0);
        double men = (12 * 70 + 9 * 59 + 18 * 57 + 22 * 50) / (12 * 5 + 9 * 2 + 18 * 3 + 22 * 2.0);
        assertThat(ratio / (women / men)).isBetween(1 - 1e-12, 1 + 1e-12);
    }

    @Test
    void help_is_in_both_languages() {
        assertThat(CliRun.of("survey", "regress", "--help").out()).contains("Example:  safety survey regress");
        assertThat(CliRun.chinese("survey", "regress", "--help").out()).contains("示例", "线性、Logistic 或 Poisson 回归");
    }

    @Nested
    class Rejects {
        private void assertUsage(CliRun run, String message) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(message);
        }

        @Test
        void what_makes_no_model() {
            assertUsage(small("--response", "y", "--terms", "x,x"), "named once");
            assertUsage(small("--response", "y", "--terms", "x:sex:answer"), "product must be of two terms");
            assertUsage(small("--response", "y", "--terms", "sex=q"), "f, m");
            assertUsage(small("--response", "y", "--terms", "x", "--model", "probit"), "linear, logistic, poisson");
            assertUsage(small("--response", "y", "--terms", "sex", "--person-time", "x"), "--person-time goes with");
            assertUsage(small("--response", "y", "--terms", "x", "--model", "logistic"), "--value");
            assertUsage(
                    small("--response", "answer", "--value", "perhaps", "--terms", "x", "--model", "logistic"),
                    "No row has perhaps");
            assertUsage(small("--response", "y", "--terms", "x,w,h,psu,sex,answer,x:w,x:h,x:psu"), "cannot be fitted");
        }
    }
}
