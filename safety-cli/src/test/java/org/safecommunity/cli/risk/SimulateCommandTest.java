package org.safecommunity.cli.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class SimulateCommandTest {
    private static final String EXPERTS = "--l 1:0.3,3:0.5,6:0.2 --e 6 --c 7:0.6,15:0.4";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void expert_distributions_are_exact() {
        CliRun run = lec(EXPERTS);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.result(0).get("statistic").asText()).isEqualTo("mean");
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(183.6);
        assertThat(run.result(0).at("/details/variance").asDouble()).isEqualTo(17871.84);
        assertThat(run.result(0).at("/details/method").asText()).isEqualTo("exact");
        assertThat(values(run, "percentile")).containsExactly("42", "126", "540");
        assertThat(values(run, "band-share")).containsExactly("0.08", "0.32", "0.42", "0.18", "0");
    }

    @Test
    void intervals_name_the_bands_hit() {
        CliRun run = lec("--l 1..3 --e 3..6 --c 7..15");
        assertThat(run.result(0).get("value").asText()).isEqualTo("high significant possible");
        assertThat(run.result(0).at("/details/least").asInt()).isEqualTo(21);
        assertThat(run.result(0).at("/details/greatest").asInt()).isEqualTo(270);
    }

    @Test
    void triples_are_cut() {
        CliRun run = lec("--l 1/3/6 --e 3/6/6 --c 7/7/15 --alpha 0.5");
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(229);
        assertThat(run.result(1).get("value").asDouble()).isEqualTo(177.5);
        assertThat(run.result(2).at("/details/least").asInt()).isEqualTo(63);
        assertThat(run.result(2).at("/details/greatest").asInt()).isEqualTo(297);
    }

    @Test
    void draws_repeat_for_a_seed_on_any_number_of_threads() {
        CliRun one = lec("--l 1/3/6 --e 3..6 --c 7:0.6,15:0.4 --mode monte-carlo --seed 7 --threads 1 --draws 20000");
        CliRun two = lec("--l 1/3/6 --e 3..6 --c 7:0.6,15:0.4 --seed 7 --threads 2 --draws 20000");
        assertThat(two.out()).isEqualTo(one.out());
        assertThat(one.result(0).at("/details/draws").asInt()).isEqualTo(20000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--l 1..2..3 --e 6 --c 7 | --l cannot be read: 1..2..3",
                "--l x --e 6 --c 7 | --l cannot be read: x",
                "--l 3..1 --e 6 --c 7 | --l: numbers must rise, was 3 then 1",
                "--l 1:0.5,3:0.4 --e 6 --c 7 | --l: shares must add up to 1, was 0.9",
                "--l 1:0.5,1:0.5 --e 6 --c 7 | --l: number must be given once, was 1 twice",
                "--l 1..3 --e 6 | --c must be given",
                "--l 1 --e 6 --c 7 --s 2 | --s is no factor of the scheme LEC",
                "--l 1..3 --e 6 --c 7 --mode exact | factor l must be a number or a distribution",
                "--l 1 --e 6 --c 7 --mode x | --mode must be one of auto, interval, exact, fuzzy, monte-carlo, was x",
                "--l 1/2/3 --e 6 --c 7 --mode monte-carlo --shape x | --shape must be one of pert, triangular, was x",
                "--l 1/2/3 --e 6 --c 7 --mode monte-carlo --draws 0 | draws must be from 1 to 10000000, was 0"
            })
    void wrong_usage_is_exit_2(String options, String message) {
        CliRun run = lec(options);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void a_score_outside_the_bands_is_said() {
        CliRun run = CliRun.of("risk", "simulate", "--method", "ls", "--l", "0.1..2", "--s", "3");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("score must be in a band of scheme LS-SHANDONG, was 0.3");
        assertThat(CliRun.of("risk", "simulate", "--method", "matrix").err()).contains("takes product methods only");
    }

    @Test
    void a_panel_is_summed_up_and_judged() {
        Path file = TextFile.of(
                folder,
                "d.csv",
                "item,a,b,c,d,e,f,g,h,i,j,k",
                "fence,3,4,4,4,5,4,3,4,5,4,",
                "sign,1,5,1,5,3,3,2,1,5,2,4",
                "bad,x,1,1,1,1,1,1,1,1,1,1",
                "none,,,,,,,,,,,");
        CliRun run = CliRun.of("risk", "delphi", file, "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode first = run.result(0);
        assertThat(first.get("value").asDouble()).isEqualTo(4);
        assertThat(first.at("/details/decision").asText()).isEqualTo("keep");
        assertThat(first.at("/details/topShare").asDouble()).isEqualTo(0.8);
        assertThat(first.at("/details/responseRate").asDouble()).isEqualTo(10.0 / 11);
        assertThat(run.result(1).at("/details/decision").asText()).isEqualTo("drop");
        assertThat(run.result(1).at("/details/broken").asText()).isEqualTo("mean cv");
        assertThat(run.err())
                .contains("4 rows read, 2 used, 2 refused")
                .contains(":4:a: ")
                .contains(":5:item: ");
        CliRun lax = CliRun.of("risk", "delphi", file, "--min-mean", "2", "--format", "json");
        assertThat(lax.result(1).at("/details/decision").asText()).isEqualTo("keep");
    }

    @Test
    void the_authority_of_the_experts_stands_beside_the_items_and_a_coefficient_above_1_is_refused() {
        Path items = TextFile.of(folder, "d.csv", "item,a,b", "fence,4,5");
        Path experts =
                TextFile.of(folder, "e.csv", "expert,ca,cs", "a,0.9,0.7", "b,0.5,0.7", "c,1.2,0.5", "d,0.5,x", ",1,1");
        CliRun run = CliRun.of("risk", "delphi", items, "--authority", experts, "--format", "json", "--explain");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(values(run, "authority")).containsExactly("0.8", "0.6");
        assertThat(run.result(1).get("derivation").toString()).contains("(0.9 + 0.7) / 2");
        assertThat(run.result(3).get("value").asDouble()).isCloseTo(0.7, within(1e-12));
        assertThat(run.result(3).at("/details/decision").asText()).isEqualTo("acceptable");
        assertThat(run.err())
                .contains("e.csv:4:ca: must be a number from 0 to 1, was \"1.2\"", "e.csv:5:cs: ", "e.csv:6:expert: ");
        CliRun strict = CliRun.chinese("risk", "delphi", items, "--authority", experts, "--min-cr", "0.8", "--strict");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.out()).contains("平均权威系数", "保留", "不可接受");
        assertThat(strict.err()).contains("须为 0 到 1 的数，实为");
        CliRun wrong = CliRun.of("risk", "delphi", items, "--authority", experts, "--min-cr", "7");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--min-cr must be from 0 to 1, was 7.0");
    }

    private static CliRun lec(String options) {
        List<Object> arguments = new ArrayList<>(List.of("risk", "simulate", "--method", "lec", "--format", "json"));
        arguments.addAll(List.of(options.split(" ")));
        return CliRun.of(arguments.toArray());
    }

    private static List<String> values(CliRun run, String statistic) {
        List<String> values = new ArrayList<>();
        run.json().get("results").forEach(row -> {
            if (row.get("statistic").asText().equals(statistic)) {
                values.add(row.get("value").asText());
            }
        });
        return values;
    }
}
