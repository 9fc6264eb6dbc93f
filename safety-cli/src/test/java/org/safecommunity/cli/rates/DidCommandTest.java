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

class DidCommandTest {
    private static final String[] FOUR = {
        "area,period,injuries,person_years",
        "north,before,120,50000",
        "north,after,90,51000",
        "south,before,100,48000",
        "south,after,98,48500"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun run(String[] lines, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("did.csv"), String.join("\n", lines) + "\n");
        List<Object> arguments = new ArrayList<>(List.of(
                "rates",
                "did",
                file,
                "--events",
                "injuries",
                "--person-time",
                "person_years",
                "--group",
                "area",
                "--period",
                "period",
                "--post",
                "after"));
        arguments.addAll(Arrays.asList(more));
        return CliRun.of(arguments.toArray());
    }

    @Test
    void four_cells_of_the_method_sheet() throws IOException {
        CliRun run = run(FOUR, "--treated", "north", "--format", "json");
        assertThat(run.exitCode()).isZero();
        JsonNode did = run.result(0);
        assertThat(did.get("statistic").asText()).isEqualTo("difference-in-differences");
        assertThat(did.get("value").asDouble()).isCloseTo(0.75811574630, within(5e-12));
        assertThat(did.at("/interval/lower").asDouble()).isCloseTo(0.51315054755, within(5e-12));
        assertThat(did.at("/interval/upper").asDouble()).isCloseTo(1.12002118585, within(5e-12));
        assertThat(did.at("/test/pValue").asDouble()).isCloseTo(0.16431049332, within(5e-12));
        assertThat(run.json().get("results")).hasSize(5);
        JsonNode rate = run.result(2);
        assertThat(rate.get("statistic").asText()).isEqualTo("crude-rate");
        assertThat(rate.at("/item/row").asText()).isEqualTo("treated");
        assertThat(rate.at("/item/column").asText()).isEqualTo("after");
        assertThat(rate.get("value").asDouble()).isCloseTo(90 / 0.51, within(1e-9));
    }

    @Test
    void the_sentence_in_both_languages() throws IOException {
        assertThat(run(FOUR, "--treated", "north").out()).contains("not clearly different from 1");
        assertThat(run(FOUR, "--treated", "north", "--lang", "zh", "--explain").out())
                .contains("无明显差别", "双重差分");
    }

    @Test
    void clusters_make_the_error_robust() throws IOException {
        List<String> lines = new ArrayList<>(List.of("area,period,village,injuries,person_years"));
        for (int i = 0; i < 8; i++) {
            String area = i < 4 ? "north" : "south";
            lines.add(area + ",before,v" + i + "," + (20 + 3 * i) + ",10");
            lines.add(area + ",after,v" + i + "," + (17 + 2 * i) + ",10");
        }
        String[] file = lines.toArray(String[]::new);
        JsonNode did = run(file, "--treated", "north", "--cluster", "village", "--format", "json")
                .result(0);
        assertThat(did.at("/test/df/0").asDouble()).isEqualTo(7);
        assertThat(did.at("/details/covariance").asText()).isEqualTo("cluster");
        assertThat(did.at("/warnings/0/code").asText()).isEqualTo("few-clusters");
        JsonNode plain = run(file, "--treated", "north", "--format", "json").result(0);
        assertThat(plain.get("value").asDouble()).isCloseTo(did.get("value").asDouble(), within(1e-9));
    }

    @Test
    void an_empty_cell_is_null_with_its_cause() throws IOException {
        String[] lines = FOUR.clone();
        lines[2] = "north,after,0,51000";
        CliRun zero = run(lines, "--treated", "north", "--format", "json");
        assertThat(zero.result(0).get("status").asText()).isEqualTo("separated");
        CliRun missing = run(Arrays.copyOf(FOUR, 4), "--treated", "north", "--format", "json");
        assertThat(missing.exitCode()).isZero();
        assertThat(missing.result(0).get("status").asText()).isEqualTo("no-person-time");
        assertThat(missing.result(0).at("/warnings/0/message").asText()).contains("comparison × after");
    }

    @Nested
    class Rejects {
        private void rejects(CliRun run, int code, String message) {
            assertThat(run.exitCode()).isEqualTo(code);
            assertThat(run.err()).contains(message);
        }

        @Test
        void unknown_categories() throws IOException {
            rejects(run(FOUR, "--treated", "nort"), 2, "the column area has no category nort");
            assertThat(run(FOUR, "--treated", "nort").err()).contains("e.g. north");
            rejects(
                    run(Arrays.copyOf(FOUR, 3), "--treated", "north"),
                    2,
                    "the column area has no other category than north");
        }

        @Test
        void missing_options_and_wrong_models() throws IOException {
            rejects(run(FOUR), 2, "--treated must be given");
            rejects(run(FOUR, "--treated", "north", "--model", "x"), 2, "--model must be one of poisson");
        }

        @Test
        void events_without_person_time() throws IOException {
            String[] lines = FOUR.clone();
            lines[2] = "north,after,9,0";
            rejects(run(lines, "--treated", "north"), 3, "there are events at north, after but no person-time");
        }
    }
}
