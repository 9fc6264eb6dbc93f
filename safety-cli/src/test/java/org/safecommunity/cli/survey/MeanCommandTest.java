package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.SCHOOLS;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

/** Expected numbers: R survey 4.1-1, svymean, svyby and confint on the same files and designs. */
class MeanCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun small(String... options) {
        return SurveyFiles.json("mean", SurveyFiles.design(SurveyFiles.small(folder)), options);
    }

    @Test
    void a_row_has_what_scripts_rely_on() {
        CliRun run = SurveyFiles.json("mean", SCHOOLS, "--variable", "api00,enroll");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("command").asText()).isEqualTo("survey mean");
        assertThat(run.json().get("results")).hasSize(2);
        JsonNode row = run.json().get("results").get(0);
        assertThat(row.get("group")).isEmpty();
        assertThat(row.get("item").get("variable").asText()).isEqualTo("api00");
        assertThat(row.get("statistic").asText()).isEqualTo("mean");
        assertNumber(row.get("value"), 662.287363159);
        assertNumber(row.get("standardError"), 9.408940803);
        assertThat(row.get("interval").get("method").asText()).isEqualTo("t");
        assertNumber(row.get("interval").get("lower"), 643.732188272);
        assertNumber(row.get("interval").get("upper"), 680.842538047);
        assertThat(row.get("n").asLong()).isEqualTo(200);
        assertThat(row.get("details").get("designEffect").asDouble()).isBetween(1.204455, 1.204465);
        assertThat(row.get("details").get("df").asInt()).isEqualTo(197);
        assertThat(row.has("status")).isFalse();
        assertThat(run.json().get("results").get(1).get("item").get("variable").asText())
                .isEqualTo("enroll");
        assertThat(run.json().get("provenance").get("options").get("strata").asText())
                .isEqualTo("stype");
        assertThat(SurveyFiles.warnings(run)).isEmpty();
    }

    /** R: svyby over subset(design, api99 > 600); the standard errors differ where the file is cut instead. */
    @Test
    void conditions_and_groups_are_domains_of_the_whole_design() {
        CliRun run =
                SurveyFiles.json("mean", SCHOOLS, "--variable", "api00", "--by", "awards", "--where", "api99 > 600");
        assertThat(run.json().get("results")).hasSize(2);
        JsonNode no = run.json().get("results").get(0);
        assertThat(no.get("group").get("awards").asText()).isEqualTo("No");
        assertNumber(no.get("value"), 725.4790833627);
        assertNumber(no.get("standardError"), 11.67400938156);
        assertNumber(no.get("interval").get("lower"), 702.4570142212);
        assertNumber(no.get("details").get("designEffect"), 1.313156658161);
        JsonNode yes = run.json().get("results").get(1);
        assertNumber(yes.get("standardError"), 9.46182718592);
        JsonNode input = run.json().get("provenance").get("inputs").get(0);
        assertThat(input.get("rows").asLong()).isEqualTo(200);
        assertThat(input.get("used").asLong())
                .isEqualTo(no.get("n").asLong() + yes.get("n").asLong());
    }

    @Test
    void replicates_are_of_the_whole_design_too() {
        CliRun run =
                SurveyFiles.json("mean", SCHOOLS, "--variable", "api00", "--where", "awards = No", "--variance", "jkn");
        assertNumber(run.json().get("results").get(0).get("standardError"), 15.5299981251207);
        JsonNode options = run.json().get("provenance").get("options");
        assertThat(options.get("variance").asText()).isEqualTo("jkn");
        assertThat(options.get("replicateCentre").asText()).isEqualTo("mean");
    }

    @Test
    void everybody_as_a_domain_is_no_domain() {
        JsonNode plain = small("--variable", "y").json().get("results").get(0);
        JsonNode where = small("--variable", "y", "--where", "y > 0")
                .json()
                .get("results")
                .get(0);
        assertNumber(plain.get("value"), 56.8225806451613);
        assertNumber(plain.get("standardError"), 4.318161111061);
        assertThat(where).isEqualTo(plain);
    }

    @Test
    void bootstrap_repeats_with_its_seed() {
        String[] options = {"--variable", "y", "--variance", "bootstrap", "--replicates", "200", "--seed", "3"};
        assertThat(small(options).out()).isEqualTo(small(options).out());
        assertThat(small(options)
                        .json()
                        .get("provenance")
                        .get("options")
                        .get("seed")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void working_and_chinese_are_given() {
        String file = SurveyFiles.small(folder);
        CliRun run = CliRun.chinese(
                "survey",
                "mean",
                file,
                "--variable",
                "y",
                "--weight",
                "w",
                "--strata",
                "h",
                "--cluster",
                "psu",
                "--explain");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("均值", "95 % 区间", "Σwy / Σw", "Binder 1983");
        JsonNode derivation = small("--variable", "y", "--explain")
                .json()
                .get("results")
                .get(0)
                .get("derivation");
        assertThat(derivation).hasSizeGreaterThan(5);
    }

    @Test
    void a_domain_without_values_is_null_with_a_status() {
        String file = SurveyFiles.small(folder, "5,1,11,,2,yes,x");
        CliRun run = SurveyFiles.json("mean", SurveyFiles.design(file), "--variable", "y", "--by", "sex");
        JsonNode row = run.json().get("results").get(2);
        assertThat(row.get("group").get("sex").asText()).isEqualTo("x");
        assertThat(row.get("value").isNull()).isTrue();
        assertThat(row.get("status").asText()).isEqualTo("empty-domain");
    }

    @Test
    void calibrated_weights_count_in_the_variance() {
        String totals = SurveyFiles.file(folder, "totals.csv", "variable,level,total", "sex,f,70", "sex,m,60");
        CliRun run = small("--variable", "y", "--calibrate", totals, "--calibrate-method", "poststratify");
        JsonNode row = run.json().get("results").get(0);
        double women = (10 * 62 + 8 * 48 + 20 * 41 + 25 * 69) / 63.0;
        double men = (12 * 70 + 9 * 59 + 18 * 57 + 22 * 50) / 61.0;
        assertNumber(row.get("value"), (70 * women + 60 * men) / 130);
        assertThat(SurveyFiles.warnings(run)).contains("calibrated");
        CliRun known = SurveyFiles.json(
                "total",
                SurveyFiles.design(SurveyFiles.small(folder)),
                "--variable",
                "x",
                "--calibrate",
                SurveyFiles.file(folder, "x.csv", "variable,level,total", "x,,400"),
                "--calibrate-method",
                "linear");
        assertNumber(known.json().get("results").get(0).get("value"), 400);
        assertThat(known.json().get("results").get(0).get("standardError").asDouble())
                .isLessThan(1e-9);
        CliRun both = small("--variable", "y", "--calibrate", totals, "--variance", "jkn");
        assertNumber(both.json().get("results").get(0).get("value"), (70 * women + 60 * men) / 130);
        CliRun loose = small("--variable", "y", "--calibrate", totals, "--calibrate-method", "logit");
        assertThat(loose.exitCode()).isEqualTo(2);
        assertThat(loose.err()).contains("two bounds");
    }

    @Nested
    class Rejects {
        private void assertWrong(CliRun run, int exit, String message) {
            assertThat(run.err()).contains(message);
            assertThat(run.exitCode()).isEqualTo(exit);
            assertThat(run.out()).isEmpty();
        }

        @Test
        void wrong_usage_with_exit_2() {
            assertWrong(small("--variable", "Y"), 2, "Did you mean y?");
            assertWrong(small("--variable", "y", "--variance", "magic"), 2, "--variance must be one of taylor, jk1");
            assertWrong(small("--variable", "y", "--lonely-psu", "x"), 2, "--lonely-psu must be one of fail, adjust");
            assertWrong(small("--variable", "y", "--missing", "x"), 2, "--missing must be one of domain, fail");
            assertWrong(small("--variable", "y", "--level", "95"), 2, "--level must be between 0 and 1");
            assertWrong(small("--variable", "y", "--replicate-centre", "x", "--variance", "jkn"), 2, "mean, estimate");
            assertWrong(
                    small("--variable", "y", "--variance", "bootstrap", "--replicates", "1"),
                    2,
                    "replicates must be 2 or more, was 1");
            assertWrong(small(), 2, "--variable");
        }

        @Test
        void a_design_that_the_rows_do_not_make_with_exit_3() {
            String lonely = SurveyFiles.small(folder, "30,3,31,77,5,yes,f");
            String[] design = SurveyFiles.design(lonely);
            assertWrong(
                    SurveyFiles.json("mean", design, "--variable", "y"),
                    3,
                    "strata with one primary sampling unit only: 1 (3); their variance cannot be estimated");
            assertThat(SurveyFiles.json("mean", design, "--variable", "y", "--lonely-psu", "adjust")
                            .exitCode())
                    .isZero();
            String crossing = SurveyFiles.small(folder, "30,2,11,77,5,yes,f");
            assertWrong(
                    SurveyFiles.json("mean", SurveyFiles.design(crossing), "--variable", "y"),
                    3,
                    "sample.csv:10: cluster 11 must lie in one stratum");
        }

        @Test
        void no_row_with_exit_3() {
            assertWrong(small("--variable", "y", "--where", "sex = z"), 3, "has no row that can be used");
        }
    }
}
