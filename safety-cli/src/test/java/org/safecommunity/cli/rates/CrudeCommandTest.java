package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class CrudeCommandTest {
    /** Relative agreement asked for; limits of 0 come out of the bisection of the reference as some 1e-15. */
    private static final double TOLERANCE = 1e-9;

    private static final double ZERO = 1e-12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** All methods, counts from 0 to a million, levels from 0.5 to 0.9999, one side and both. */
    @ParameterizedTest
    @CsvFileSource(resources = "crude-command.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String method, String events, String personTime, String level, String side, String lower, String upper) {
        CliRun run = CliRun.of(
                "rates",
                "crude",
                "--events",
                events,
                "--person-time",
                personTime,
                "--interval",
                method,
                "--level",
                level,
                "--side",
                side,
                "--format",
                "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode row = run.result(0);
        double rate = Double.parseDouble(events) / Double.parseDouble(personTime) * 1e5;
        assertThat(row.get("value").asDouble()).isCloseTo(rate, within(rate * 1e-12));
        JsonNode interval = row.get("interval");
        if (lower.equals("NA")) {
            assertThat(interval).isNull();
            assertThat(row.at("/warnings/1/code").asText()).isEqualTo("interval-undefined");
            return;
        }
        assertThat(interval.get("method").asText()).isEqualTo(method);
        assertThat(interval.get("level").asDouble()).isEqualTo(Double.parseDouble(level));
        assertClose(interval.get("lower").asDouble(), Double.parseDouble(lower));
        if (upper.equals("Inf")) {
            assertThat(interval.get("upper").isNull()).isTrue();
            assertThat(interval.get("unbounded").asText()).isEqualTo("upper");
        } else {
            assertClose(interval.get("upper").asDouble(), Double.parseDouble(upper));
        }
    }

    private static void assertClose(double value, double expected) {
        assertThat(value).isCloseTo(expected, within(Math.max(ZERO, Math.abs(expected) * TOLERANCE)));
    }

    @Test
    void all_gives_each_method_its_row_the_recommended_one_first() {
        CliRun run = CliRun.of(
                "rates", "crude", "--events", "9", "--person-time", "9", "--interval", "all", "--format", "json");
        assertThat(run.json().get("results").findValuesAsText("method"))
                .containsExactly("garwood", "byar", "mid-p", "score", "wald", "log-wald", "jeffreys");
    }

    @Test
    void multiplier_and_unit_are_as_asked() {
        CliRun run = CliRun.of(
                "rates",
                "crude",
                "--events",
                "30",
                "--person-time",
                "400",
                "--per",
                "1000",
                "--unit",
                "hours worked",
                "--format",
                "json");
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(75);
        assertThat(run.result(0).get("unit").asText()).isEqualTo("per 1000 hours worked");
    }

    @Test
    void rows_of_one_group_are_added_up() {
        Path file = TextFile.of(folder, "f.csv", "year,n,t", "2023,12,30000.5", "2024,1,10", "2023,8,20000.25");
        CliRun run = CliRun.of(
                "rates", "crude", file, "--events", "n", "--person-time", "t", "--by", "year", "--format", "json");
        assertThat(run.result(0).at("/inputs/events").asLong()).isEqualTo(20);
        assertThat(run.result(0).at("/inputs/personTime").asDouble()).isEqualTo(50000.75);
        assertThat(run.json().get("results")).hasSize(2);
    }

    @Test
    void a_group_without_person_time_is_told_apart_and_the_others_stay() {
        Path file = TextFile.of(folder, "f.csv", "g,n,t", "a,30,1000", "b,4,0", "c,0,0", "d,0,10");
        CliRun run = CliRun.of(
                "rates", "crude", file, "--events", "n", "--person-time", "t", "--by", "g", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(3000);
        assertThat(run.result(1).get("value").isNull()).isTrue();
        assertThat(run.json().get("results").findValuesAsText("status"))
                .containsExactly("events-without-person-time", "no-person-time", "zero-events");
        assertThat(CliRun.chinese("rates", "crude", file, "--events", "n", "--person-time", "t", "--by", "g")
                        .out())
                .contains("无法估计", "有事件而无人时", "无人时", "无事件");
    }
}
