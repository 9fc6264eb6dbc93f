package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String doctors() {
        return RatesRun.file(
                folder,
                "doctors.csv",
                "smoking,age,deaths,py",
                "yes,35-44,32,52407",
                "yes,45-54,104,43248",
                "yes,55-64,206,28612",
                "yes,65-74,186,12663",
                "yes,75-84,102,5317",
                "no,35-44,2,18790",
                "no,45-54,12,10673",
                "no,55-64,28,5710",
                "no,65-74,28,2585",
                "no,75-84,31,1462");
    }

    private static String[] arguments(String file, String... more) {
        List<String> all = new ArrayList<>(List.of("compare", file, "--events", "deaths", "--person-time", "py"));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "mid-p,1.04107524343,3.44942276045",
        "exact,1.00568406269,3.60930031108",
        "score,1.03578472612,3.32486095661",
        "wald,1.02722599765,3.35256331443"
    })
    void numbers_give_the_ratio_of_the_first_to_the_second(String method, double lower, double upper) {
        RatesRun run =
                RatesRun.json("compare", "--events", "41,15", "--person-time", "28010,19017", "--interval", method);
        assertThat(run.code()).isZero();
        assertThat(run.statistics())
                .containsExactly(
                        "rate-ratio", "rate-difference", "attributable-fraction", "population-attributable-fraction");
        JsonNode ratio = run.row("rate-ratio");
        assertThat(ratio.get("value").asDouble()).isCloseTo(1.85575865762, within(1e-11));
        assertThat(ratio.get("interval").get("lower").asDouble()).isCloseTo(lower, within(1e-10));
        assertThat(ratio.get("interval").get("upper").asDouble()).isCloseTo(upper, within(1e-10));
        assertThat(ratio.get("test").get("method").asText()).isEqualTo(method);
        assertThat(run.row("rate-difference").get("interval").get("method").asText())
                .isEqualTo(method.equals("score") ? "score" : "wald");
        assertThat(ratio.get("details").has("medianUnbiased"))
                .isEqualTo(method.equals("mid-p") || method.equals("exact"));
    }

    @Test
    void the_difference_is_written_per_the_unit_asked_for() {
        RatesRun run = RatesRun.json(
                "compare",
                "--events",
                "41,15",
                "--person-time",
                "28010,19017",
                "--per",
                "10000",
                "--unit",
                "woman-years");
        JsonNode difference = run.row("rate-difference");
        assertThat(difference.get("value").asDouble()).isCloseTo(6.749949973, within(1e-9));
        assertThat(difference.get("unit").asText()).isEqualTo("per 10000 woman-years");
        assertThat(run.row("rate-ratio").has("unit")).isFalse();
    }

    @Test
    void strata_give_the_common_ratio_after_the_crude_one() {
        RatesRun run =
                RatesRun.json(arguments(doctors(), "--group", "smoking", "--reference", "no", "--stratum", "age"));
        assertThat(run.statistics().subList(0, 5))
                .containsExactly(
                        "rate-ratio",
                        "rate-difference",
                        "mantel-haenszel-rate-ratio",
                        "mantel-haenszel-rate-difference",
                        "homogeneity");
        JsonNode common = run.row("mantel-haenszel-rate-ratio");
        assertThat(run.row("rate-ratio").get("value").asDouble()).isCloseTo(1.7198225900, within(1e-10));
        assertThat(common.get("value").asDouble()).isCloseTo(1.424682016751, within(1e-12));
        assertThat(common.get("warnings").get(0).get("code").asText()).isEqualTo("pooling-misleads");
        assertThat(run.row("homogeneity").get("test").get("pValue").asDouble()).isCloseTo(0.0340, within(5e-5));
        assertThat(common.get("item").get("level").asText()).isEqualTo("yes");
        assertThat(common.get("item").get("reference").asText()).isEqualTo("no");
    }

    @Test
    void several_categories_have_a_row_set_each_and_adjusted_p_values() {
        String file = RatesRun.file(folder, "three.csv", "area,deaths,py", "a,30,1000", "b,12,1000", "c,14,1000");
        RatesRun run =
                RatesRun.json(arguments(file, "--group", "area", "--reference", "b", "--correction", "bonferroni"));
        List<JsonNode> ratios = new ArrayList<>();
        run.results().forEach(row -> {
            if (row.get("statistic").asText().equals("rate-ratio")) {
                ratios.add(row);
            }
        });
        assertThat(ratios)
                .extracting(row -> row.get("item").get("level").asText())
                .containsExactly("a", "c");
        for (JsonNode ratio : ratios) {
            double p = ratio.get("test").get("pValue").asDouble();
            assertThat(ratio.get("details").get("adjustedP").asDouble()).isEqualTo(Math.min(1, 2 * p));
        }
    }

    @Test
    void rows_of_one_category_are_summed_within_groups_of_by() {
        String file = RatesRun.file(
                folder,
                "by.csv",
                "year,area,deaths,py",
                "2023,a,3,100",
                "2023,a,4,300",
                "2023,b,5,200",
                "2024,a,1,100");
        RatesRun run = RatesRun.json(arguments(file, "--group", "area", "--reference", "b", "--by", "year"));
        JsonNode first = run.results().get(0);
        JsonNode second = run.results().get(4);
        assertThat(first.get("group").get("year").asText()).isEqualTo("2023");
        assertThat(first.get("value").asDouble()).isCloseTo(7.0 / 400 / (5.0 / 200), within(1e-12));
        assertThat(second.get("value").isNull()).isTrue();
        assertThat(second.get("status").asText()).isEqualTo("no-person-time");
    }

    @Test
    void no_event_in_the_reference_is_null_with_an_unbounded_interval() {
        RatesRun run = RatesRun.json("compare", "--events", "5,0", "--person-time", "100,100");
        JsonNode ratio = run.row("rate-ratio");
        assertThat(ratio.get("value").isNull()).isTrue();
        assertThat(ratio.get("status").asText()).isEqualTo("zero-reference");
        assertThat(ratio.get("interval").get("unbounded").asText()).isEqualTo("upper");
        assertThat(ratio.get("interval").get("lower").asDouble()).isCloseTo(1.21867368, within(1e-8));
    }

    @Test
    void every_method_has_its_row_the_recommended_one_first() {
        RatesRun run =
                RatesRun.json("compare", "--events", "41,15", "--person-time", "28010,19017", "--interval", "all");
        assertThat(run.results().get(0).get("interval").get("method").asText()).isEqualTo("mid-p");
        assertThat(run.statistics().stream().filter("rate-ratio"::equals)).hasSize(6);
        assertThat(run.statistics().stream().filter("rate-difference"::equals)).hasSize(6);
    }

    @Test
    void csv_has_the_item_columns() {
        RatesRun run = RatesRun.of(arguments(doctors(), "--group", "smoking", "--reference", "no", "--format", "csv"));
        assertThat(run.out()).startsWith("item.level,item.reference,statistic,value,");
    }

    private String down() {
        String[] ages = {"15-19", "20-24", "25-29", "30-34", "35-39", "40+"};
        double[] weights = {63986.6, 186263.6, 157302.2, 97647.0, 47572.6, 12262.6};
        long[][] births = {{230061, 329449, 114920, 39487, 14208, 3052}, {2293, 68800, 132424, 98301, 46075, 9834}};
        long[][] cases = {{107, 141, 60, 40, 39, 25}, {1, 26, 64, 89, 137, 96}};
        List<String> lines = new ArrayList<>(List.of("order,age,deaths,py,weight"));
        for (int i = 0; i < 2; i++) {
            for (int age = 0; age < 6; age++) {
                lines.add((i == 0 ? "1" : "4") + "," + ages[age] + "," + cases[i][age] + "," + births[i][age] + ","
                        + weights[age]);
            }
        }
        return RatesRun.file(folder, "down.csv", lines.toArray(new String[0]));
    }

    @Test
    void a_standard_gives_the_ratio_and_difference_of_standardised_rates() {
        RatesRun run = RatesRun.json(arguments(
                down(), "--group", "order", "--reference", "1", "--stratum", "age", "--standard-weight", "weight"));
        JsonNode ratio = run.row("standardised-rate-ratio");
        assertThat(ratio.get("value").asDouble()).isCloseTo(1.00447799845, within(1e-10));
        assertThat(ratio.get("interval").get("method").asText()).isEqualTo("mover-fay-feuer");
        assertThat(ratio.get("interval").get("lower").asDouble()).isCloseTo(0.821947677, within(1e-9));
        JsonNode difference = run.row("standardised-rate-difference");
        assertThat(difference.get("interval").get("upper").asDouble()).isCloseTo(25.365239273, within(1e-8));
        assertThat(difference.get("unit").asText()).isEqualTo("per 100000 person-years");
    }

    @Test
    void a_published_standard_that_the_strata_do_not_fit_names_them() {
        RatesRun run = RatesRun.json(arguments(
                down(), "--group", "order", "--reference", "1", "--stratum", "age", "--standard", "WHO_2000_2025"));
        JsonNode ratio = run.row("standardised-rate-ratio");
        assertThat(run.code()).isZero();
        assertThat(ratio.get("value").isNull()).isTrue();
        assertThat(ratio.get("status").asText()).isEqualTo("no-standard-weight");
        assertThat(ratio.get("details").get("strata").get(0).asText()).isEqualTo("40+");
    }

    @Test
    void trials_give_risks_and_the_odds_ratio() {
        RatesRun run = RatesRun.json("compare", "--events", "56,48", "--trials", "70,80");
        assertThat(run.code()).isZero();
        assertThat(run.statistics())
                .containsExactly(
                        "risk-ratio",
                        "risk-difference",
                        "odds-ratio",
                        "attributable-fraction",
                        "population-attributable-fraction");
        JsonNode difference = run.row("risk-difference");
        assertThat(difference.get("interval").get("method").asText()).isEqualTo("miettinen-nurminen");
        assertThat(difference.get("interval").get("lower").asDouble()).isCloseTo(0.052829713246, within(1e-11));
        assertThat(run.tree().get("provenance").get("options").has("per")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "newcombe,miettinen-nurminen,newcombe,mid-p",
        "wald,katz,wald,woolf",
        "exact,miettinen-nurminen,miettinen-nurminen,exact",
        "score,miettinen-nurminen,miettinen-nurminen,mid-p",
        "koopman,koopman,miettinen-nurminen,mid-p"
    })
    void a_method_is_used_where_the_statistic_has_it(String named, String ratio, String difference, String odds) {
        RatesRun run = RatesRun.json("compare", "--events", "56,48", "--trials", "70,80", "--interval", named);
        assertThat(run.row("risk-ratio").get("interval").get("method").asText()).isEqualTo(ratio);
        assertThat(run.row("risk-difference").get("interval").get("method").asText())
                .isEqualTo(difference);
        assertThat(run.row("odds-ratio").get("interval").get("method").asText()).isEqualTo(odds);
    }

    @Test
    void strata_of_trials_give_the_common_ratios() {
        String file = RatesRun.file(
                folder,
                "berkeley.csv",
                "sex,department,deaths,applied",
                "m,a,512,825",
                "m,b,353,560",
                "m,c,120,325",
                "m,d,138,417",
                "m,e,53,191",
                "m,f,22,373",
                "f,a,89,108",
                "f,b,17,25",
                "f,c,202,593",
                "f,d,131,375",
                "f,e,94,393",
                "f,f,24,341",
                "f,g,9,4");
        RatesRun run = RatesRun.json(
                "compare",
                file,
                "--events",
                "deaths",
                "--trials",
                "applied",
                "--group",
                "sex",
                "--reference",
                "f",
                "--stratum",
                "department");
        assertThat(run.row("mantel-haenszel-risk-ratio").get("value").asDouble())
                .isCloseTo(0.94490502260, within(1e-10));
        assertThat(run.row("mantel-haenszel-odds-ratio").get("value").asDouble())
                .isCloseTo(0.90469682826, within(1e-10));
        assertThat(run.row("homogeneity").get("value").asDouble()).isCloseTo(18.8255012521, within(1e-9));
        // the last row has more events than trials and is refused
        assertThat(run.tree()
                        .get("provenance")
                        .get("inputs")
                        .get(0)
                        .get("refused")
                        .asInt())
                .isEqualTo(1);
    }

    @Nested
    class Rejects {
        private void usage(RatesRun run, String... parts) {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains(parts);
        }

        @Test
        void one_number_for_two() {
            usage(
                    RatesRun.of("compare", "--events", "41", "--person-time", "1,2"),
                    "--events must be two values joined by a comma");
        }

        @Test
        void a_count_that_is_none() {
            usage(
                    RatesRun.of("compare", "--events", "41,x", "--person-time", "1,2"),
                    "--events must be a whole number");
        }

        @Test
        void events_without_person_time() {
            usage(RatesRun.of("compare", "--events", "4,1", "--person-time", "0,2"), "no person-time");
        }

        @Test
        void a_reference_that_does_not_occur() {
            usage(
                    RatesRun.of(arguments(doctors(), "--group", "smoking", "--reference", "never")),
                    "no row has never in column smoking",
                    "yes, no");
        }

        @Test
        void nothing_to_compare_with() {
            String file = RatesRun.file(folder, "one.csv", "area,deaths,py", "a,30,1000");
            usage(RatesRun.of(arguments(file, "--group", "area", "--reference", "a")), "nothing to compare");
        }

        @Test
        void a_file_without_group() {
            usage(RatesRun.of(arguments(doctors(), "--reference", "no")), "--group must be given");
        }

        @Test
        void options_of_a_file_without_one() {
            usage(RatesRun.of("compare", "--events", "4,1", "--person-time", "1,2", "--group", "area"), "need a FILE");
        }

        @Test
        void an_unknown_method_or_correction() {
            usage(
                    RatesRun.of("compare", "--events", "4,1", "--person-time", "1,2", "--interval", "garwood"),
                    "mid-p, exact, score");
            usage(
                    RatesRun.of(
                            arguments(doctors(), "--group", "smoking", "--reference", "no", "--correction", "tukey")),
                    "benjamini-hochberg");
        }

        @Test
        void trials_with_person_time_or_fewer_trials_than_events() {
            usage(
                    RatesRun.of("compare", "--events", "4,1", "--person-time", "1,2", "--trials", "5,6"),
                    "cannot be combined");
            usage(RatesRun.of("compare", "--events", "4,7", "--trials", "5,6"), "7 of 6");
            usage(RatesRun.of("compare", "--events", "4,1", "--trials", "5,6", "--interval", "garwood"), "newcombe");
        }

        @Test
        void a_standard_without_strata_or_with_two_weights_of_one() {
            usage(
                    RatesRun.of(
                            arguments(down(), "--group", "order", "--reference", "1", "--standard-weight", "weight")),
                    "--stratum must be given");
            String file =
                    RatesRun.file(folder, "w.csv", "area,age,deaths,py,weight", "a,young,3,10,5", "b,young,3,10,6");
            RatesRun run = RatesRun.of(arguments(
                    file, "--group", "area", "--reference", "b", "--stratum", "age", "--standard-weight", "weight"));
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("weight of stratum young");
        }

        @Test
        void a_total_beside_its_parts() {
            String file = RatesRun.file(
                    folder, "total.csv", "area,age,deaths,py", "a,0-4,3,10", "a,total,3,10", "b,0-4,1,10");
            RatesRun run = RatesRun.of(arguments(file, "--group", "area", "--reference", "b", "--stratum", "age"));
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("total");
        }

        @Test
        void times_that_are_too_far_apart_and_counts_that_are_too_large() {
            usage(RatesRun.of("compare", "--events", "4,1", "--person-time", "1e-9,1e9"), "1E12");
            usage(
                    RatesRun.of("compare", "--events", "9007199254740992,1", "--person-time", "1,1"),
                    "events of both groups");
            usage(RatesRun.of("compare", "--events", "1,1", "--trials", "9007199254740992,9"), "trials of both groups");
            String file = RatesRun.file(folder, "far.csv", "area,deaths,py", "a,3,1e-9", "b,1,1e9");
            RatesRun run = RatesRun.of(arguments(file, "--group", "area", "--reference", "b"));
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("(a, b)");
        }

        @Test
        void an_unknown_column_with_the_nearest() {
            usage(
                    RatesRun.of(arguments(doctors(), "--group", "smokin", "--reference", "no")),
                    "has no column smokin",
                    "smoking");
        }

        @Test
        void a_stratum_with_events_but_no_person_time() {
            String file =
                    RatesRun.file(folder, "zero.csv", "area,age,deaths,py", "a,young,3,0", "a,old,1,10", "b,old,1,10");
            RatesRun run = RatesRun.of(arguments(file, "--group", "area", "--reference", "b", "--stratum", "age"));
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("stratum young of the group must have person-time");
        }
    }
}
