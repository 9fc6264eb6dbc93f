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

class BeforeAfterCommandTest {
    private static final String[] SITES = {
        "site,kind,period,injuries,years",
        "a,treated,before,14,2",
        "a,treated,after,5,2",
        "b,treated,before,11,2",
        "b,treated,after,6,2",
        "c,other,before,3,2",
        "c,other,after,4,2",
        "d,other,before,8,2",
        "d,other,after,7,2",
        "e,other,before,1,2",
        "e,other,after,2,2",
        "f,other,before,12,2",
        "f,other,after,6,2",
        "g,other,before,5,2"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun run(String[] lines, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("sites.csv"), String.join("\n", lines) + "\n");
        List<Object> arguments = new ArrayList<>(List.of(
                "rates",
                "before-after",
                file,
                "--events",
                "injuries",
                "--person-time",
                "years",
                "--group",
                "kind",
                "--period",
                "period",
                "--treated",
                "treated"));
        arguments.addAll(Arrays.asList(more));
        return CliRun.of(arguments.toArray());
    }

    @Test
    void three_ratios_and_the_events_averted() throws IOException {
        Path plot = folder.resolve("ratios.svg");
        CliRun run = run(SITES, "--post", "after", "--site", "site", "--plot", plot, "--format", "json", "--explain");
        assertThat(run.exitCode()).isZero();
        double naive = 11 / 25d / (1 + 1 / 25d);
        assertThat(run.result(0).get("statistic").asText()).isEqualTo("before-after-naive");
        assertThat(run.result(0).get("value").asDouble()).isCloseTo(naive, within(1e-12));
        assertThat(run.result(0).at("/warnings").toString())
                .contains("before-after-regression", "before-after-one-period", "1 sites have", ": g");
        double r = 19 / 24d / (1 + 1 / 24d);
        double v = 1 / 25d + 1 / 24d + 1 / 19d;
        assertThat(run.result(1).get("value").asDouble()).isCloseTo(11 / (25 * r) / (1 + v), within(1e-12));
        assertThat(run.result(2).get("value").asDouble())
                .isGreaterThan(run.result(1).get("value").asDouble());
        assertThat(run.result(2).at("/details/regressionToMean").asDouble()).isGreaterThan(1);
        assertThat(run.result(2).get("derivation").size()).isGreaterThan(8);
        assertThat(run.result(3).get("statistic").asText()).isEqualTo("events-averted");
        assertThat(Files.readString(plot)).contains("<svg", "no change");
    }

    @Test
    void one_sentence_in_either_language() throws IOException {
        CliRun run = run(SITES, "--post", "after", "--site", "site", "--lang", "zh", "--explain");
        assertThat(run.out()).contains("经验贝叶斯", "避免");
        assertThat(run(SITES, "--post", "after", "--site", "site").out()).contains("events to be expected without it");
    }

    @Test
    void without_sites_empirical_bayes_is_absent() throws IOException {
        CliRun run = run(SITES, "--post", "after", "--format", "json");
        assertThat(run.result(2).get("value").isNull()).isTrue();
        assertThat(run.result(2).get("status").asText()).isEqualTo("single-unit");
        assertThat(run.result(2).at("/warnings/0/message").asText()).contains("--site");
    }

    @Test
    void wrong_usage_is_worded() throws IOException {
        assertThat(run(SITES, "--post", "afterr").err()).contains("after");
        assertThat(run(SITES, "--post", "afterr").exitCode()).isEqualTo(2);
        String[] apart = {SITES[0], SITES[1], SITES[6], SITES[14 - 1]};
        CliRun none = run(apart, "--post", "after", "--site", "site", "--lang", "zh");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("没有地点在前后两个时期");
    }
}
