package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class CaptureCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void three_numbers_give_the_estimate() {
        CliRun run =
                CliRun.of("rates", "capture", "--first", "302", "--second", "200", "--both", "100", "--format", "json");
        assertThat(run.exitCode()).isZero();
        JsonNode row = run.result(0);
        assertThat(row.get("statistic").asText()).isEqualTo("chapman-estimate");
        assertThat(row.get("value").asDouble()).isEqualTo(602);
        assertThat(row.get("standardError").asDouble()).isCloseTo(34.385359402, within(1e-9));
        assertThat(row.get("interval").get("method").asText()).isEqualTo("log-normal");
        assertThat(row.get("details").get("completenessFirst").asDouble()).isCloseTo(302 / 602d, within(1e-15));
        assertThat(row.has("status")).isFalse();
    }

    @Test
    void no_match_gives_a_number_with_a_status() {
        JsonNode row = CliRun.of(
                        "rates", "capture", "--first", "10", "--second", "8", "--both", "0", "--format", "json")
                .result(0);
        assertThat(row.get("value").asDouble()).isEqualTo(98);
        assertThat(row.get("status").asText()).isEqualTo("unreliable");
        assertThat(row.get("warnings").get(0).get("code").asText()).isEqualTo("no-matches");
    }

    @Test
    void histories_with_a_count_are_added_up_by_group() {
        String file = file(
                "h.csv",
                "area,police,hospital,count",
                "east,1,1,60",
                "east,1,1,40",
                "east,1,0,202",
                "east,0,1,100",
                "west,1,1,5",
                "west,0,1,5");
        CliRun run = CliRun.of("rates", "capture", file, "--by", "area", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(2);
        assertThat(run.result(0).get("group").get("area").asText()).isEqualTo("east");
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(602);
        assertThat(run.result(1).get("inputs").get("second").asLong()).isEqualTo(10);
        assertThat(run.json().at("/provenance/options/lists").toString()).isEqualTo("[\"police\",\"hospital\"]");
    }

    @Test
    void rows_without_count_are_members_and_bad_rows_are_refused() {
        String file = file("h.csv", "id,police,hospital", "1,1,1", "2,1,0", "3,0,1", "4,0,0", "5,yes,1", "6,,1");
        CliRun run = CliRun.of("rates", "capture", file, "--lists", "police,hospital", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(3.5);
        JsonNode input = run.json().at("/provenance/inputs/0");
        assertThat(input.get("used").asLong()).isEqualTo(3);
        assertThat(input.get("refused").asLong()).isEqualTo(3);
        assertThat(run.err())
                .contains("h.csv:5: the member is on no list")
                .contains("h.csv:6:police: must be 1 (on the list) or 0, was a text of 3 characters")
                .contains("h.csv:7:police: a value is needed");
        assertThat(CliRun.of("rates", "capture", file, "--lists", "police,hospital", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void the_working_is_given_in_chinese() {
        assertThat(CliRun.chinese("rates", "capture", "--first", "302", "--second", "200", "--both", "100", "--explain")
                        .out())
                .contains("估计总数（Chapman）")
                .contains("总体封闭");
    }

    @Test
    void rejects_wrong_usage_with_a_hint() {
        CliRun more = CliRun.of("rates", "capture", "--first", "10", "--second", "5", "--both", "6");
        assertThat(more.exitCode()).isEqualTo(2);
        assertThat(more.err()).contains("both must not exceed first or second, was 6 of 10 and 5");
        CliRun missing = CliRun.of("rates", "capture", "--first", "10", "--second", "5");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("--both must be given").contains("--both 100");
        String file = file("h.csv", "a,b,c", "1,1,1");
        CliRun three = CliRun.of("rates", "capture", file);
        assertThat(three.exitCode()).isEqualTo(2);
        assertThat(three.err()).contains("two lists are needed, was 3: a, b, c").contains("--lists");
        CliRun both = CliRun.of("rates", "capture", file, "--first", "3");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("with a FILE, --first, --second, --both are not used");
        CliRun interval =
                CliRun.of("rates", "capture", "--first", "3", "--second", "3", "--both", "2", "--interval", "wald");
        assertThat(interval.exitCode()).isEqualTo(2);
        assertThat(interval.err()).contains("--interval must be one of log-normal, all, was wald");
    }

    private String file(String name, String... lines) {
        return TextFile.of(folder, name, lines).toString();
    }
}
