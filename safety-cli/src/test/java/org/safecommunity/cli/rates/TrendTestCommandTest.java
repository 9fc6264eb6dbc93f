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
import org.safecommunity.cli.CliRun;

class TrendTestCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path drivers;

    @BeforeEach
    void series() throws IOException {
        // drivers killed in Great Britain (Harvey & Durbin 1986), with a denominator that halves the later values
        int[] killed = {1402, 1598, 1651, 1769, 1731, 1553, 1417, 1441, 1429, 1525, 1479, 1339, 1346, 1472, 1198, 1228};
        List<String> lines = new ArrayList<>(List.of("year,killed,persons"));
        for (int i = 0; i < killed.length; i++) {
            lines.add((1969 + i) + "," + killed[i] + "," + (i < 8 ? 1000 : 2000));
        }
        drivers = file("drivers.csv", lines.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static CliRun run(Path file, String events, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("rates", "trend-test", file, "--time", "year", "--events", events));
        arguments.addAll(Arrays.asList(more));
        return CliRun.of(arguments.toArray());
    }

    @Test
    void mann_kendall_of_a_raw_series() {
        JsonNode row = run(drivers, "killed", "--format", "json").result(0);
        assertThat(row.get("statistic").asText()).isEqualTo("trend-test");
        assertThat(row.get("value").asDouble()).isEqualTo(-58);
        assertThat(row.at("/test/method").asText()).isEqualTo("mann-kendall");
        assertThat(row.at("/test/statistic").asDouble()).isCloseTo(-2.5662834627, within(1e-10));
        assertThat(row.at("/details/variance").asDouble()).isCloseTo(493.333333, within(1e-6));
        assertThat(row.get("n").asInt()).isEqualTo(16);
    }

    @Test
    void sen_slope_of_a_raw_series() {
        CliRun run = run(drivers, "killed", "--method", "sen", "--format", "json");
        JsonNode row = run.result(0);
        assertThat(row.get("statistic").asText()).isEqualTo("sen-slope");
        assertThat(row.get("value").asDouble()).isEqualTo(-27);
        assertThat(row.at("/interval/method").asText()).isEqualTo("sen");
        assertThat(row.at("/interval/lower").asDouble()).isCloseTo(-40.666666666666664, within(1e-12));
        assertThat(row.at("/interval/upper").asDouble()).isCloseTo(-10.5, within(1e-12));
    }

    @Test
    void with_person_time_the_series_is_the_rate() {
        double raw = run(drivers, "killed", "--method", "sen", "--person-time", "persons", "--format", "json")
                .result(0)
                .get("value")
                .asDouble();
        double per = run(
                        drivers,
                        "killed",
                        "--method",
                        "sen",
                        "--person-time",
                        "persons",
                        "--per",
                        "1000",
                        "--format",
                        "json")
                .result(0)
                .get("value")
                .asDouble();
        assertThat(raw).isCloseTo(-0.08259090909090908, within(1e-12));
        assertThat(per).isCloseTo(1000 * raw, within(1e-9));
        double s = run(drivers, "killed", "--person-time", "persons", "--format", "json")
                .result(0)
                .get("value")
                .asDouble();
        assertThat(s).isEqualTo(-80);
    }

    @Test
    void a_raw_series_may_be_any_numbers() throws IOException {
        Path file = file("means.csv", "year,x", "1,-2.5", "2,-1.25", "3,0", "4,3.5", "5,7");
        CliRun run = run(file, "x", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(10);
        assertThat(run.result(0).at("/details/exactPValue").asDouble()).isCloseTo(2 / 120d, within(1e-15));
    }

    @Test
    void cochran_armitage_takes_the_times_as_scores() throws IOException {
        // Fleiss 1981, p. 139
        Path file = file("fleiss.csv", "year,smokers,patients", "1,83,86", "2,90,93", "3,129,136", "4,70,82");
        JsonNode row = run(file, "smokers", "--trials", "patients", "--method", "cochran-armitage", "--format", "json")
                .result(0);
        assertThat(row.at("/test/statistic").asDouble()).isCloseTo(-2.8679125310, within(1e-10));
        assertThat(row.at("/test/pValue").asDouble()).isCloseTo(0.004132, within(5e-7));
        assertThat(row.at("/details/chiSquared").asDouble()).isCloseTo(8.2249222852, within(1e-10));
        JsonNode sample = run(
                        file,
                        "smokers",
                        "--trials",
                        "patients",
                        "--method",
                        "cochran-armitage",
                        "--variance",
                        "sample",
                        "--format",
                        "json")
                .result(0);
        assertThat(sample.at("/details/chiSquared").asDouble()).isCloseTo(8.2042045968, within(1e-10));
    }

    @Test
    void poisson_score_tests_rates() throws IOException {
        Path file = file("rates.csv", "year,x,t", "0,12,1000", "1,15,1000", "2,21,1100", "3,30,1200");
        JsonNode row = run(file, "x", "--person-time", "t", "--method", "poisson-score", "--format", "json")
                .result(0);
        assertThat(row.at("/test/statistic").asDouble()).isCloseTo(2.379469849656, within(1e-11));
    }

    @Test
    void constant_short_and_empty_series_have_a_status_or_p_one() throws IOException {
        Path file = file(
                "edge.csv",
                "year,g,x,n",
                "1,constant,4,9",
                "2,constant,4,9",
                "3,constant,4,9",
                "4,constant,4,9",
                "1,short,4,9",
                "2,short,5,9",
                "1,one,4,9",
                "1,empty,0,0",
                "2,empty,0,0");
        CliRun run = run(file, "x", "--trials", "n", "--by", "g", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).at("/test/pValue").asDouble()).isEqualTo(1);
        assertThat(run.result(1).get("value").asDouble()).isEqualTo(1);
        assertThat(run.result(1).get("status").asText()).isEqualTo("no-df");
        assertThat(run.result(2).get("value").isNull()).isTrue();
        assertThat(run.result(2).get("status").asText()).isEqualTo("single-unit");
        assertThat(run.result(3).get("status").asText()).isEqualTo("empty-domain");
        CliRun armitage =
                run(file, "x", "--trials", "n", "--by", "g", "--method", "cochran-armitage", "--format", "json");
        assertThat(armitage.exitCode()).isZero();
        assertThat(armitage.result(0).at("/test/pValue").asDouble()).isEqualTo(1);
        assertThat(armitage.result(2).get("status").asText()).isEqualTo("single-unit");
        assertThat(armitage.result(3).get("status").asText()).isEqualTo("empty-domain");
        assertThat(armitage.result(3).at("/warnings/0/code").asText()).isEqualTo("times-left-out");
        CliRun sen = run(file, "x", "--by", "g", "--method", "sen", "--format", "json");
        assertThat(sen.result(0).get("value").asDouble()).isZero();
        assertThat(sen.result(2).get("status").asText()).isEqualTo("single-unit");
    }

    @Test
    void speaks_chinese_and_explains() {
        CliRun run = CliRun.chinese(
                "rates", "trend-test", drivers, "--time", "year", "--events", "killed", "--method", "sen", "--explain");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Sen 斜率", "秩次间距", "前提");
    }

    @Nested
    class Rejects {
        private void usage(CliRun run, String message) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(message);
        }

        @Test
        void denominators_that_do_not_fit_the_method() {
            usage(
                    run(drivers, "killed", "--person-time", "persons", "--trials", "persons"),
                    "--person-time and --trials cannot both be given");
            usage(run(drivers, "killed", "--method", "cochran-armitage"), "--trials must be given");
            usage(
                    run(drivers, "killed", "--method", "cochran-armitage", "--person-time", "persons"),
                    "cochran-armitage tests proportions and takes --trials");
            usage(run(drivers, "killed", "--method", "poisson-score"), "--person-time must be given");
            usage(
                    run(drivers, "killed", "--method", "poisson-score", "--trials", "persons"),
                    "poisson-score tests rates and takes --person-time");
        }

        @Test
        void unknown_choices() {
            usage(
                    run(drivers, "killed", "--method", "kendall"),
                    "--method must be one of mann-kendall, sen, cochran-armitage, poisson-score, was kendall");
            usage(run(drivers, "killed", "--variance", "sas"), "--variance must be one of population, sample, was sas");
            usage(run(drivers, "killed", "--per", "0"), "--per must be finite and greater than 0, was 0");
        }

        @Test
        void two_rows_of_one_time() throws IOException {
            Path file = file("twice.csv", "year,x", "1,4", "2,5", "2,6");
            usage(run(file, "x"), "twice.csv:3: the time 2 appears in more than one row");
        }

        @Test
        void values_that_are_no_numbers_are_findings() throws IOException {
            CliRun run = run(file("text.csv", "year,x", "1,4", "2,many", "3,6", "4,7", "5,9"), "x");
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("text.csv:3:x: must be a number, was a text of 4 characters");
        }

        @Test
        void events_without_denominator() throws IOException {
            CliRun run = run(file("t0.csv", "year,x,t", "1,4,10", "2,3,0"), "x", "--person-time", "t");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("t0.csv:3: there are events at 2 but no person-time or trials");
        }

        @Test
        void a_series_too_long_for_its_pairs() throws IOException {
            List<String> lines = new ArrayList<>(List.of("year,x"));
            for (int i = 0; i <= 5000; i++) {
                lines.add(i + "," + i % 7);
            }
            Path file = file("long.csv", lines.toArray(String[]::new));
            usage(run(file, "x", "--method", "sen"), "times must have at most 5000 values, was 5001");
        }
    }
}
