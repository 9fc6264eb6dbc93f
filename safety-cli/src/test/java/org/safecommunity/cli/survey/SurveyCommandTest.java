package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.CRASHES;
import static org.safecommunity.cli.survey.SurveyFiles.SCHOOLS;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.CliRun;

/** The other estimates. Expected numbers: R survey 4.1-1, svytotal, svyratio, svyquantile, svychisq, svycontrast. */
class SurveyCommandTest {
    @Test
    void total_and_ratio() {
        JsonNode total = SurveyFiles.json("total", SCHOOLS, "--variable", "enroll")
                .json()
                .get("results")
                .get(0);
        assertThat(total.get("statistic").asText()).isEqualTo("total");
        assertNumber(total.get("value"), 3687177.53243828);
        assertNumber(total.get("standardError"), 114641.71610078);
        JsonNode ratio = SurveyFiles.json("ratio", SCHOOLS, "--numerator", "api.stu", "--denominator", "enroll")
                .json()
                .get("results")
                .get(0);
        assertThat(ratio.get("statistic").asText()).isEqualTo("ratio");
        assertThat(ratio.get("item").get("numerator").asText()).isEqualTo("api.stu");
        assertThat(ratio.get("item").get("denominator").asText()).isEqualTo("enroll");
        assertNumber(ratio.get("value"), 0.836956886940522);
        assertNumber(ratio.get("standardError"), 0.00775710316663788);
    }

    @Test
    void quantiles_have_a_row_a_probability() {
        JsonNode rows = SurveyFiles.json("quantile", SCHOOLS, "--variable", "api00", "--probabilities", "0.25,0.5,0.75")
                .json()
                .get("results");
        List<String> probabilities = new ArrayList<>();
        rows.forEach(row -> probabilities.add(row.get("item").get("probability").asText()));
        assertThat(probabilities).containsExactly("0.25", "0.5", "0.75");
        assertThat(rows.get(1).get("value").asDouble()).isEqualTo(668);
        assertThat(rows.get(1).get("interval").get("method").asText()).isEqualTo("woodruff");
        assertThat(rows.get(1).get("interval").get("lower").asDouble()).isEqualTo(642);
        assertThat(rows.get(1).get("interval").get("upper").asDouble()).isEqualTo(694);
        assertNumber(rows.get(1).get("standardError"), 13.1840557882);
        JsonNode age = SurveyFiles.json("quantile", CRASHES, "--variable", "age")
                .json()
                .get("results")
                .get(0);
        assertThat(age.get("value").asDouble()).isEqualTo(31);
        assertThat(age.get("interval").get("upper").asDouble()).isEqualTo(33);
    }

    @Test
    void an_unbounded_end_of_a_quantile_is_null_and_said() {
        JsonNode row = SurveyFiles.json("quantile", SCHOOLS, "--variable", "api00", "--probabilities", "0.001")
                .json()
                .get("results")
                .get(0);
        assertThat(row.get("interval").get("lower").isNull()).isTrue();
        assertThat(row.get("interval").get("unbounded").asText()).isEqualTo("lower");
    }

    @Test
    void crosstab_has_the_test_first_and_then_every_cell() {
        JsonNode rows = SurveyFiles.json("crosstab", SCHOOLS, "--row", "sch.wide", "--column", "stype")
                .json()
                .get("results");
        assertThat(rows).hasSize(7);
        JsonNode test = rows.get(0);
        assertThat(test.get("statistic").asText()).isEqualTo("independence");
        assertNumber(test.get("value"), 26.7535340358907);
        assertThat(test.get("test").get("method").asText()).isEqualTo("rao-scott-f");
        assertNumber(test.get("test").get("statistic"), 17.2474439638888);
        assertNumber(test.get("test").get("df").get(0), 1.82867150416358);
        assertNumber(test.get("test").get("df").get(1), 360.248286320226);
        assertThat(test.get("test").get("pValue").asDouble()).isBetween(2.0350463e-7, 2.0350464e-7);
        JsonNode cell = rows.get(1);
        assertThat(cell.get("statistic").asText()).isEqualTo("proportion");
        assertThat(cell.get("item").get("row").asText()).isEqualTo("Yes");
        assertThat(cell.get("item").get("column").asText()).isEqualTo("E");
        assertNumber(cell.get("value"), 0.64951726573165);
        JsonNode crash = SurveyFiles.json("crosstab", CRASHES, "--row", "dead", "--column", "seatbelt")
                .json()
                .get("results")
                .get(0);
        assertNumber(crash.get("test").get("statistic"), 315.74359019);
    }

    @Test
    void crosstab_takes_other_tests() {
        assertThat(testOfTable("rao-scott-chisq").get("pValue").asDouble()).isBetween(3.232e-8, 3.233e-8);
        assertThat(testOfTable("rao-scott-chisq").get("df")).hasSize(1);
        assertThat(testOfTable("wald").get("statistic").asDouble()).isBetween(16.13202176, 16.13202178);
        assertThat(testOfTable("adjusted-wald").get("statistic").asDouble()).isBetween(16.05013332, 16.05013334);
        CliRun unknown =
                SurveyFiles.json("crosstab", SCHOOLS, "--row", "sch.wide", "--column", "stype", "--test", "pearson");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("rao-scott-f, rao-scott-chisq, wald, adjusted-wald");
    }

    private static JsonNode testOfTable(String test) {
        return SurveyFiles.json("crosstab", SCHOOLS, "--row", "sch.wide", "--column", "stype", "--test", test)
                .json()
                .get("results")
                .get(0)
                .get("test");
    }

    @Test
    void compare_has_rank_tests() {
        String[] compare = {"--variable", "api00", "--group", "sch.wide", "--reference", "No", "--test"};
        JsonNode row = SurveyFiles.json("compare", SCHOOLS, with(compare, "wilcoxon"))
                .json()
                .get("results")
                .get(0);
        assertThat(row.get("statistic").asText()).isEqualTo("rank-test");
        assertThat(row.get("test").get("method").asText()).isEqualTo("wilcoxon");
        assertThat(row.get("test").get("statistic").asDouble()).isBetween(3.666405826, 3.666405828);
        JsonNode three = SurveyFiles.json(
                        "compare",
                        SCHOOLS,
                        "--variable",
                        "api00",
                        "--group",
                        "stype",
                        "--reference",
                        "E",
                        "--test",
                        "kruskal")
                .json()
                .get("results");
        assertThat(three).hasSize(3);
        assertThat(three.get(0).get("test").get("df")).hasSize(2);
        assertThat(three.get(0).get("test").get("statistic").asDouble()).isBetween(3.355203037, 3.355203039);
        CliRun unknown = SurveyFiles.json("compare", SCHOOLS, with(compare, "sign"));
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("t, wilcoxon, kruskal, van-der-waerden, median");
    }

    private static String[] with(String[] options, String last) {
        String[] all = java.util.Arrays.copyOf(options, options.length + 1);
        all[options.length] = last;
        return all;
    }

    @Test
    void compare_is_each_category_minus_the_reference() {
        JsonNode rows = SurveyFiles.json(
                        "compare", SCHOOLS, "--variable", "api00", "--group", "stype", "--reference", "E")
                .json()
                .get("results");
        assertThat(rows).hasSize(2);
        JsonNode middle = rows.get(0).get("item").get("level").asText().equals("M") ? rows.get(0) : rows.get(1);
        assertThat(middle.get("statistic").asText()).isEqualTo("difference");
        assertThat(middle.get("item").get("reference").asText()).isEqualTo("E");
        assertNumber(middle.get("value"), -37.83);
        assertNumber(middle.get("standardError"), 20.4020229128538);
        assertThat(middle.get("test").get("method").asText()).isEqualTo("t");
        assertNumber(middle.get("test").get("pValue"), 0.0652013321790883);
        assertThat(middle.get("test").get("df").get(0).asInt()).isEqualTo(197);
    }

    @Test
    void wrong_choices_are_exit_2() {
        assertThat(SurveyFiles.json("quantile", SCHOOLS, "--variable", "api00", "--probabilities", "50")
                        .err())
                .contains("--probabilities must be between 0 and 1, was 50");
        assertThat(SurveyFiles.json("quantile", SCHOOLS, "--variable", "api00", "--qrule", "x")
                        .err())
                .contains("--qrule must be one of math, school, hf1");
        CliRun jackknife = SurveyFiles.json("quantile", SCHOOLS, "--variable", "api00", "--variance", "jkn");
        assertThat(jackknife.exitCode()).isEqualTo(2);
        assertThat(jackknife.err()).contains("must not be a jackknife");
        CliRun compare =
                SurveyFiles.json("compare", SCHOOLS, "--variable", "api00", "--group", "stype", "--reference", "X");
        assertThat(compare.exitCode()).isEqualTo(2);
        assertThat(compare.err()).contains("X is no category of stype", "Its categories are E, H, M.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "total", "ratio", "proportion", "quantile", "crosstab", "compare"})
    void help_is_in_both_languages(String verb) {
        CliRun english = CliRun.of("survey", verb, "--help");
        CliRun chinese = CliRun.chinese("survey", verb, "--help");
        assertThat(english.exitCode()).isZero();
        assertThat(english.out()).contains("Example:  safety survey " + verb, "--lonely-psu", "inverse of the chance");
        assertThat(chinese.out()).contains("示例", "入样概率的倒数");
    }
}
