package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.SCHOOLS;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.CliRun;

/** Expected numbers: R survey 4.1-1, svycontrast of svyby(covmat = TRUE) on the same file and design. */
class ContrastOptionsTest {
    private static CliRun mean(String... options) {
        return SurveyFiles.json("mean", SCHOOLS, options);
    }

    @Test
    void a_contrast_is_a_row_after_the_domains() {
        CliRun run = mean("--variable", "api00", "--by", "stype", "--contrast", "E=1,H=-1/2,M=-1/2");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(4);
        JsonNode row = run.json().get("results").get(3);
        assertThat(row.get("statistic").asText()).isEqualTo("contrast");
        assertThat(row.get("group")).isEmpty();
        assertThat(row.get("item").get("variable").asText()).isEqualTo("api00");
        assertThat(row.get("item").get("contrast").asText()).isEqualTo("E=1,H=-1/2,M=-1/2");
        assertNumber(row.get("value"), 43.22);
        assertNumber(row.get("standardError"), 16.5781315652376);
        assertThat(row.get("test").get("method").asText()).isEqualTo("t");
        assertThat(row.get("test").get("df").get(0).asInt()).isEqualTo(197);
        assertThat(row.get("inputs").get("coefficients").toString()).isEqualTo("[1,-0.5,-0.5]");
        assertThat(run.json()
                        .get("provenance")
                        .get("options")
                        .get("contrast")
                        .get(0)
                        .asText())
                .isEqualTo("E=1,H=-1/2,M=-1/2");
    }

    @Test
    void p_values_of_several_are_adjusted_on_request() {
        CliRun run = mean(
                "--variable",
                "api00",
                "--by",
                "stype",
                "--contrast",
                "E=1,H=-1",
                "--contrast",
                "H=1,M=-1",
                "--adjust",
                "bonferroni");

        JsonNode first = run.json().get("results").get(3);
        double p = first.get("test").get("pValue").asDouble();
        assertThat(first.get("details").get("adjustedP").asDouble()).isEqualTo(Math.min(1, 2 * p));
    }

    @Test
    void domains_of_several_columns_are_joined_and_totals_ratios_and_proportions_combine_too() {
        CliRun total = SurveyFiles.json(
                "total", SCHOOLS, "--variable", "enroll", "--by", "stype,awards", "--contrast", "\"E/Yes\"=1,E/No=-1");
        CliRun share = SurveyFiles.json(
                "proportion",
                SCHOOLS,
                "--variable",
                "awards",
                "--value",
                "Yes",
                "--by",
                "stype",
                "--contrast",
                "E=1,H=-1");
        CliRun ratio = SurveyFiles.json(
                "ratio",
                SCHOOLS,
                "--numerator",
                "api.stu",
                "--denominator",
                "enroll",
                "--by",
                "stype",
                "--contrast",
                "E=1,H=-1");

        JsonNode rows = total.json().get("results");
        double yes = 0;
        double no = 0;
        for (JsonNode row : rows) {
            if (row.get("group").path("stype").asText().equals("E")) {
                yes += row.get("group").get("awards").asText().equals("Yes")
                        ? row.get("value").asDouble()
                        : 0;
                no += row.get("group").get("awards").asText().equals("No")
                        ? row.get("value").asDouble()
                        : 0;
            }
        }
        assertNumber(rows.get(rows.size() - 1).get("value"), yes - no);
        for (CliRun run : new CliRun[] {share, ratio}) {
            JsonNode results = run.json().get("results");
            assertThat(results).hasSize(4);
            double expected = results.get(0).get("value").asDouble()
                    - results.get(2).get("value").asDouble();
            assertNumber(results.get(3).get("value"), expected);
        }
    }

    @Test
    void a_domain_that_the_filter_empties_is_no_data() {
        for (String verb : List.of("mean", "total", "proportion")) {
            CliRun run = SurveyFiles.json(
                    verb,
                    SCHOOLS,
                    "--variable",
                    verb.equals("proportion") ? "sch.wide" : "api00",
                    "--by",
                    "stype",
                    "--where",
                    "stype=E",
                    "--contrast",
                    "E=1,H=-1");
            JsonNode results = run.json().get("results");
            JsonNode contrast = results.get(results.size() - 1);

            assertThat(run.exitCode()).as(verb).isZero();
            assertThat(contrast.get("statistic").asText()).isEqualTo("contrast");
            assertThat(contrast.get("value").isNull()).isTrue();
            assertThat(contrast.get("status").asText()).isEqualTo("empty-domain");
            assertThat(contrast.get("details").get("publish").asText()).isEqualTo("suppress");
        }
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @ValueSource(strings = {"E", "E=1,E=2", "E=x", "E=1/0", "=1", "E=1;H=2", "E=1,,H=1"})
        void what_is_no_contrast(String contrast) {
            CliRun run = mean("--variable", "api00", "--by", "stype", "--contrast", contrast);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(contrast + " is no contrast").contains("A=1,B=-1");
        }

        @Test
        void a_domain_that_is_not_there() {
            CliRun run = mean("--variable", "api00", "--by", "stype", "--contrast", "E=1,X=-1");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("there is no domain X").contains("E, M, H");
        }

        @Test
        void contrasts_without_domains() {
            CliRun run = mean("--variable", "api00", "--contrast", "E=1,H=-1");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--by sex --contrast");
        }
    }
}
