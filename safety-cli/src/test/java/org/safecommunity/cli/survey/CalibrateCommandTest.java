package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

class CalibrateCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun calibrate(String file, List<String> margins, String... options) {
        String known = SurveyFiles.file(folder, "margins.csv", "variable,level,total\n" + String.join("\n", margins));
        Object[] all = new Object[options.length + 5];
        System.arraycopy(new String[] {"survey", "calibrate", file, "--margins", known}, 0, all, 0, 5);
        System.arraycopy(options, 0, all, 5, options.length);
        return CliRun.of(all);
    }

    private static final List<String> SEX_AND_ANSWER = List.of("sex,f,70", "sex,m,80", "answer,yes,90", "answer,no,60");

    /** Sum of the last column over the lines that hold a cell. */
    private static double sum(CliRun run, String cell) {
        return run.out()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> List.of(cells).contains(cell))
                .mapToDouble(cells -> Double.parseDouble(cells[cells.length - 1]))
                .sum();
    }

    @Test
    void the_file_comes_back_with_weights_that_meet_the_totals() {
        CliRun run = calibrate(SurveyFiles.small(folder), SEX_AND_ANSWER, "--weight", "w");
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(lines.get(0)).isEqualTo("w,h,psu,y,x,answer,sex,calibrated_weight");
        assertThat(lines.get(1)).startsWith("10,1,11,62,3,yes,f,");
        assertThat(sum(run, "f")).isCloseTo(70, within(1e-9));
        assertThat(sum(run, "m")).isCloseTo(80, within(1e-9));
        assertThat(sum(run, "yes")).isCloseTo(90, within(1e-9));
        assertThat(run.err()).contains("weights meet the totals after", "design effect of unequal weights");
    }

    @Test
    void totals_of_numbers_bounds_and_trimming() {
        List<String> totals = List.of("sex,f,70", "sex,m,80", "x,,430");
        CliRun linear = calibrate(SurveyFiles.small(folder), totals, "--weight", "w", "--method", "linear");
        assertThat(linear.exitCode()).as(linear.err()).isZero();
        assertThat(sum(linear, "f")).isCloseTo(70, within(1e-9));
        CliRun logit =
                calibrate(SurveyFiles.small(folder), totals, "--weight", "w", "--method", "logit", "--bounds", "0.5,2");
        assertThat(sum(logit, "m")).as(logit.err()).isCloseTo(80, within(1e-9));
        CliRun without = calibrate(SurveyFiles.small(folder), totals, "--weight", "w", "--method", "logit");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).contains("need two bounds");
        CliRun trimmed = calibrate(SurveyFiles.small(folder), SEX_AND_ANSWER, "--weight", "w", "--trim", "1.5");
        assertThat(trimmed.err()).contains("weights are cut at");
        assertThat(sum(trimmed, "f") + sum(trimmed, "m")).isCloseTo(150, within(1e-9));
        CliRun none = calibrate(SurveyFiles.small(folder), SEX_AND_ANSWER, "--weight", "w", "--trim", "1");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("--trim must be above 1");
    }

    @Test
    void the_new_column_feeds_the_estimates() {
        CliRun run = calibrate(
                SurveyFiles.small(folder),
                List.of("sex,f,70", "sex,m,80"),
                "--weight",
                "w",
                "--method",
                "poststratify",
                "--name",
                "w2");
        String calibrated = SurveyFiles.file(folder, "calibrated.csv", run.out().strip());
        CliRun share = CliRun.of(
                "survey",
                "proportion",
                calibrated,
                "--variable",
                "sex",
                "--value",
                "f",
                "--weight",
                "w2",
                "--strata",
                "h",
                "--cluster",
                "psu",
                "--format",
                "json");
        assertThat(share.json().get("results").get(0).get("value").asDouble()).isCloseTo(70 / 150d, within(1e-12));
    }

    @Test
    void json_has_a_row_a_unit() {
        CliRun run = calibrate(
                SurveyFiles.small(folder), List.of("sex,f,63", "sex,m,61"), "--weight", "w", "--format", "json");
        assertThat(run.json().get("results")).hasSize(8);
        assertThat(run.json().get("results").get(0).get("statistic").asText()).isEqualTo("calibrated-weight");
        assertThat(run.json().get("results").get(0).get("item").get("row").asText())
                .isEqualTo("2");
        assertThat(run.json().get("results").get(0).get("value").asDouble()).isCloseTo(10, within(1e-12));
        assertThat(run.json().get("results").get(0).get("details").get("factor").asDouble())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void bad_rows_are_findings_and_keep_no_weight() {
        String file = SurveyFiles.small(folder, "-1,1,11,62,3,yes,f", "5,1,11,62,3,yes,");
        CliRun run = calibrate(file, SEX_AND_ANSWER, "--weight", "w");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(9);
        assertThat(run.err())
                .contains("sample.csv:10:w: must be a weight above 0")
                .contains("sample.csv:11:sex: a value is needed");
        assertThat(calibrate(file, SEX_AND_ANSWER, "--weight", "w", "--strict").exitCode())
                .isEqualTo(1);
    }

    @Test
    void what_cannot_be_calibrated_is_said() {
        String file = SurveyFiles.small(folder);
        assertWrong(
                calibrate(file, List.of("sex,f,70")),
                3,
                "sample.csv:3: sex m is in the sample and has no total above 0");
        assertWrong(
                calibrate(file, List.of("sex,f,7", "sex,m,8", "sex,x,9")),
                3,
                "nobody in the sample is in sex x, whose total is 9");
        assertWrong(
                calibrate(file, List.of("sex,f,70", "sex,m,80", "answer,yes,1", "answer,no,2")),
                3,
                "the totals have different sums: sex 150, answer 3 (98 % apart)");
        assertWrong(calibrate(file, List.of("sex,f,many", "sex,m,80")), 3, "margins.csv:2:total");
        assertWrong(calibrate(file, List.of("sex,f,1", "sex,f,2")), 3, "the level appears twice");
        assertWrong(calibrate(file, List.of("gender,f,1")), 2, "has no column gender");
        assertWrong(calibrate(file, SEX_AND_ANSWER, "--method", "poststratify"), 2, "takes one variable");
        assertWrong(calibrate(file, SEX_AND_ANSWER, "--method", "x"), 2, "--method must be one of rake, poststratify");
        assertWrong(calibrate(file, SEX_AND_ANSWER, "--name", "w"), 2, "has a column w already");
    }

    private static void assertWrong(CliRun run, int exit, String message) {
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
    }
}
