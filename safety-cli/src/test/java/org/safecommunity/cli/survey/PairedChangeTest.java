package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

/** Expected numbers: R survey 4.1-1, svymean(~I(later - yes), design), t on degf(design). */
class PairedChangeTest {
    /** Invented: the same 24 people before and after. */
    private static final String PEOPLE = """
            h,psu,w,y,x,yes,later
            1,11,10,62,3,1,1
            1,11,10,55,2,0,1
            1,11,12,70,5,1,0
            1,12,8,48,1,0,1
            1,12,8,66,4,1,1
            1,12,9,59,2,1,0
            1,13,15,80,6,1,1
            1,13,15,73,4,0,1
            2,21,20,41,1,0,0
            2,21,20,52,2,1,1
            2,21,18,57,3,1,1
            2,22,25,69,4,1,0
            2,22,25,64,3,0,1
            2,22,22,50,2,0,1
            3,31,30,77,5,1,0
            3,31,30,71,4,1,1
            3,31,28,68,5,1,1
            3,32,35,60,3,0,0
            3,32,35,58,2,1,1
            3,32,33,63,3,1,1
            3,33,40,45,1,0,0
            3,33,40,54,2,1,1
            3,33,38,49,2,0,1
            3,33,38,67,4,1,0""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun change(String text, String... options) {
        String file = SurveyFiles.file(folder, "people.csv", text.split("\n"));
        return SurveyFiles.json(
                "change", new String[] {file, "--weight", "w", "--strata", "h", "--cluster", "psu"}, options);
    }

    @Test
    void the_change_of_a_share_is_the_mean_of_the_differences() {
        CliRun run = change(PEOPLE, "--before", "yes", "--after", "later");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("results")).hasSize(1);
        JsonNode row = run.json().get("results").get(0);
        assertThat(row.get("statistic").asText()).isEqualTo("difference");
        assertNumber(row.get("value"), 0.00709219858156029);
        assertNumber(row.get("standardError"), 0.0716912941334244);
        assertNumber(row.get("interval").get("lower"), -0.177196139891081);
        assertNumber(row.get("interval").get("upper"), 0.191380537054201);
        assertNumber(row.get("test").get("pValue"), 0.925040024566191);
        assertThat(row.get("details").get("df").asInt()).isEqualTo(5);
        assertThat(row.get("details").get("publish").asText()).isEqualTo("suppress");
    }

    @Test
    void scores_and_equivalence_go_with_a_design() {
        CliRun run = change(PEOPLE, "--before", "y", "--after", "x", "--scores", "--equivalence", "60");
        assertThat(run.json().get("results")).hasSize(2);
        JsonNode row = run.json().get("results").get(0);
        assertNumber(row.get("value"), -57.2641843971631);
        assertNumber(row.get("standardError"), 3.08979333378541);
    }

    @Test
    void people_without_both_answers_leave_the_domain_and_stay_in_the_design() {
        CliRun run =
                change(PEOPLE.replace("3,33,38,67,4,1,0", "3,33,38,67,4,1,"), "--before", "yes", "--after", "later");
        JsonNode row = run.json().get("results").get(0);
        assertThat(row.get("n").asLong()).isEqualTo(23);
        assertThat(row.get("inputs").get("sampleSize").asLong()).isEqualTo(24);
        assertThat(SurveyFiles.warnings(run)).contains("missing-values");
    }

    @Test
    void nobody_who_changed_has_no_test() {
        CliRun run = change(PEOPLE, "--before", "yes", "--after", "yes");
        JsonNode row = run.json().get("results").get(0);
        assertNumber(row.get("value"), 0);
        assertThat(row.has("test")).isFalse();
    }

    @Test
    void an_answer_that_is_nowhere_is_wrong_usage() {
        CliRun run = change(PEOPLE, "--before", "yes", "--after", "later", "--value", "maybe");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(List.of(run.err())).anyMatch(text -> text.contains("maybe"));
    }
}
