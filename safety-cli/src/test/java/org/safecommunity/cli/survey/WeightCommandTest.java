package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

class WeightCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The vector of the sheet of formulas, S16: class 1 ten units of 100, eight answer; class 2 six of 50, three answer. */
    private String sample() {
        StringBuilder text = new StringBuilder("id,cell,p1,p2,done\n");
        for (int i = 0; i < 16; i++) {
            boolean first = i < 10;
            boolean answered = i < 8 || (i >= 10 && i < 13);
            text.append(i).append(first ? ",1,0.1,0.1," : ",2,0.1,0.2,").append(answered ? "yes\n" : "no\n");
        }
        return SurveyFiles.file(folder, "sampled.csv", text.toString());
    }

    private static CliRun weight(String file, String... options) {
        List<Object> all = new ArrayList<>(List.of("survey", "weight", file));
        all.addAll(List.of(options));
        return CliRun.of(all.toArray());
    }

    private static List<JsonNode> rows(CliRun run, String statistic) {
        return StreamSupport.stream(run.json().get("results").spliterator(), false)
                .filter(row -> row.get("statistic").asText().equals(statistic))
                .toList();
    }

    @Test
    void the_file_comes_back_with_a_column_for_each_step() {
        CliRun run = weight(sample(), "--probability", "p1,p2", "--response", "done", "--cells", "cell");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(17);
        assertThat(lines.get(0)).isEqualTo("id,cell,p1,p2,done,base_weight,nonresponse_weight,final_weight");
        double sum = 0;
        for (String line : lines.subList(1, 17)) {
            String[] cells = line.split(",", -1);
            double expected = cells[4].equals("no") ? 0 : cells[1].equals("1") ? 125 : 100;
            assertThat(Double.parseDouble(cells[7])).isCloseTo(expected, within(1e-9));
            sum += Double.parseDouble(cells[7]);
        }
        assertThat(sum).isCloseTo(1300, within(1e-9));
        assertThat(run.err())
                .contains("fewer than 20 respondents")
                .contains("1 (8), 2 (3)")
                .contains("factors as fixed");
    }

    @Test
    void the_report_has_response_rates_factors_and_the_spread_after_each_step() {
        CliRun run =
                weight(sample(), "--probability", "p1,p2", "--response", "done", "--cells", "cell", "--format", "json");

        List<JsonNode> rates = rows(run, "response-rate");
        assertThat(rates)
                .extracting(row -> row.get("item").get("option").asText())
                .containsExactly("RR1", "RR2", "RR3", "RR4", "RR5", "RR6");
        assertThat(rates.get(0).get("value").asDouble()).isCloseTo(11 / 16d, within(1e-12));
        assertThat(rates.get(0).get("details").get("weighted").asDouble()).isCloseTo(950 / 1300d, within(1e-12));
        assertThat(rates.get(0).get("details").get("noInterview").asLong()).isEqualTo(5);
        assertThat(rows(run, "adjustment-factor"))
                .extracting(row -> row.get("value").asDouble())
                .satisfiesExactly(one -> assertThat(one).isCloseTo(1.25, within(1e-12)), two -> assertThat(two)
                        .isCloseTo(2, within(1e-12)));
        assertThat(rows(run, "sum-of-weights"))
                .extracting(row -> row.get("item").get("step").asText())
                .containsExactly("base", "nonresponse", "final");
        JsonNode last = rows(run, "sum-of-weights").get(2);
        assertThat(last.get("value").asDouble()).isCloseTo(1300, within(1e-9));
        assertThat(last.get("details").get("kishEffect").asDouble())
                .isCloseTo(11 * (8 * 125d * 125 + 3 * 100 * 100) / (1300d * 1300), within(1e-12));
    }

    @Test
    void units_of_unknown_eligibility_pass_their_weight_on_first() {
        String file = SurveyFiles.file(
                folder, "unknown.csv", "w,done\n10,complete\n10,nonresponse\n10,unknown\n10,ineligible\n");

        CliRun run = weight(file, "--weight", "w", "--response", "done");

        assertThat(run.out().lines())
                .containsExactly(
                        "w,done,base_weight,eligibility_weight,nonresponse_weight,final_weight",
                        "10,complete,10,13.333333333333334,26.666666666666668,26.666666666666668",
                        "10,nonresponse,10,13.333333333333334,0,0",
                        "10,unknown,10,0,0,0",
                        "10,ineligible,10,13.333333333333334,13.333333333333334,0");
    }

    /** Classes 1 to 5 of a model with one two-level term collapse to its two levels: the factors are those of cells. */
    @Test
    void a_model_of_one_factor_gives_the_weights_of_its_cells() {
        CliRun cells = weight(sample(), "--probability", "p1,p2", "--response", "done", "--cells", "cell");
        CliRun classes = weight(sample(), "--probability", "p1,p2", "--response", "done", "--response-model", "cell=1");
        CliRun inverse = weight(
                sample(),
                "--probability",
                "p1,p2",
                "--response",
                "done",
                "--response-model",
                "cell=1",
                "--propensity-classes",
                "0");

        for (CliRun run : List.of(classes, inverse)) {
            assertThat(run.exitCode()).as(run.err()).isZero();
            List<String> expected = cells.out().lines().toList();
            List<String> found = run.out().lines().toList();
            for (int i = 1; i < expected.size(); i++) {
                double one = Double.parseDouble(
                        expected.get(i).substring(expected.get(i).lastIndexOf(',') + 1));
                double other =
                        Double.parseDouble(found.get(i).substring(found.get(i).lastIndexOf(',') + 1));
                assertThat(other).isCloseTo(one, within(1e-8));
            }
        }
    }

    @Test
    void codes_are_explained_and_large_weights_cut() {
        String file = SurveyFiles.file(folder, "codes.csv", "w,result\n1,10\n1,10\n1,10\n1,10\n1,10\n8,10\n1,20\n");

        CliRun run = weight(
                file, "--weight", "w", "--response", "result", "--codes", "10=complete,20=nonresponse", "--trim", "5");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 weights were cut at");
        double sum = run.out()
                .lines()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .sum();
        assertThat(sum).isCloseTo(14, within(1e-9));
    }

    @Nested
    class Rejects {
        private void usage(String part, String... options) {
            CliRun run = weight(sample(), options);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(part);
        }

        @Test
        void options_that_do_not_fit_together() {
            usage("nothing to make weights of", "--name", "x");
            usage("need --response", "--probability", "p1", "--cells", "cell");
            usage("exclude each other", "--response", "done", "--cells", "cell", "--response-model", "cell");
            usage("must be 0", "--response", "done", "--propensity-classes", "1");
            usage("must be above 1", "--response", "done", "--max-factor", "1");
            usage("explains no code", "--response", "done", "--codes", "10");
            usage("has a column cell already", "--response", "done", "--name", "cell");
        }

        @Test
        void a_cell_without_respondents() {
            String file = SurveyFiles.file(folder, "none.csv", "area,done\na,yes\nb,no\n");

            CliRun run = weight(file, "--response", "done", "--cells", "area");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("cell b must have a unit").contains("Put adjustment cells together");
        }

        @Test
        void rows_with_other_outcomes_or_chances() {
            String file = SurveyFiles.file(
                    folder, "bad.csv", "p,done\n0.5,yes\n1.5,yes\n0,no\n,no\n0.5,maybe\n0.5,\n0.25,no\n");

            CliRun run = weight(file, "--probability", "p", "--response", "done", "--strict");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out().lines()).hasSize(3);
            assertThat(run.err())
                    .contains("bad.csv:3:p: must be a probability above 0 and at most 1")
                    .contains("bad.csv:6:done: is no known outcome")
                    .contains("--codes");
        }
    }
}
