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

class ChartCommandTest {
    private static final String BOARDS = "21 24 16 12 15 5 28 20 31 25 20 24 16 19 10 17 13 22 18 39 30 24 16 19 17 15";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path series(String values, String sizes) throws IOException {
        String[] x = values.split(" ");
        String[] n = sizes.split(" ");
        List<String> lines = new ArrayList<>(List.of("week,events,n"));
        for (int i = 0; i < x.length; i++) {
            lines.add((i + 1) + "," + x[i] + "," + n[Math.min(i, n.length - 1)]);
        }
        return Files.writeString(folder.resolve("chart.csv"), String.join("\n", lines) + "\n");
    }

    private static CliRun run(Path file, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("rates", "chart", file, "--time", "week", "--events", "events"));
        arguments.addAll(Arrays.asList(more));
        return CliRun.of(arguments.toArray());
    }

    private static List<String> signals(JsonNode row) {
        List<String> names = new ArrayList<>();
        row.at("/details/signals").forEach(name -> names.add(name.asText()));
        return names;
    }

    @Test
    void circuit_boards_of_the_book() throws IOException {
        CliRun run = run(series(BOARDS, "1"), "--type", "c", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(26);
        JsonNode sixth = run.result(5);
        assertThat(sixth.get("statistic").asText()).isEqualTo("c-chart");
        assertThat(sixth.at("/item/time").asText()).isEqualTo("6");
        assertThat(sixth.get("value").asDouble()).isEqualTo(5);
        assertThat(sixth.at("/details/centre").asDouble()).isCloseTo(19.8461538462, within(5e-11));
        assertThat(sixth.at("/details/lower").asDouble()).isCloseTo(6.4814471672, within(5e-11));
        assertThat(sixth.at("/details/upper").asDouble()).isCloseTo(33.2108605251, within(5e-11));
        assertThat(signals(sixth)).containsExactly("beyond-limits");
        assertThat(signals(run.result(19))).containsExactly("beyond-limits");
        assertThat(signals(run.result(0))).isEmpty();
    }

    @Test
    void single_values_and_times_between_events() throws IOException {
        Path days = series("2 11 5 1 30 7 14 3 22 9", "1");
        JsonNode t = run(days, "--type", "t", "--format", "json").result(0);
        assertThat(t.get("statistic").asText()).isEqualTo("t-chart");
        assertThat(t.at("/details/centre").asDouble()).isCloseTo(7.7335137006, within(1e-9));
        assertThat(t.at("/details/upper").asDouble()).isCloseTo(116.5617904239, within(1e-8));
        Path values = series("10.5 9.5 10.5 9.5 10.5 9.5 10.5 9.5 10.5 9.5 10.5 9.5 18", "1");
        CliRun run = run(values, "--type", "i-mr", "--baseline", "12", "--format", "json");
        assertThat(run.result(0).at("/details/centre").asDouble()).isEqualTo(10);
        assertThat(signals(run.result(12))).containsExactly("beyond-limits", "moving-range");
        assertThat(run(days, "--type", "t", "--denominator", "n").err()).contains("takes no --denominator");
    }

    @Test
    void laney_and_probability_limits() throws IOException {
        Path rates = series(
                "30 42 25 38 51 29 33 47 36 40 28 55", "12.1 14.0 11.2 13.5 15.1 12.0 12.8 14.4 13.0 13.7 11.8 15.6");
        JsonNode first = run(rates, "--type", "laney-u", "--denominator", "n", "--format", "json")
                .result(0);
        assertThat(first.at("/details/betweenSigma").asDouble()).isCloseTo(1.1368870638, within(5e-11));
        assertThat(first.at("/details/lower").asDouble()).isCloseTo(1.1959801031, within(5e-11));
        assertThat(first.at("/details/upper").asDouble()).isCloseTo(4.5075374849, within(5e-11));
        Path gaps = series("2 11 5 0 30 7 14 3 22 9", "1");
        JsonNode gap = run(gaps, "--type", "g", "--probability", "0.00135", "--format", "json")
                .result(0);
        assertThat(gap.at("/details/centre").asDouble()).isEqualTo(7);
        assertThat(gap.at("/details/upper").asDouble()).isEqualTo(71);
    }

    @Test
    void weighted_charts_with_a_target() throws IOException {
        Path data = series(
                "9.45 7.99 9.29 11.66 12.16 10.18 8.04 11.46 9.20 10.34 9.03 11.47 10.51 9.40 10.08 9.37 10.62 10.31 8.52"
                        + " 10.84 10.90 9.33 12.29 11.50 10.60 11.08 10.38 11.62 11.31 10.52",
                "1");
        CliRun ewma = run(
                data,
                "--type",
                "ewma",
                "--lambda",
                "0.1",
                "--sigma",
                "2.7",
                "--centre",
                "10",
                "--sigma-value",
                "1",
                "--format",
                "json");
        assertThat(ewma.result(0).get("value").asDouble()).isCloseTo(9.945, within(1e-12));
        assertThat(ewma.result(29).at("/details/upper").asDouble()).isCloseTo(10.618865677, within(5e-10));
        assertThat(signals(ewma.result(27))).isEmpty();
        assertThat(signals(ewma.result(28))).containsExactly("beyond-limits");
        CliRun cusum = run(
                data,
                "--type",
                "cusum",
                "--k",
                "0.5",
                "--h",
                "5",
                "--centre",
                "10",
                "--sigma-value",
                "1",
                "--format",
                "json");
        assertThat(cusum.result(28).get("value").asDouble()).isCloseTo(5.28, within(1e-9));
        assertThat(signals(cusum.result(28))).containsExactly("beyond-limits");
    }

    @Test
    void the_baseline_by_number_by_times_and_by_position() throws IOException {
        Path file = series(BOARDS, "1");
        double ten = run(file, "--baseline", "10", "--format", "json")
                .result(25)
                .at("/details/centre")
                .asDouble();
        assertThat(ten).isCloseTo(19.7, within(1e-12));
        assertThat(run(file, "--baseline", "1..10", "--format", "json")
                        .result(0)
                        .at("/details/centre")
                        .asDouble())
                .isEqualTo(ten);
        Path months = Path.of("..", "examples", "gb-road-casualties", "casualties.csv");
        CliRun run = CliRun.of(
                "rates",
                "chart",
                months,
                "--time",
                "month",
                "--events",
                "van_drivers_killed",
                "--baseline",
                "1969-01..1969-12",
                "--format",
                "json");
        assertThat(run.result(100).at("/details/centre").asDouble()).isCloseTo(131 / 12d, within(1e-12));
    }

    @Test
    void a_point_without_denominator_is_null_and_runs_are_named() throws IOException {
        CliRun run = run(
                series("5 6 0 5 6 5 6 5", "10 10 0 10 10 10 10 10"),
                "--type",
                "u",
                "--denominator",
                "n",
                "--format",
                "json");
        assertThat(run.result(2).get("value").isNull()).isTrue();
        assertThat(run.result(2).get("status").asText()).isEqualTo("no-person-time");
        assertThat(run.result(0).at("/warnings/0/code").asText()).isEqualTo("chart-trial-limits");
        Path file = series("6 6 6 6 6 6 6 6 4 4 4 4 4 4 4 4", "1");
        assertThat(signals(run(file, "--rules", "all", "--format", "json").result(7)))
                .containsExactly("run-of-8");
        assertThat(signals(run(file, "--rules", "none", "--format", "json").result(7)))
                .isEmpty();
    }

    @Test
    void a_picture_of_the_chart() throws IOException {
        Path picture = folder.resolve("chart.svg");
        CliRun run = run(series(BOARDS, "1"), "--plot", picture, "--format", "json");
        assertThat(run.exitCode()).isZero();
        String svg = Files.readString(picture);
        assertThat(svg).startsWith("<svg").contains("signals", "limits", "centre", "stroke-dasharray");
        assertThat(svg.split("#d55e00", -1).length - 1).isGreaterThanOrEqualTo(2);
        run(series(BOARDS, "1"), "--plot", picture, "--format", "json");
        assertThat(Files.readString(picture)).isEqualTo(svg);
        CliRun groups = run(series("5 6 3 4", "10 20 10 20"), "--by", "n", "--plot", picture);
        assertThat(groups.exitCode()).isEqualTo(2);
        assertThat(groups.err()).contains("--plot draws one series, the file has 2 groups");
    }

    @Test
    void speaks_chinese_and_explains() throws IOException {
        CliRun run = run(series(BOARDS, "1"), "--lang", "zh", "--explain");
        assertThat(run.out()).contains("事件数（c 图）", "中心线", "基线的中心");
    }

    @Nested
    class Rejects {
        private void usage(CliRun run, String message) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(message);
            assertThat(run.out()).isEmpty();
        }

        @Test
        void options_that_do_not_fit() throws IOException {
            Path file = series(BOARDS, "50");
            usage(run(file, "--type", "x"), "--type must be one of c, u");
            usage(run(file, "--type", "u"), "a chart of type u needs --denominator");
            usage(run(file, "--type", "c", "--denominator", "n"), "a chart of type c takes no --denominator");
            usage(run(file, "--sigma", "3", "--probability", "0.01"), "cannot both be given");
            usage(run(file, "--rules", "run"), "--rules must be one of beyond-limits");
            usage(run(file, "--baseline", "many"), "--baseline many is neither a number of points nor a range");
            usage(run(file, "--baseline", "40..50"), "the series has no point there, it has 26");
            usage(run(file, "--type", "ewma", "--lambda", "2"), "lambda must be above 0 and at most 1");
            usage(run(file, "--type", "ewma", "--probability", "0.1"), "limits by probability are of c, u");
        }

        @Test
        void events_without_denominator_and_too_many_events() throws IOException {
            CliRun none = run(series("5 6 3", "10 0 10"), "--type", "u", "--denominator", "n");
            assertThat(none.exitCode()).isEqualTo(3);
            assertThat(none.err()).contains("there are events at 2 but no person-time");
            CliRun many = run(series("5 60 3", "10 10 10"), "--type", "p", "--denominator", "n");
            assertThat(many.exitCode()).isZero();
            assertThat(many.err()).contains("chart.csv:3:events");
        }
    }
}
