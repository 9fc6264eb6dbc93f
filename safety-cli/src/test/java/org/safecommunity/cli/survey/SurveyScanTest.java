package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

/** How the rows of a survey are read. Expected numbers: R survey 4.1-1. */
class SurveyScanTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun mean(String file, String... options) {
        List<String> all = new ArrayList<>(List.of("--variable", "y"));
        all.addAll(List.of(options));
        return SurveyFiles.json("mean", SurveyFiles.design(file), all.toArray(String[]::new));
    }

    private static void assertCounts(CliRun run, long rows, long used, long refused) {
        JsonNode input = run.json().get("provenance").get("inputs").get(0);
        assertThat(input.get("rows").asLong()).isEqualTo(rows);
        assertThat(input.get("used").asLong()).isEqualTo(used);
        assertThat(input.get("refused").asLong()).isEqualTo(refused);
    }

    /** The row of 57 leaves the domain and stays in the design, as in R subset(design, y != 57). */
    @Test
    void a_missing_value_leaves_the_domain_and_is_counted() {
        for (String nothing : List.of("", "NA")) {
            String file = SurveyFiles.file(
                    folder, "sample.csv", SurveyFiles.SMALL.replace("18,2,21,57", "18,2,21," + nothing));
            CliRun run = mean(file);
            assertNumber(run.json().get("results").get(0).get("value"), 56.79245283018868);
            assertNumber(run.json().get("results").get(0).get("standardError"), 5.08516660860102);
            assertThat(SurveyFiles.warnings(run)).containsExactly("missing-values");
            assertThat(run.err()).contains("1 rows have no value of y");
            assertCounts(run, 8, 8, 0);
            CliRun fail = mean(file, "--missing", "fail");
            assertThat(fail.exitCode()).isEqualTo(3);
            assertThat(fail.err()).contains("sample.csv:7: y is missing");
        }
    }

    /** A value that is no number is refused, and its row still tells how the sample was drawn. */
    @Test
    void a_value_that_is_no_number_is_a_finding() {
        String file = SurveyFiles.file(folder, "sample.csv", SurveyFiles.SMALL.replace("18,2,21,57", "18,2,21,many"));
        CliRun run = mean(file);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("sample.csv:7:y: must be a number").doesNotContain("many");
        assertNumber(run.json().get("results").get(0).get("standardError"), 5.08516660860102);
        assertCounts(run, 8, 7, 1);
        assertThat(mean(file, "--strict").exitCode()).isEqualTo(1);
    }

    @Test
    void bad_weights_and_missing_design_cells_are_findings_with_their_line() {
        String file = SurveyFiles.small(
                folder,
                "-1,1,11,62,3,yes,f",
                ",1,11,62,3,yes,f",
                "x,1,11,62,3,yes,f",
                "5,,11,62,3,yes,f",
                "5,1,,62,3,yes,f");
        CliRun run = mean(file);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("sample.csv:10:w: must be a weight of 0 or more")
                .contains("sample.csv:11:w: a value is needed")
                .contains("sample.csv:12:w: must be a weight of 0 or more")
                .contains("sample.csv:13:h: a value is needed")
                .contains("sample.csv:14:psu: a value is needed");
        assertCounts(run, 13, 8, 5);
        assertNumber(run.json().get("results").get(0).get("standardError"), 4.318161111061);
    }

    @Test
    void rows_of_weight_0_are_left_out_and_counted() {
        CliRun run = mean(SurveyFiles.small(folder, "0,1,19,62,3,yes,f"));
        assertThat(SurveyFiles.warnings(run)).containsExactly("zero-weight");
        assertCounts(run, 9, 8, 0);
        assertNumber(run.json().get("results").get(0).get("standardError"), 4.318161111061);
    }

    @Test
    void design_columns_that_are_not_used_are_named() {
        String file = SurveyFiles.small(folder);
        CliRun run = CliRun.of("survey", "mean", file, "--variable", "y", "--weight", "w", "--format", "json");
        assertThat(SurveyFiles.warnings(run)).containsExactly("design-not-used");
        assertThat(run.err()).contains("not used: psu");
        assertThat(SurveyFiles.warnings(mean(file))).isEmpty();
    }

    @Test
    void a_correction_of_the_first_stage_only_is_said() {
        String file = SurveyFiles.file(
                folder, "sample.csv", "d,s,n,y", "a,1,9,3", "a,2,9,5", "b,3,9,8", "b,4,9,2", "c,5,9,1", "c,6,9,1");
        CliRun run = CliRun.of(
                "survey", "mean", file, "--variable", "y", "--cluster", "d,s", "--fpc", "n", "--format", "json");
        assertThat(SurveyFiles.warnings(run)).containsExactly("fpc-first-stage");
        CliRun bad = CliRun.of(
                "survey", "mean", file, "--variable", "y", "--cluster", "d,s", "--fpc", "y", "--format", "json");
        assertThat(bad.exitCode()).isEqualTo(3);
        assertThat(bad.err()).contains("sample.csv:3: fpc of stage 1 must be the same");
        CliRun text = CliRun.of("survey", "mean", file, "--variable", "y", "--fpc", "d", "--format", "json");
        assertThat(text.exitCode()).isEqualTo(3);
        assertThat(text.err()).contains("must be a population size or a sampling fraction above 0");
    }
}
