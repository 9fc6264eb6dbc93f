package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.SCHOOLS;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

/** Expected numbers: R survey 4.1-1, svycontrast(svyby(..., covmat = TRUE), ...) on the same files and designs. */
class ContrastOptionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static CliRun schools(String verb, String... options) {
        return SurveyFiles.json(verb, SCHOOLS, options);
    }

    private CliRun small(String verb, String... options) {
        return SurveyFiles.json(verb, SurveyFiles.design(SurveyFiles.small(folder)), options);
    }

    private static List<JsonNode> contrasts(CliRun run) {
        List<JsonNode> rows = new ArrayList<>();
        run.json().get("results").forEach(row -> {
            if (row.get("statistic").asText().equals("contrast")) {
                rows.add(row);
            }
        });
        return rows;
    }

    @Test
    void contrasts_of_means_follow_the_domains() {
        CliRun run = schools(
                "mean",
                "--variable",
                "api00",
                "--by",
                "stype",
                "--contrast",
                "E=1,H=-1/2,M=-.5",
                "--contrast",
                "E=1, H=-1",
                "--adjust",
                "holm");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(5);
        JsonNode first = run.json().get("results").get(3);
        assertThat(first.get("statistic").asText()).isEqualTo("contrast");
        assertThat(first.get("group")).isEmpty();
        assertThat(first.get("item").get("variable").asText()).isEqualTo("api00");
        assertThat(first.get("item").get("contrast").asText()).isEqualTo("E=1,H=-1/2,M=-.5");
        assertNumber(first.get("value"), 43.22);
        assertNumber(first.get("standardError"), 16.5781315652376);
        assertThat(first.get("interval").get("method").asText()).isEqualTo("t");
        assertThat(first.get("test").get("df").get(0).asDouble()).isEqualTo(197);
        assertThat(first.get("details").get("publish").asText()).isEqualTo("yes");
        assertNumber(first.get("details").get("adjustedP"), 0.019662766698178);
        assertThat(run.json().get("provenance").get("options").get("contrast")).hasSize(2);
    }

    @Test
    void contrasts_of_proportions_have_a_level() {
        CliRun run = schools(
                "proportion", "--variable", "sch.wide", "--value", "Yes", "--by", "stype", "--contrast", "E=1,H=-1");
        JsonNode row = contrasts(run).get(0);
        assertThat(row.get("item").get("level").asText()).isEqualTo("Yes");
        assertNumber(row.get("value"), 0.39);
        assertNumber(row.get("standardError"), 0.0745995646779623);
    }

    @Test
    void totals_and_ratios_take_contrasts() {
        CliRun totals = small("total", "--variable", "y", "--by", "sex", "--contrast", "f=1,m=-1");
        JsonNode results = totals.json().get("results");
        assertNumber(
                contrasts(totals).get(0).get("value"),
                results.get(0).get("value").asDouble()
                        - results.get(1).get("value").asDouble());
        CliRun ratios =
                small("ratio", "--numerator", "y", "--denominator", "x", "--by", "sex", "--contrast", "f=1,m=-1");
        JsonNode both = ratios.json().get("results");
        assertNumber(
                contrasts(ratios).get(0).get("value"),
                both.get(0).get("value").asDouble() - both.get(1).get("value").asDouble());
        assertThat(contrasts(ratios).get(0).get("item").get("denominator").asText())
                .isEqualTo("x");
    }

    @Test
    void domains_of_several_columns_are_joined_by_a_slash() {
        CliRun run = small("mean", "--variable", "y", "--by", "sex,answer", "--contrast", "f/yes=1,m/no=-1");
        assertThat(run.exitCode()).isZero();
        assertThat(contrasts(run)).hasSize(1);
    }

    @Test
    void a_domain_that_the_filter_empties_is_no_data() {
        CliRun run = small("mean", "--variable", "y", "--by", "sex", "--where", "sex=f", "--contrast", "f=1,m=-1");
        assertThat(run.exitCode()).isZero();
        JsonNode row = contrasts(run).get(0);
        assertThat(row.get("value").isNull()).isTrue();
        assertThat(row.get("status").asText()).isEqualTo("empty-domain");
        assertThat(row.has("interval")).isFalse();
    }

    @Test
    void the_working_is_in_both_languages() {
        String[] options = {"--variable", "y", "--by", "sex", "--contrast", "f=1,m=-1", "--explain"};
        List<String> all = new ArrayList<>(List.of("survey", "mean"));
        all.addAll(List.of(SurveyFiles.design(SurveyFiles.small(folder))));
        all.addAll(List.of(options));
        assertThat(CliRun.of(all.toArray()).out()).contains("L = Σ c_j·θ_j", "Estimate of domain f");
        all.addAll(List.of("--lang", "zh"));
        assertThat(CliRun.of(all.toArray()).out()).contains("线性对比", "域 f 的估计值");
    }

    @Nested
    class Rejects {
        @Test
        void a_label_that_is_no_domain() {
            CliRun run = small("mean", "--variable", "y", "--by", "sex", "--contrast", "F=1,m=-1");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("F is no domain of the --by columns", "Did you mean f?");
        }

        @Test
        void a_label_like_none() {
            CliRun run = small("mean", "--variable", "y", "--by", "sex", "--contrast", "children=1,m=-1");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("The domains are f, m.");
        }

        @Test
        void contrasts_without_domains() {
            CliRun run = small("mean", "--variable", "y", "--contrast", "f=1,m=-1");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--contrast needs domains");
        }

        @Test
        void texts_that_are_no_contrast() {
            for (String text : List.of("f", "f=x", "f=0,m=0", "f=1,f=-1", "f=1/0,m=1", "f=1,m", "=1")) {
                CliRun run = small("mean", "--variable", "y", "--by", "sex", "--contrast", text);
                assertThat(run.exitCode()).as(text).isEqualTo(2);
                assertThat(run.err()).contains(text + " is no contrast");
            }
        }

        @Test
        void an_unknown_adjustment() {
            CliRun run = small("mean", "--variable", "y", "--by", "sex", "--contrast", "f=1,m=-1", "--adjust", "tukey");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }
}
