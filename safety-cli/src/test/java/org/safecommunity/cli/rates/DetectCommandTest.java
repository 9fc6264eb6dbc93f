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

class DetectCommandTest {
    private static final int[] SHEET = {3, 5, 2, 4, 6, 3, 4, 5, 2, 3, 4, 6, 12, 15, 4, 3, 5, 2};
    private static final Path CASUALTIES = Path.of("..", "examples", "gb-road-casualties", "casualties.csv");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path series(int... counts) throws IOException {
        List<String> lines = new ArrayList<>(List.of("day,cases"));
        for (int i = 0; i < counts.length; i++) {
            lines.add((i + 1) + "," + counts[i]);
        }
        return Files.writeString(folder.resolve("cases.csv"), String.join("\n", lines) + "\n");
    }

    private static CliRun run(Path file, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("rates", "detect", file, "--time", "day", "--events", "cases"));
        arguments.addAll(Arrays.asList(more));
        return CliRun.of(arguments.toArray());
    }

    @Test
    void ears_of_the_method_sheet() throws IOException {
        CliRun c1 = run(series(SHEET), "--method", "ears-c1", "--format", "json");
        assertThat(c1.exitCode()).isZero();
        assertThat(c1.json().get("results")).hasSize(18);
        JsonNode thirteenth = c1.result(12);
        assertThat(thirteenth.get("value").asDouble()).isEqualTo(12);
        assertThat(thirteenth.at("/item/time").asText()).isEqualTo("13");
        assertThat(thirteenth.at("/details/threshold").asDouble()).isCloseTo(8.0140782945, within(5e-11));
        assertThat(thirteenth.at("/details/alarm").asBoolean()).isTrue();
        assertThat(c1.result(0).at("/details/threshold").isMissingNode()).isTrue();
        assertThat(c1.result(0).at("/warnings/0/code").asText()).isEqualTo("history-short");
        JsonNode c3 = run(series(SHEET), "--method", "ears-c3", "--alpha", "0.025", "--format", "json")
                .result(13);
        assertThat(c3.at("/details/earsStatistic").asDouble()).isCloseTo(12.86470142, within(5e-9));
        assertThat(c3.at("/details/alarm").asBoolean()).isTrue();
    }

    @Test
    void farrington_of_months_with_a_range_by_times() {
        CliRun run = CliRun.of(
                "rates",
                "detect",
                CASUALTIES,
                "--time",
                "month",
                "--events",
                "van_drivers_killed",
                "--method",
                "farrington",
                "--half-window",
                "1",
                "--range",
                "1984-01..1984-12",
                "--format",
                "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(12);
        assertThat(run.result(0).at("/item/time").asText()).isEqualTo("1984-01");
        assertThat(run.result(0).at("/details/threshold").asDouble()).isPositive();
        assertThat(run.json().at("/provenance/options/frequency").asInt()).isEqualTo(12);
    }

    @Test
    void the_floor_of_the_deviation_is_an_option() throws IOException {
        int[] flat = {2, 2, 2, 2, 2, 2, 2, 3};
        assertThat(run(series(flat), "--format", "json")
                        .result(7)
                        .at("/details/alarm")
                        .asBoolean())
                .isFalse();
        assertThat(run(series(flat), "--min-sigma", "0.1", "--format", "json")
                        .result(7)
                        .at("/details/alarm")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_picture_with_threshold_and_alarms() throws IOException {
        Path picture = folder.resolve("detect.svg");
        assertThat(run(series(SHEET), "--plot", picture).exitCode()).isZero();
        assertThat(Files.readString(picture)).contains("threshold", "alarms", "observed");
    }

    @Test
    void speaks_chinese_and_explains() throws IOException {
        CliRun run = run(series(SHEET), "--lang", "zh", "--explain", "--range", "13..14");
        assertThat(run.out()).contains("阈值", "报警", "基线均值");
    }

    @Test
    void sums_of_counts_against_a_given_mean_and_a_baseline() throws IOException {
        Path lucas = series(2, 3, 1, 4, 6, 7, 3, 8, 2, 5);
        CliRun given = run(lucas, "--method", "cusum", "--mean", "2.5", "--format", "json", "--explain");
        assertThat(given.exitCode()).isZero();
        assertThat(given.result(9).at("/details/cusum").asDouble()).isCloseTo(9.75283678444, within(1e-10));
        assertThat(given.result(5).at("/details/alarm").asBoolean()).isTrue();
        assertThat(given.result(4).at("/details/alarm").asBoolean()).isFalse();
        assertThat(given.result(4).get("derivation").size()).isGreaterThan(3);
        CliRun baseline = run(series(SHEET), "--method", "cusum-rossi", "--baseline", "6", "--format", "json");
        assertThat(baseline.result(5).at("/details/threshold").isMissingNode()).isTrue();
        assertThat(baseline.result(6).at("/details/threshold").asDouble()).isPositive();
        CliRun few = run(series(2, 3, 1, 4, 6, 7, 3, 8, 2, 5), "--method", "cusum");
        assertThat(few.exitCode()).isEqualTo(3);
        assertThat(few.err()).contains("cusum needs 12 points of history").contains("3 are missing");
    }

    @Nested
    class Rejects {
        private void rejects(CliRun run, int code, String message) {
            assertThat(run.exitCode()).isEqualTo(code);
            assertThat(run.err()).contains(message);
            assertThat(run.out()).isEmpty();
        }

        @Test
        void wrong_choices() throws IOException {
            rejects(run(series(SHEET), "--method", "sprt"), 2, "--method must be one of ears-c1");
            rejects(run(series(SHEET), "--alpha", "2"), 2, "alpha must be between 0 and 1, was 2");
            rejects(run(series(SHEET), "--range", "x..y"), 2, "--range x..y is neither");
        }

        @Test
        void too_little_history_tells_how_much_is_missing() throws IOException {
            rejects(
                    run(series(1, 2, 3)),
                    3,
                    "ears-c1 needs 7 points of history, and the last point to judge, 3, has 2");
            CliRun farrington = run(series(SHEET), "--method", "farrington");
            rejects(farrington, 3, "farrington needs 211 points of history");
            assertThat(farrington.err()).contains("194 are missing");
        }

        @Test
        void gaps_for_farrington() throws IOException {
            Path file = Files.writeString(folder.resolve("gap.csv"), "day,cases\n1,2\n2,3\n5,4\n");
            rejects(run(file, "--method", "farrington"), 3, "Farrington needs every period, these are missing: 3, 4");
            assertThat(run(file, "--method", "ears-c1", "--baseline", "2").exitCode())
                    .isZero();
        }
    }
}
