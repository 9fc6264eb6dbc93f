package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class ProportionCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** R 4.2.2: prop.test(81, 263, correct = FALSE), binom.test(81, 263). */
    @Test
    void literal_numbers() {
        CliRun wilson = CliRun.of("rates", "proportion", "--events", "81", "--trials", "263", "--format", "json");
        assertThat(wilson.exitCode()).isZero();
        assertThat(wilson.result(0).get("statistic").asText()).isEqualTo("proportion");
        assertThat(wilson.result(0).get("value").asDouble()).isCloseTo(81.0 / 263, within(1e-15));
        assertThat(wilson.result(0).at("/interval/method").asText()).isEqualTo("wilson");
        assertThat(wilson.result(0).at("/interval/lower").asDouble()).isCloseTo(0.2552885198782743, within(1e-9));
        assertThat(wilson.result(0).at("/interval/upper").asDouble()).isCloseTo(0.3662095769828002, within(1e-9));
        CliRun exact = CliRun.of(
                "rates",
                "proportion",
                "--events",
                "81",
                "--trials",
                "263",
                "--interval",
                "clopper-pearson",
                "--format",
                "json");
        assertThat(exact.result(0).at("/interval/lower").asDouble()).isCloseTo(0.2527367455852712, within(1e-9));
        assertThat(exact.result(0).at("/interval/upper").asDouble()).isCloseTo(0.3676219226013514, within(1e-9));
    }

    @Test
    void groups_of_a_file() {
        Path file = TextFile.of(folder, "f.csv", "g,x,n", "a,3,10", "b,0,0", "a,4,10", "c,5,5");
        CliRun run = CliRun.of(
                "rates", "proportion", file, "--events", "x", "--trials", "n", "--by", "g", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(0.35);
        assertThat(run.result(1).get("value").isNull()).isTrue();
        assertThat(run.json().get("results").findValuesAsText("status")).containsExactly("empty-domain", "all-events");
    }
}
