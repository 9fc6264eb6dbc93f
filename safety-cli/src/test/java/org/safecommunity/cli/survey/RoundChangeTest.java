package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.cli.CliRun;

/** Change between two rounds with different people. */
class RoundChangeTest {
    private static final String ROUNDS = "../examples/tables/rounds.csv";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun run(String mode, String variables, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("survey", "change"));
        switch (mode) {
            case "files" -> all.addAll(List.of(round("2023"), round("2024"), "--cluster", "village"));
            case "same" ->
                all.addAll(List.of(
                        samePlaces(),
                        "--wave",
                        "year",
                        "--from",
                        "2023",
                        "--to",
                        "2024",
                        "--same-clusters",
                        "--cluster",
                        "village"));
            default ->
                all.addAll(List.of(ROUNDS, "--wave", "year", "--from", "2023", "--to", "2024", "--cluster", "village"));
        }
        all.addAll(List.of("--strata", "stratum", "--weight", "weight", "--variable", variables, "--format", "json"));
        all.addAll(List.of(more));
        CliRun run = CliRun.of(all.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private String round(String year) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(ROUNDS));
        List<String> kept = lines.stream()
                .filter(line -> line.startsWith(year) || line.startsWith("year"))
                .toList();
        return Files.write(folder.resolve(year + ".csv"), kept).toString();
    }

    /** The villages without their year: the same places in both rounds. */
    private String samePlaces() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(ROUNDS)).stream()
                .map(line -> line.replaceAll("([tc]\\d)-20\\d\\d", "$1"))
                .toList();
        return Files.write(folder.resolve("same.csv"), lines).toString();
    }

    private static JsonNode row(CliRun run, String variable, String statistic) {
        for (JsonNode row : run.json().get("results")) {
            if (row.get("statistic").asText().equals(statistic)
                    && row.get("item").get("variable").asText().equals(variable)) {
                return row;
            }
        }
        throw new AssertionError("no row " + variable + " " + statistic);
    }

    private static void assertNumber(JsonNode node, double expected) {
        assertThat(node.asDouble()).isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-13));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "change.reference.csv", useHeadersInDisplayName = true)
    void agrees_with_r(
            String mode,
            String variable,
            double value,
            double se,
            double lower,
            double upper,
            double p,
            double tost,
            double df)
            throws IOException {
        boolean scores = variable.equals("satisfaction");
        CliRun run = run(mode, variable, scores ? "--scores" : "--quiet", "--equivalence", scores ? "0.5" : "0.1");
        JsonNode row = row(run, variable, "difference");
        assertNumber(row.get("value"), value);
        assertNumber(row.get("standardError"), se);
        assertNumber(row.get("interval").get("lower"), lower);
        assertNumber(row.get("interval").get("upper"), upper);
        assertNumber(row.get("test").get("pValue"), p);
        assertNumber(row.get("test").get("df").get(0), df);
        JsonNode same = row(run, variable, "equivalence");
        assertNumber(same.get("test").get("pValue"), tost);
        assertThat(same.get("details").get("equivalent").asBoolean()).isEqualTo(tost < 0.05);
    }

    /** Two shares of one mode are a family of their own here; R adjusts the three of the reference, so the shares are adjusted by hand. */
    @Test
    void adjusts_the_tests_of_several_variables() throws IOException {
        for (String method : List.of("holm", "bh", "bonferroni")) {
            CliRun run = run("crossed", "aware,helmet", "--adjust", method);
            double first =
                    row(run, "aware", "difference").get("test").get("pValue").asDouble();
            double second =
                    row(run, "helmet", "difference").get("test").get("pValue").asDouble();
            double least = Math.min(first, second);
            double greatest = Math.max(first, second);
            double expected = method.equals("bh") ? Math.min(2 * least, greatest) : Math.min(1, 2 * least);
            assertThat(row(run, "aware", "difference")
                            .get("details")
                            .get("adjustedP")
                            .asDouble())
                    .isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void both_rounds_are_rows_of_their_own_after_the_difference() throws IOException {
        CliRun run = run("crossed", "aware", "--by", "sex");
        assertThat(run.result(0).get("statistic").asText()).isEqualTo("difference");
        assertThat(run.result(1).get("item").get("wave").asText()).isEqualTo("2023");
        double change = run.result(2).get("value").asDouble()
                - run.result(1).get("value").asDouble();
        assertNumber(run.result(0).get("value"), change);
        assertThat(run.json().get("results")).hasSize(6);
    }

    @Test
    void clusters_in_both_rounds_are_told_unless_they_are_taken_as_the_same() throws IOException {
        CliRun run = CliRun.of(
                "survey",
                "change",
                samePlaces(),
                "--wave",
                "year",
                "--from",
                "2023",
                "--to",
                "2024",
                "--variable",
                "aware",
                "--cluster",
                "village",
                "--strata",
                "stratum",
                "--format",
                "json");
        assertThat(SurveyFiles.warnings(run)).contains("clusters-in-both");
        assertThat(SurveyFiles.warnings(run("same", "aware"))).doesNotContain("clusters-in-both");
        assertThat(SurveyFiles.warnings(run("crossed", "aware"))).doesNotContain("clusters-in-both");
    }

    /** Nobody and everybody: the difference is 1, and nothing is known of its variance. */
    @Test
    void shares_of_0_and_1_in_two_files_have_no_interval() {
        String before = SurveyFiles.file(folder, "before.csv", "q", "no", "no", "no");
        String after = SurveyFiles.file(folder, "after.csv", "q", "yes", "yes", "yes");
        CliRun run = CliRun.of("survey", "change", before, after, "--variable", "q", "--format", "json", "--explain");
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(1);
        assertThat(run.result(0).has("interval")).isFalse();
        assertThat(run.json().get("provenance").get("inputs")).hasSize(2);
    }

    @Test
    void several_groups_of_a_comparison_are_adjusted() {
        String[] schools = SurveyFiles.SCHOOLS;
        CliRun plain =
                SurveyFiles.json("compare", schools, "--variable", "api00", "--group", "stype", "--reference", "E");
        CliRun holm = SurveyFiles.json(
                "compare", schools, "--variable", "api00", "--group", "stype", "--reference", "E", "--adjust", "holm");
        double first = plain.result(0).get("test").get("pValue").asDouble();
        double second = plain.result(1).get("test").get("pValue").asDouble();
        assertThat(plain.result(0).get("details").has("adjustedP")).isFalse();
        double least = Math.min(first, second);
        double adjusted = holm.result(first <= second ? 0 : 1)
                .get("details")
                .get("adjustedP")
                .asDouble();
        assertThat(adjusted).isCloseTo(Math.min(1, 2 * least), within(1e-12));
    }

    @Test
    void wrong_usage_says_what_to_do() {
        assertWrong("give the second round either", ROUNDS, "--variable", "aware");
        assertWrong("--wave needs --from and --to", ROUNDS, "--variable", "aware", "--wave", "year", "--from", "2023");
        assertWrong("--variable", ROUNDS, "--wave", "year", "--from", "2023", "--to", "2024");
        assertWrong("go with --wave", ROUNDS, ROUNDS, "--variable", "aware", "--same-clusters");
        assertWrong(
                "--before and --after go with the same people",
                ROUNDS,
                ROUNDS,
                "--variable",
                "aware",
                "--before",
                "aware");
        assertWrong("--before", ROUNDS);
        assertWrong("bh", ROUNDS, ROUNDS, "--variable", "aware", "--adjust", "sidak");
        assertWrong("no answer is maybe in aware", ROUNDS, ROUNDS, "--variable", "aware", "--value", "maybe");
    }

    private static void assertWrong(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("survey", "change"));
        all.addAll(List.of(arguments));
        CliRun run = CliRun.of(all.toArray());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
