package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;

class TrendCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path belgium;

    @BeforeEach
    void series() throws IOException {
        List<String> lines = new ArrayList<>(List.of("year,cases,persons"));
        int[] cases = {12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240};
        for (int i = 0; i < cases.length; i++) {
            lines.add((1981 + i) + "," + cases[i] + ",1");
        }
        belgium = file("belgium.csv", lines.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static CliRun run(Path file, Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("rates", "trend", file, "--time", "year", "--events", "cases", "--person-time", "persons"));
        arguments.addAll(Arrays.asList(more));
        return CliRun.of(arguments.toArray());
    }

    @Test
    void change_and_dispersion_of_the_aids_epidemic() {
        CliRun run = run(belgium, "--model", "poisson", "--format", "json");
        assertThat(run.exitCode()).isZero();
        JsonNode change = run.result(0);
        assertThat(change.get("statistic").asText()).isEqualTo("annual-percent-change");
        assertThat(change.get("value").asDouble()).isCloseTo(22.3996, within(5e-5));
        assertThat(change.at("/interval/lower").asDouble()).isCloseTo(20.5494, within(5e-5));
        assertThat(change.at("/interval/upper").asDouble()).isCloseTo(24.2783, within(5e-5));
        assertThat(change.at("/interval/method").asText()).isEqualTo("wald");
        assertThat(change.at("/test/df")).isEmpty();
        assertThat(change.get("unit").asText()).isEqualTo("percent per year");
        JsonNode dispersion = run.result(1);
        assertThat(dispersion.get("statistic").asText()).isEqualTo("dispersion");
        assertThat(dispersion.get("value").asDouble()).isCloseTo(6.7473932, within(1e-7));
        assertThat(dispersion.at("/test/df/0").asDouble()).isEqualTo(11);
        assertThat(dispersion.at("/details/deviance").asDouble()).isCloseTo(80.6864855, within(1e-7));
        assertThat(run.json().at("/provenance/options/model").asText()).isEqualTo("poisson");
    }

    @ParameterizedTest
    @CsvSource({
        "quasi-poisson, 22.399635162, 17.080301305, 27.960643429",
        "negative-binomial, 27.493597476, 22.672655267, 32.503999054",
        "least-squares, 29.549701486, 22.935244209, 36.520045680",
    })
    void the_other_models(String model, double value, double lower, double upper) {
        JsonNode change = run(belgium, "--model", model, "--format", "json").result(0);
        assertThat(change.get("value").asDouble()).isCloseTo(value, within(1e-8));
        assertThat(change.at("/interval/lower").asDouble()).isCloseTo(lower, within(1e-8));
        assertThat(change.at("/interval/upper").asDouble()).isCloseTo(upper, within(1e-8));
    }

    @Test
    void quasi_poisson_tells_its_degrees_of_freedom() {
        assertThat(run(belgium, "--model", "quasi-poisson", "--format", "json")
                        .result(0)
                        .at("/test/df/0")
                        .asDouble())
                .isEqualTo(11);
    }

    @Test
    void months_are_twelfths_of_a_year() throws IOException {
        Path months = file(
                "months.csv",
                "year,cases,persons",
                "2023-11,10,100",
                "2023-12,11,100",
                "2024-01,13,100",
                "2024-02,12,100");
        Path numbers = file(
                "numbers.csv",
                "year,cases,persons",
                "0,10,100",
                "0.0833333333333333333,11,100",
                "0.1666666666666666666,13,100",
                "0.25,12,100");
        double value = run(months, "--format", "json").result(0).get("value").asDouble();
        assertThat(value)
                .isCloseTo(
                        run(numbers, "--format", "json").result(0).get("value").asDouble(), within(1e-7 * value));
    }

    @Test
    void groups_are_told_apart_and_compared() throws IOException {
        Path file = file(
                "groups.csv",
                "year,sex,cases,persons",
                "2021,f,12,10",
                "2021,m,30,10",
                "2022,f,15,11",
                "2022,m,28,11",
                "2023,f,14,12",
                "2023,m,25,12",
                "2024,f,20,13",
                "2024,m,26,13",
                "2025,f,22,14",
                "2025,m,20,14");
        CliRun run = run(file, "--by", "sex", "--homogeneity", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(5);
        assertThat(run.result(0).at("/group/sex").asText()).isEqualTo("f");
        assertThat(run.result(2).at("/group/sex").asText()).isEqualTo("m");
        assertThat(run.result(4).get("statistic").asText()).isEqualTo("homogeneity");
        assertThat(run.result(4).at("/test/method").asText()).isEqualTo("cochran-q");
        assertThat(run(file, "--by", "sex", "--format", "json").json().get("results"))
                .hasSize(4);
    }

    @Test
    void a_group_without_events_is_null_with_its_cause_and_the_others_stay() throws IOException {
        Path file = file(
                "zero.csv",
                "year,sex,cases,persons",
                "2021,f,0,10",
                "2021,m,3,10",
                "2022,f,0,11",
                "2022,m,8,11",
                "2023,m,9,9");
        CliRun run = run(file, "--by", "sex", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").isNull()).isTrue();
        assertThat(run.result(0).get("status").asText()).isEqualTo("separated");
        assertThat(run.result(0).at("/warnings/0/code").asText()).isEqualTo("no-events");
        assertThat(run.result(2).get("value").asDouble()).isPositive();
    }

    @Test
    void one_time_only_is_null_with_a_status() throws IOException {
        CliRun run = run(file("one.csv", "year,cases,persons", "2021,4,10"), "--format", "json", "--explain");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").isNull()).isTrue();
        assertThat(run.result(0).get("status").asText()).isEqualTo("single-unit");
        assertThat(run.result(1).get("status").asText()).isEqualTo("single-unit");
    }

    @Test
    void times_without_person_time_are_left_out_and_named() throws IOException {
        Path file = file("gap.csv", "year,cases,persons", "2020,5,10", "2021,0,0", "2022,8,10", "2023,9,10");
        CliRun run = run(file, "--format", "json");
        assertThat(run.result(0).get("n").asInt()).isEqualTo(3);
        assertThat(run.result(0).at("/warnings/0/code").asText()).isEqualTo("times-left-out");
        assertThat(run.result(0).at("/warnings/0/message").asText()).endsWith("are left out: 2021");
    }

    @Test
    void bad_rows_are_findings_and_the_others_are_used() throws IOException {
        Path file = file(
                "bad.csv",
                "year,cases,persons",
                "2020,5,10",
                "spring,6,10",
                "2021,-1,10",
                "2022,8,10",
                ",8,10",
                "2023,9,ten",
                "2024,9,10");
        CliRun run = run(file, "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains(
                        "bad.csv:3:year: must be a number or a period such as 2024, 2024-Q1", "a text of 6 characters")
                .contains("bad.csv:4:cases: must be a whole number of 0 or more, was \"-1\"")
                .contains("bad.csv:6:year: a value is needed")
                .contains("bad.csv:7:persons: must be a number of 0 or more");
        JsonNode input = run.json().at("/provenance/inputs/0");
        assertThat(input.get("rows").asInt()).isEqualTo(7);
        assertThat(input.get("used").asInt()).isEqualTo(3);
        assertThat(input.get("refused").asInt()).isEqualTo(4);
        assertThat(run(file, "--strict").exitCode()).isEqualTo(1);
    }

    @Test
    void compact_months_are_remarked() throws IOException {
        CliRun run = run(file("compact.csv", "year,cases,persons", "202311,5,10", "202312,6,10", "202401,9,10"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("if 202311 is a date, write it with hyphens");
    }

    @Test
    void speaks_chinese_and_explains() {
        CliRun run = CliRun.chinese(
                "rates",
                "trend",
                belgium,
                "--time",
                "year",
                "--events",
                "cases",
                "--person-time",
                "persons",
                "--explain");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("年度变化百分比", "离散参数", "对数线性模型", "系数的标准误");
    }

    @Test
    void one_sided_limits() {
        JsonNode interval = run(belgium, "--side", "lower", "--level", "0.975", "--format", "json")
                .result(0)
                .get("interval");
        assertThat(interval.get("lower").asDouble()).isCloseTo(20.5494, within(5e-5));
        assertThat(interval.get("upper").isNull()).isTrue();
        assertThat(interval.get("unbounded").asText()).isEqualTo("upper");
    }

    @Nested
    class Rejects {
        private void usage(CliRun run, String message) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(message);
            assertThat(run.out()).isEmpty();
        }

        @Test
        void two_rows_of_one_time() throws IOException {
            Path file = file(
                    "twice.csv", "year,sex,cases,persons", "2021,f,1,10", "2021,m,2,10", "2022,f,3,10", "2022,m,5,10");
            usage(run(file), "twice.csv:2: the time 2021 appears in more than one row");
            assertThat(run(file).err()).contains("Name the columns that tell the rows apart with --by");
            assertThat(run(file, "--by", "sex").exitCode()).isZero();
            Path same = file("same.csv", "year,cases,persons", "2021,1,10", "2021.0,2,10", "2022,5,10");
            usage(run(same), "same.csv:3: the time 2021.0 appears in more than one row");
            Path group = file("group.csv", "year,sex,cases,persons", "2021,f,1,10", "2021,f,2,10");
            usage(run(group, "--by", "sex"), "group.csv:2: the time 2021 appears in more than one row of the group f");
        }

        @Test
        void times_of_two_kinds() throws IOException {
            Path file = file("mixed.csv", "year,cases,persons", "2021,1,10", "2022-01,2,10");
            usage(run(file), "mixed.csv: times are of two kinds, e.g. 2021 and 2022-01");
        }

        @Test
        void an_unknown_model_and_interval() {
            usage(run(belgium, "--model", "gaussian"), "--model must be one of poisson, quasi-poisson");
            usage(run(belgium, "--interval", "garwood"), "--interval must be one of wald, all, was garwood");
        }

        @Test
        void missing_options_and_columns() {
            usage(CliRun.of("rates", "trend", belgium, "--time", "year"), "--events must be given");
            usage(
                    CliRun.of("rates", "trend", belgium, "--events", "cases", "--person-time", "persons"),
                    "--time must be given");
            usage(run(belgium, "--by", "sex"), "has no column sex");
        }

        @Test
        void events_without_person_time() throws IOException {
            CliRun run = run(file("t0.csv", "year,cases,persons", "2020,5,10", "2021,3,0", "2022,8,10"));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("t0.csv:3: there are events at 2021 but no person-time or trials");
        }

        @Test
        void a_rate_of_zero_for_least_squares() throws IOException {
            CliRun run = run(
                    file("z.csv", "year,cases,persons", "2020,5,10", "2021,0,10", "2022,8,10"),
                    "--model",
                    "least-squares");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("z.csv:3: no event at 2021: a rate of 0 has no logarithm");
        }

        @Test
        void times_that_cannot_be_told_apart() throws IOException {
            Path file = file("close.csv", "year,cases,persons", "1e30,5,10", "1.0000000000000002e30,6,10");
            usage(run(file), "time is a combination of (Intercept)");
        }

        @Test
        void no_usable_row() throws IOException {
            CliRun run = run(file("none.csv", "year,cases,persons", "x,5,10"));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("none.csv has no row that can be used");
        }
    }
}
