package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunnelCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String communities() {
        long[] events = {2, 14, 0, 30, 3, 1, 25, 2, 9, 40};
        double[] times = {1000, 3000, 500, 4000, 2500, 800, 3500, 1200, 2200, 6000};
        double[] expected = {5.1, 15.3, 2.55, 20.4, 12.8, 4.1, 17.9, 6.1, 11.2, 30.6};
        List<String> lines = new ArrayList<>(List.of("community,injuries,py,expected"));
        for (int i = 0; i < events.length; i++) {
            lines.add("c" + (i + 1) + "," + events[i] + "," + times[i] + "," + expected[i]);
        }
        return RatesRun.file(folder, "communities.csv", lines.toArray(new String[0]));
    }

    @Test
    void each_community_has_its_limits_and_its_smoothed_rate() {
        RatesRun run = RatesRun.json(
                "funnel", communities(), "--by", "community", "--events", "injuries", "--person-time", "py");
        assertThat(run.code()).isZero();
        assertThat(run.results()).hasSize(22);
        JsonNode first = run.results().get(0);
        assertThat(first.get("group").get("community").asText()).isEqualTo("c1");
        assertThat(first.get("statistic").asText()).isEqualTo("funnel-rate");
        assertThat(first.get("value").asDouble()).isCloseTo(200, within(1e-10));
        assertThat(first.get("details").get("limits95")).hasSize(2);
        JsonNode smoothed = run.results().get(1);
        assertThat(smoothed.get("value").asDouble()).isCloseTo(380.23018810, within(1e-8));
        assertThat(run.row("dispersion").get("value").asDouble()).isCloseTo(3.08902267, within(1e-8));
        assertThat(run.statistics().subList(20, 22)).containsExactly("funnel-dispersion", "dispersion");
    }

    @Test
    void expected_events_have_the_target_one() {
        RatesRun run = RatesRun.json(
                "funnel", communities(), "--by", "community", "--events", "injuries", "--expected", "expected");
        assertThat(run.row("funnel-dispersion").get("value").asDouble()).isCloseTo(4.0327418795, within(1e-9));
        assertThat(run.row("funnel-rate").get("value").asDouble()).isCloseTo(2 / 5.1, within(1e-12));
        assertThat(run.row("funnel-rate").get("test").get("statistic").asDouble())
                .isCloseTo(-1.07197477, within(1e-8));
        assertThat(run.results().get(4).get("details").get("signal").asText()).isEqualTo("alert");
    }

    @Test
    void a_target_is_in_the_unit_of_per() {
        RatesRun run = RatesRun.json(
                "funnel",
                communities(),
                "--by",
                "community",
                "--events",
                "injuries",
                "--person-time",
                "py",
                "--target",
                "5",
                "--per",
                "1000");
        assertThat(run.row("funnel-rate").get("details").get("expected").asDouble())
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void wrong_usage_is_two_and_unusable_data_three() {
        String file = communities();
        assertThat(RatesRun.of("funnel", file, "--events", "injuries", "--person-time", "py")
                        .err())
                .contains("--by must be given");
        assertThat(RatesRun.of("funnel", file, "--by", "community", "--events", "injuries")
                        .code())
                .isEqualTo(2);
        RatesRun target = RatesRun.of(
                "funnel", file, "--by", "community", "--events", "injuries", "--person-time", "py", "--target", "-1");
        assertThat(target.code()).isEqualTo(2);
        String one = RatesRun.file(folder, "one.csv", "community,injuries,py", "a,1,10");
        RatesRun single =
                RatesRun.of("funnel", one, "--by", "community", "--events", "injuries", "--person-time", "py");
        assertThat(single.code()).isEqualTo(3);
        assertThat(single.err()).contains("at least 2 communities");
    }
}
