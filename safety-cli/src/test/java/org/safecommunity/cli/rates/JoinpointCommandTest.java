package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

class JoinpointCommandTest {
    private static final int[] BELGIUM = {12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun run(String... more) throws IOException {
        StringBuilder text = new StringBuilder("year,cases,people\n");
        for (int i = 0; i < BELGIUM.length; i++) {
            text.append(1981 + i).append(',').append(BELGIUM[i]).append(",1000\n");
        }
        Path file = Files.writeString(folder.resolve("cases.csv"), text);
        Object[] start = {"rates", "joinpoint", file, "--time", "year", "--events", "cases", "--person-time", "people"};
        Object[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(start), java.util.Arrays.stream(more))
                .toArray();
        return CliRun.of(all);
    }

    @Test
    void joinpoint_segments_and_average() throws IOException {
        CliRun run = run("--max-joinpoints", "1", "--format", "json", "--explain");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("statistic").asText()).isEqualTo("joinpoint");
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(1988);
        assertThat(run.result(0).at("/item/index").asText()).isEqualTo("1");
        assertThat(run.result(1).at("/item/segment").asText()).isEqualTo("1981-1988");
        assertThat(run.result(1).get("value").asDouble()).isCloseTo(39.988168687, within(1e-8));
        assertThat(run.result(1).at("/test/method").asText()).isEqualTo("wald");
        assertThat(run.result(2).get("value").asDouble()).isCloseTo(10.647911362, within(1e-8));
        assertThat(run.result(3).get("statistic").asText()).isEqualTo("average-annual-percent-change");
        assertThat(run.result(3).get("value").asDouble()).isCloseTo(26.919870100, within(1e-8));
    }

    @Test
    void a_lowered_number_is_remarked() throws IOException {
        CliRun run = run("--max-joinpoints", "5", "--format", "json");
        assertThat(run.result(0).at("/warnings/0/code").asText()).isEqualTo("joinpoints-lowered");
    }

    @Test
    void the_number_is_chosen_by_tests_and_drawn() throws IOException {
        Path plot = folder.resolve("joinpoint.svg");
        CliRun run = run(
                "--max-joinpoints",
                "2",
                "--selection",
                "permutation",
                "--permutations",
                "199",
                "--seed",
                "3",
                "--plot",
                plot.toString(),
                "--format",
                "json",
                "--explain");
        assertThat(run.exitCode()).isZero();
        int last = run.json().get("results").size() - 1;
        assertThat(run.result(last).get("statistic").asText()).isEqualTo("joinpoint-number");
        assertThat(run.result(last).get("value").asDouble()).isEqualTo(2);
        assertThat(run.result(last).at("/inputs/seed").asInt()).isEqualTo(3);
        assertThat(run.result(last).at("/details/pValues/0:2").asDouble()).isEqualTo(1 / 200d);
        assertThat(run.result(last).at("/details/criterion/1").asDouble()).isPositive();
        assertThat(Files.readString(plot)).contains("joinpoints", "<svg");
        CliRun weighted = run("--max-joinpoints", "1", "--selection", "weighted-bic", "--format", "json");
        assertThat(weighted.result(0).get("value").asDouble()).isEqualTo(1988);
    }

    @Test
    void settings_of_the_tests_need_the_tests() throws IOException {
        CliRun run = run("--seed", "2", "--lang", "zh");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--seed 只用于 --selection permutation");
        assertThat(run("--selection", "aic").err()).contains("bic, weighted-bic, permutation");
        assertThat(run("--selection", "permutation", "--permutations", "5").err())
                .contains("permutations must be 99 or more, was 5");
    }

    @Test
    void wrong_usage_is_worded() throws IOException {
        assertThat(run("--model", "gamma").exitCode()).isEqualTo(2);
        assertThat(run("--model", "gamma").err()).contains("poisson, quasi-poisson, log-linear");
        assertThat(run("--max-joinpoints", "-1").exitCode()).isEqualTo(2);
    }
}
