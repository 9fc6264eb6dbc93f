package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CumulativeOptionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private RatesRun run(String... lines) {
        return RatesRun.json(
                "standardise",
                RatesRun.file(folder, "ages.csv", lines),
                "--events",
                "x",
                "--person-time",
                "py",
                "--stratum",
                "age",
                "--standard-weight",
                "w",
                "--cumulative");
    }

    @Test
    void adds_a_row_after_the_rates() {
        RatesRun run = run("age,x,py,w", "0-34,10,1000,3", "35-74,20,1000,2", "75+,5,100,1");
        assertThat(run.statistics()).containsExactly("standardised-rate", "crude-rate", "cumulative-rate");
        assertThat(run.row("cumulative-rate").get("value").asDouble()).isCloseTo(35 * 0.01 + 40 * 0.02, within(1e-14));
    }

    @Test
    void strata_that_are_no_ages_are_an_error() {
        RatesRun run = run("age,x,py,w", "young,10,1000,3");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("stratum young must be an age band");
    }
}
