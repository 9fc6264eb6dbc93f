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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

class InterruptCommandTest {
    private static final Path CASUALTIES = Path.of("..", "examples", "gb-road-casualties", "casualties.csv");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static CliRun run(Path file, String at, Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("rates", "interrupt", file, "--time", "month", "--events", "drivers_killed", "--at", at));
        arguments.addAll(Arrays.asList(more));
        return CliRun.of(arguments.toArray());
    }

    private static CliRun belt(Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("--person-time", "km_driven", "--model", "quasi-poisson", "--season-length", 12));
        arguments.addAll(Arrays.asList(more));
        return run(CASUALTIES, "1983-02", arguments.toArray());
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), String.join("\n", lines) + "\n");
    }

    private Path years(int first, int... counts) throws IOException {
        List<String> lines = new ArrayList<>(List.of("month,drivers_killed"));
        for (int i = 0; i < counts.length; i++) {
            lines.add((first + i) + "," + counts[i]);
        }
        return file(lines.toArray(String[]::new));
    }

    @Test
    void the_seat_belt_law_of_1983() {
        CliRun run = belt("--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results"))
                .extracting(row -> row.get("statistic").asText())
                .containsExactly(
                        "level-change",
                        "slope-change",
                        "baseline-trend",
                        "dispersion",
                        "autocorrelation",
                        "events-averted");
        JsonNode level = run.result(0);
        assertThat(Math.log(level.get("value").asDouble())).isCloseTo(-0.1985736460, within(5e-11));
        assertThat(level.at("/details/coefficientStandardError").asDouble()).isCloseTo(0.0625947632, within(5e-11));
        assertThat(level.at("/test/df/0").asDouble()).isEqualTo(177);
        assertThat(level.at("/interval/method").asText()).isEqualTo("wald");
        assertThat(Math.log(run.result(1).get("value").asDouble())).isCloseTo(0.0051077536, within(5e-11));
        assertThat(run.result(3).get("value").asDouble()).isCloseTo(1.9722064270, within(5e-11));
        assertThat(run.result(4).at("/test/method").asText()).isEqualTo("ljung-box");
        assertThat(run.result(5).at("/interval/method").asText()).isEqualTo("delta");
        assertThat(run.json().at("/provenance/options/at").asText()).isEqualTo("1983-02");
    }

    @Test
    void newey_west_covariance() {
        JsonNode level =
                belt("--covariance", "newey-west:12", "--format", "json").result(0);
        assertThat(level.at("/details/covariance").asText()).isEqualTo("newey-west:12");
        assertThat(level.at("/interval/lower").asDouble()).isCloseTo(0.7491885478122977, within(1e-8));
    }

    @Test
    void one_sentence_says_what_it_means_in_both_languages() {
        assertThat(belt().out())
                .contains("From 1983-02 on the rate lay 18 % below its earlier course")
                .contains("345.8 events fewer")
                .contains("Caution");
        CliRun chinese = CliRun.chinese(
                "rates",
                "interrupt",
                CASUALTIES,
                "--time",
                "month",
                "--events",
                "van_drivers_killed",
                "--at",
                "1983-02",
                "--season-length",
                12,
                "--explain");
        assertThat(chinese.exitCode()).isZero();
        assertThat(chinese.out()).contains("在 1983-02 水平没有明显变化", "避免的事件数", "水平变化");
        assertThat(belt("--format", "json").result(0).at("/details/summary").asText())
                .startsWith("From 1983-02");
    }

    @Test
    void a_picture_of_the_series_in_either_language() throws IOException {
        Path picture = folder.resolve("belt.svg");
        assertThat(belt("--plot", picture).exitCode()).isZero();
        assertThat(Files.readString(picture)).contains("observed", "model", "expected without the measure", "1983-01");
        assertThat(belt("--plot", picture, "--lang", "zh").exitCode()).isZero();
        assertThat(Files.readString(picture)).contains("观察值", "无措施时期望");
    }

    @Test
    void a_start_near_an_end_is_null_with_its_cause() throws IOException {
        Path file = years(2010, 9, 8, 9, 7, 8, 9, 8, 7, 9, 8);
        for (String at : List.of("2010", "2011", "2019")) {
            CliRun run = run(file, at, "--format", "json");
            assertThat(run.exitCode()).isZero();
            assertThat(run.result(0).get("value").isNull()).isTrue();
            assertThat(run.result(0).get("status").asText()).isEqualTo("empty-domain");
            assertThat(run.result(0).at("/warnings/0/code").asText()).isEqualTo("interrupt-too-few");
        }
        CliRun third = run(file, "2017", "--format", "json");
        assertThat(third.result(0).get("value").isNull()).isFalse();
        assertThat(third.result(0).at("/warnings/0/code").asText()).isEqualTo("interrupt-descriptive");
        assertThat(third.result(0).at("/warnings/1/code").asText()).isEqualTo("interrupt-edge");
        JsonNode averted = third.result(third.json().get("results").size() - 1);
        assertThat(averted.get("statistic").asText()).isEqualTo("events-averted");
        assertThat(averted.get("status").asText()).isEqualTo("unreliable");
        assertThat(run(file, "2017").out()).contains("cannot be told").doesNotContain("fewer than that course");
    }

    @Test
    void rows_out_of_order_are_put_in_order_and_named() throws IOException {
        Path file =
                file("month,drivers_killed,km_driven", "2020-02,6,10", "2020-01,5,10", "2020-03,5,10", "2020-04,4,10");
        CliRun run = run(file, "2020-03", "--lang", "zh");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out() + run.err()).contains("未按时间先后排列（最先在 2020-02）");
    }

    @Test
    void all_zero_is_null_with_its_cause() throws IOException {
        CliRun run = run(years(2010, 0, 0, 0, 0, 0, 0), "2013", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("status").asText()).isEqualTo("separated");
        assertThat(run.result(0).at("/warnings/0/code").asText()).isEqualTo("no-events");
    }

    @Test
    void gaps_and_times_without_person_time_are_named() throws IOException {
        Path file = file(
                "month,drivers_killed,km_driven",
                "2020-01,5,10",
                "2020-02,6,10",
                "2020-03,0,0",
                "2020-04,4,10",
                "2020-07,3,10",
                "2020-08,2,10",
                "2020-09,3,10");
        CliRun run = run(file, "2020-07", "--person-time", "km_driven", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("n").asInt()).isEqualTo(6);
        assertThat(run.result(0).get("warnings"))
                .extracting(warning -> warning.get("code").asText())
                .contains("times-left-out", "time-gaps");
    }

    @Nested
    class Rejects {
        private void usage(CliRun run, int code, String message) {
            assertThat(run.exitCode()).isEqualTo(code);
            assertThat(run.err()).contains(message);
            assertThat(run.out()).isEmpty();
        }

        @Test
        void a_time_that_is_not_in_the_file() {
            usage(
                    run(CASUALTIES, "1990-01"),
                    2,
                    "--at 1990-01 is not a time of the file, which goes from 1969-01 to 1984-12");
            usage(run(CASUALTIES, "spring"), 2, "--at spring is not a time of the file");
        }

        @Test
        void wrong_choices() {
            usage(belt("--covariance", "hc9"), 2, "--covariance must be one of model, hc0, hc1, newey-west:LAG");
            usage(run(CASUALTIES, "1983-02", "--model", "gauss"), 2, "--model must be one of poisson");
            usage(run(CASUALTIES, "1983-02", "--season-length", 1), 2, "--season-length must be 2 or more, was 1");
            usage(CliRun.of("rates", "interrupt", CASUALTIES, "--time", "month"), 2, "--at must be given");
        }

        @Test
        void doubles_and_events_without_person_time() throws IOException {
            Path twice = file("month,drivers_killed", "2020,5", "2020,6", "2021,4");
            usage(run(twice, "2021"), 2, "the time 2020 appears in more than one row");
            Path none = file("month,drivers_killed,km_driven", "2020,5,0", "2021,4,10", "2022,4,10");
            usage(run(none, "2021", "--person-time", "km_driven"), 3, "there are events at 2020 but no person-time");
        }

        @Test
        void a_season_that_cannot_be_told_from_the_change() throws IOException {
            usage(run(years(2010, 9, 8, 9, 7, 8, 9), "2013", "--season-length", 6), 2, "is a combination of");
        }
    }
}
