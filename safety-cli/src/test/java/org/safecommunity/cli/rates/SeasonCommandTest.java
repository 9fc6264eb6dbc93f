package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

class SeasonCommandTest {
    private static final int[] FALLS = {1668, 1407, 1370, 1309, 1341, 1338, 1406, 1446, 1332, 1363, 1410, 1526};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path falls(String prefix) throws IOException {
        List<String> lines = new ArrayList<>(List.of("month,deaths"));
        for (int i = 0; i < 12; i++) {
            lines.add(prefix + (prefix.isEmpty() || i >= 9 ? "" : "0") + (i + 1) + "," + FALLS[i]);
        }
        return Files.writeString(folder.resolve("falls.csv"), String.join("\n", lines) + "\n");
    }

    private static CliRun run(Path file, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("rates", "season", file, "--time", "month", "--events", "deaths"));
        arguments.addAll(Arrays.asList(more));
        return CliRun.of(arguments.toArray());
    }

    @Test
    void accidental_falls_by_months_with_and_without_a_year() throws IOException {
        for (String prefix : List.of("", "1970-")) {
            CliRun run = run(falls(prefix), "--format", "json");
            assertThat(run.exitCode()).isZero();
            assertThat(run.result(0).get("statistic").asText()).isEqualTo("amplitude");
            assertThat(run.result(0).get("value").asDouble()).isCloseTo(0.063958224, within(5e-10));
            assertThat(run.result(0).at("/details/peakToTrough").asDouble()).isCloseTo(1.136458046, within(5e-10));
            assertThat(run.result(1).get("statistic").asText()).isEqualTo("peak");
            assertThat(run.result(1).get("unit").asText()).isEqualTo("degrees");
            assertThat(run.result(2).at("/test/statistic").asDouble()).isCloseTo(26.749083981, within(5e-10));
            assertThat(run.result(3).at("/test/statistic").asDouble()).isCloseTo(27.829808023, within(5e-10));
            assertThat(run.result(4).at("/test/statistic").asDouble()).isCloseTo(75.427303825, within(5e-10));
        }
    }

    @Test
    void edwards() throws IOException {
        CliRun run = run(falls(""), "--method", "edwards", "--format", "json");
        assertThat(run.result(0).get("value").asDouble()).isCloseTo(0.056236802, within(5e-10));
        assertThat(run.result(1).get("value").asDouble()).isCloseTo(350.776, within(5e-4));
    }

    @Test
    void several_years_are_added_up_in_both_languages() {
        CliRun run = CliRun.chinese(
                "rates",
                "season",
                Path.of("..", "examples", "gb-road-casualties", "casualties.csv"),
                "--time",
                "month",
                "--events",
                "drivers_killed",
                "--explain");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("振幅", "高峰", "季节性检验", "Edwards 卡方");
    }

    @Test
    void rejects_what_is_no_month() throws IOException {
        Path file = Files.writeString(folder.resolve("years.csv"), "month,deaths\n2020,4\n2021,5\n");
        CliRun run = run(file);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the time 2020 is neither a month nor a quarter");
        assertThat(run(falls(""), "--method", "fft").err()).contains("--method must be one of cosinor, edwards");
    }
}
