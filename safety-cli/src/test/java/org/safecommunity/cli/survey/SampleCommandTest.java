package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

class SampleCommandTest {
    private static final String FRAME = "../examples/tables/frame.csv";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static CliRun sample(String design, String... more) {
        List<String> all = new ArrayList<>(List.of("survey", "sample", FRAME, "--design", design, "--seed", "7"));
        all.addAll(List.of(more));
        return CliRun.of(all.toArray());
    }

    /** Rows as maps from column to cell. */
    private static List<Map<String, String>> rows(CliRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.lines();
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    private static double weights(List<Map<String, String>> rows) {
        return rows.stream().mapToDouble(row -> number(row, "weight")).sum();
    }

    @Test
    void simple_and_systematic_samples_have_equal_weights_and_repeat() {
        for (String design : List.of("simple", "systematic")) {
            CliRun run = sample(design, "--size", "24");
            List<Map<String, String>> rows = rows(run);
            assertThat(rows).hasSize(24).allMatch(row -> number(row, "selection_probability") == 0.1);
            assertThat(rows).allMatch(row -> number(row, "population_size") == 240);
            assertThat(weights(rows)).isCloseTo(240, within(1e-9));
            assertThat(sample(design, "--size", "24").out()).isEqualTo(run.out());
            assertThat(run.err()).contains("24 of 240 rows drawn; the weights sum to 240; seed 7, SplitMix64");
        }
    }

    @Test
    void a_stratified_sample_estimates_the_population_with_its_own_columns() throws Exception {
        CliRun run = sample("stratified", "--strata", "stratum", "--size", "30");
        Path file = Files.writeString(folder.resolve("drawn.csv"), run.out());
        CliRun total = CliRun.of(
                "survey",
                "total",
                file,
                "--variable",
                "residents",
                "--weight",
                "weight",
                "--strata",
                "stratum",
                "--fpc",
                "population_size",
                "--format",
                "json");
        assertThat(total.exitCode()).as(total.err()).isZero();
        double truth = rows(sample("simple", "--size", "240")).stream()
                .mapToDouble(row -> number(row, "residents"))
                .sum();
        JsonNode interval = total.result(0).get("interval");
        assertThat(truth)
                .isBetween(
                        interval.get("lower").asDouble(), interval.get("upper").asDouble());
    }

    @Test
    void two_stages_multiply_their_probabilities() {
        List<Map<String, String>> rows =
                rows(sample("two-stage", "--cluster", "village", "--size", "4", "--take", "4"));
        Map<String, Integer> drawn = new HashMap<>();
        for (Map<String, String> row : rows) {
            drawn.merge(row.getOrDefault("village", ""), 1, Integer::sum);
            double size = number(row, "units_in_cluster");
            assertThat(number(row, "first_probability")).isCloseTo(4 * size / 240, within(1e-12));
            assertThat(number(row, "second_probability")).isCloseTo(Math.min(1, 4 / size), within(1e-12));
            assertThat(number(row, "selection_probability"))
                    .isCloseTo(number(row, "first_probability") * number(row, "second_probability"), within(1e-15));
        }
        assertThat(drawn).hasSize(4);
    }

    @Test
    void small_clusters_are_taken_whole_and_told() {
        CliRun run = sample(
                "two-stage",
                "--cluster",
                "village",
                "--size",
                "10",
                "--take",
                "20",
                "--first",
                "simple",
                "--format",
                "json");
        assertThat(SurveyFiles.warnings(run)).contains("small-clusters");
        assertThat(run.err()).contains("4 drawn clusters have fewer than 20 units");
        assertThat(run.result(0).get("details").get("firstProbability").asDouble())
                .isEqualTo(1);
    }

    /** Whole villages of people of 60 and over: every one of a drawn village is taken, the others are not in the population. */
    @Test
    void random_clusters_of_a_group() {
        List<Map<String, String>> rows =
                rows(sample("cluster", "--cluster", "village", "--size", "3", "--where", "oldest >= 60"));
        assertThat(rows).allMatch(row -> number(row, "oldest") >= 60);
        Map<String, Integer> drawn = new HashMap<>();
        rows.forEach(row -> drawn.merge(row.getOrDefault("village", ""), 1, Integer::sum));
        assertThat(drawn).hasSize(3);
        rows.forEach(row -> assertThat(number(row, "units_in_cluster"))
                .isEqualTo(
                        drawn.getOrDefault(row.getOrDefault("village", ""), 0).doubleValue()));
    }

    @Test
    void proportional_to_size_takes_certain_units_out() {
        String file =
                SurveyFiles.file(folder, "villages.csv", "village,people", "a,1000", "b,100", "c,100", "d,200", "e,0");
        CliRun run = CliRun.of(
                "survey",
                "sample",
                file,
                "--design",
                "pps",
                "--measure",
                "people",
                "--size",
                "2",
                "--seed",
                "1",
                "--format",
                "json");
        assertThat(run.result(0).get("item").get("row").asText()).isEqualTo("2");
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(1);
        assertThat(run.result(1).get("value").asDouble()).isIn(0.25, 0.5);
    }

    @Test
    void wrong_usage_says_what_to_do() {
        assertWrong(sample("simple", "--size", "241"), "size must be from 1 to the number of units 240, was 241");
        assertWrong(sample("stratified", "--size", "10"), "--strata");
        assertWrong(
                sample("simple", "--size", "10", "--strata", "stratum"), "--strata does not go with --design simple");
        assertWrong(sample("two-stage", "--size", "3", "--cluster", "village"), "--take");
        assertWrong(sample("lucky", "--size", "3"), "two-stage");
        assertWrong(CliRun.of("survey", "sample", FRAME, "--design", "simple", "--size", "3"), "--seed");
        String file = SurveyFiles.file(folder, "weighted.csv", "id,weight", "1,2");
        assertWrong(
                CliRun.of("survey", "sample", file, "--design", "simple", "--size", "1", "--seed", "1"),
                "already has a column weight");
    }

    @Test
    void a_row_without_a_size_is_refused_and_the_others_are_the_population() {
        String file = SurveyFiles.file(folder, "villages.csv", "village,people", "a,ten", "b,-1", "c,5", "d,5");
        CliRun run = CliRun.of(
                "survey",
                "sample",
                file,
                "--design",
                "pps",
                "--measure",
                "people",
                "--size",
                "1",
                "--seed",
                "1",
                "--strict");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("villages.csv:2:people", "villages.csv:3:people", "1 of 2 rows drawn");
    }

    @Test
    void allocation_sums_to_the_size() {
        CliRun run = CliRun.of(
                "survey",
                "allocate",
                "../examples/tables/strata.csv",
                "--stratum",
                "stratum",
                "--population",
                "households",
                "--deviation",
                "sd",
                "--cost",
                "cost",
                "--size",
                "200",
                "--allocation",
                "neyman",
                "--format",
                "json");
        // N·S/√c: 3780, 3640, 2080, 1591; sum 11090.99
        int[] expected = {68, 66, 37, 29};
        for (int h = 0; h < 4; h++) {
            assertThat(run.result(h).get("value").asInt()).isEqualTo(expected[h]);
        }
        SurveyFiles.assertNumber(
                run.result(0).get("details").get("unrounded"),
                200 * 3780 / (3780 + 3640 + 2080 + 900 * 2.5 / Math.sqrt(2)));
    }

    @Test
    void allocation_refuses_bad_rows_and_wrong_options() {
        String file = SurveyFiles.file(folder, "strata.csv", "s,n", "a,10", "a,20", "b,0", "c,30");
        CliRun run = CliRun.of("survey", "allocate", file, "--stratum", "s", "--population", "n", "--size", "8");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("strata.csv:3:s", "is there twice", "strata.csv:4:n: the population of the stratum");
        assertWrong(
                CliRun.of("survey", "allocate", file, "--stratum", "s", "--population", "n", "--size", "90"),
                "to the population 40, was 90");
        assertWrong(
                CliRun.of(
                        "survey",
                        "allocate",
                        file,
                        "--stratum",
                        "s",
                        "--population",
                        "n",
                        "--size",
                        "8",
                        "--allocation",
                        "neyman"),
                "--deviation");
    }

    private static void assertWrong(CliRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
