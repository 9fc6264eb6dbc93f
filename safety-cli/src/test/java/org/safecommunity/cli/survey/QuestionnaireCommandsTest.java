package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

/** Reliability and change. Expected numbers: R psych 2.2.9 alpha, R mcnemar.test and binom.test, Newcombe 1998. */
class QuestionnaireCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String likert(String... more) {
        String[] lines = {
            "a,b,c,d,sex",
            "4,5,4,4,f",
            "3,3,2,3,f",
            "5,5,4,5,f",
            "2,1,2,2,f",
            "4,4,5,3,f",
            "3,2,3,3,m",
            "5,4,5,5,m",
            "1,2,1,2,m",
            "4,3,4,4,m",
            "3,4,3,2,m"
        };
        String[] all = new String[lines.length + more.length];
        System.arraycopy(lines, 0, all, 0, lines.length);
        System.arraycopy(more, 0, all, lines.length, more.length);
        return SurveyFiles.file(folder, "likert.csv", all);
    }

    @Test
    void reliability_has_alpha_first_and_then_every_item() {
        CliRun run = CliRun.of("survey", "reliability", likert(), "--items", "a,b,c,d", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(6);
        JsonNode alpha = run.json().get("results").get(0);
        assertThat(alpha.get("statistic").asText()).isEqualTo("cronbach-alpha");
        assertThat(alpha.get("value").asDouble()).isCloseTo(0.930104757, within(1e-9));
        assertThat(alpha.get("interval").get("method").asText()).isEqualTo("feldt");
        assertNumber(alpha.get("interval").get("lower"), 0.81611570938);
        assertNumber(alpha.get("interval").get("upper"), 0.98050043980);
        JsonNode omega = run.json().get("results").get(1);
        assertThat(omega.get("statistic").asText()).isEqualTo("mcdonald-omega");
        assertThat(omega.get("value").isNull()).isTrue();
        assertThat(omega.get("status").asText()).isEqualTo("not-converged");
        assertThat(omega.get("warnings").get(0).get("code").asText()).isEqualTo("omega-heywood");
        JsonNode item = run.json().get("results").get(2);
        assertThat(item.get("statistic").asText()).isEqualTo("alpha-if-deleted");
        assertThat(item.get("item").get("variable").asText()).isEqualTo("a");
        assertNumber(item.get("value"), 0.86653956149);
        assertNumber(item.get("details").get("itemRestCorrelation"), 0.96228255371);
    }

    @Test
    void people_without_every_answer_are_left_out_and_bad_answers_are_findings() {
        CliRun run = CliRun.of(
                "survey", "reliability", likert("4,,4,4,f", "4,x,4,4,f"), "--items", "a,b,c,d", "--format", "json");
        assertThat(run.json().get("results").get(0).get("n").asLong()).isEqualTo(10);
        assertThat(run.err())
                .contains("left out for want of an answer to every question: 1")
                .contains("likert.csv:13:b: must be a number");
        JsonNode input = run.json().get("provenance").get("inputs").get(0);
        assertThat(input.get("used").asLong()).isEqualTo(10);
        assertThat(input.get("refused").asLong()).isEqualTo(1);
        CliRun groups =
                CliRun.of("survey", "reliability", likert(), "--items", "a,b", "--by", "sex", "--format", "json");
        assertThat(groups.json().get("results")).hasSize(4);
        assertThat(groups.json().get("results").get(2).get("group").get("sex").asText())
                .isEqualTo("m");
        assertThat(groups.json().get("results").get(2).get("n").asLong()).isEqualTo(5);
    }

    @Test
    void wrong_items_are_exit_2() {
        CliRun one = CliRun.of("survey", "reliability", likert(), "--items", "a");
        assertThat(one.exitCode()).isEqualTo(2);
        assertThat(one.err()).contains("items must be two or more, was 1");
        CliRun unknown = CliRun.of("survey", "reliability", likert(), "--items", "a,B");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("Did you mean b?");
    }

    /** 36 12 / 2 0: the change is after − before. */
    private String pairs(String yes, String no) {
        StringBuilder lines = new StringBuilder("before,after\n");
        lines.append((yes + "," + yes + "\n").repeat(36));
        lines.append((yes + "," + no + "\n").repeat(12));
        lines.append((no + "," + yes + "\n").repeat(2));
        return SurveyFiles.file(folder, "pairs.csv", lines.toString().strip());
    }

    private static void assertChange(CliRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("results")).hasSize(3);
        JsonNode midP = run.json().get("results").get(0);
        assertThat(midP.get("statistic").asText()).isEqualTo("mcnemar");
        assertThat(midP.get("test").get("method").asText()).isEqualTo("mid-p");
        assertNumber(midP.get("test").get("pValue"), 0.00738525390625);
        assertThat(run.json().get("results").get(1).get("test").get("method").asText())
                .isEqualTo("exact");
        assertNumber(run.json().get("results").get(1).get("test").get("pValue"), 0.012939453125);
        JsonNode difference = run.json().get("results").get(2);
        assertThat(difference.get("statistic").asText()).isEqualTo("difference");
        assertNumber(difference.get("value"), -0.2);
        assertNumber(difference.get("interval").get("lower"), -0.340427602975);
        assertNumber(difference.get("interval").get("upper"), -0.056929584003);
    }

    @Test
    void change_reads_numbers_words_and_named_answers() {
        assertChange(CliRun.of(
                "survey", "change", pairs("1", "0"), "--before", "before", "--after", "after", "--format", "json"));
        assertChange(CliRun.of(
                "survey", "change", pairs("是", "否"), "--before", "before", "--after", "after", "--format", "json"));
        assertChange(CliRun.of(
                "survey",
                "change",
                pairs("agree", "no idea"),
                "--before",
                "before",
                "--after",
                "after",
                "--value",
                "agree",
                "--format",
                "json"));
    }

    @Test
    void answers_that_are_neither_yes_nor_no_are_findings() {
        CliRun run = CliRun.of("survey", "change", pairs("agree", "0"), "--before", "before", "--after", "after");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("must be 1 or 0, yes or no", "--value CATEGORY");
        CliRun never = CliRun.of(
                "survey", "change", pairs("1", "0"), "--before", "before", "--after", "after", "--value", "2");
        assertThat(never.exitCode()).isEqualTo(2);
        assertThat(never.err()).contains("no answer is 2, neither in before nor in after");
    }

    private String scores(String... more) {
        String lines = "pre,post\n62,66\n55,58\n70,69\n48,55\n66,72\n59,61\n80,83\n73,79";
        return SurveyFiles.file(
                folder, "scores.csv", more.length == 0 ? lines : lines + "\n" + String.join("\n", more));
    }

    private static CliRun scoreChange(String file, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("survey", "change", file, "--before", "pre", "--after", "post", "--scores"));
        arguments.addAll(List.of(more));
        return CliRun.of((Object[]) arguments.toArray(String[]::new));
    }

    @Test
    void scores_have_a_mean_change_and_equivalence() {
        CliRun run = scoreChange(scores("x,3"), "--equivalence", "6", "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("scores.csv:10:pre: must be a number");
        assertThat(run.json().get("results")).hasSize(2);
        JsonNode difference = run.json().get("results").get(0);
        assertThat(difference.get("statistic").asText()).isEqualTo("difference");
        assertNumber(difference.get("value"), 3.75);
        assertNumber(difference.get("interval").get("lower"), 1.5722153584);
        assertThat(difference.get("test").get("method").asText()).isEqualTo("paired-t");
        assertNumber(difference.get("test").get("pValue"), 0.0047388943169122);
        JsonNode same = run.json().get("results").get(1);
        assertThat(same.get("statistic").asText()).isEqualTo("equivalence");
        assertThat(same.get("test").get("method").asText()).isEqualTo("tost");
        assertThat(same.get("details").get("equivalent").asBoolean()).isTrue();
    }

    @Test
    void shares_have_equivalence_by_the_interval() {
        CliRun run = CliRun.of(
                "survey",
                "change",
                pairs("1", "0"),
                "--before",
                "before",
                "--after",
                "after",
                "--equivalence",
                "0.1",
                "--format",
                "json");
        JsonNode same = run.json().get("results").get(3);
        assertThat(same.get("details").get("equivalent").asBoolean()).isFalse();
        assertThat(same.get("interval").get("level").asDouble()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void options_of_change_that_do_not_go_together_are_exit_2() {
        CliRun both = scoreChange(scores(), "--value", "1");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--scores and --value do not go together");
        CliRun margin = scoreChange(scores(), "--equivalence", "-1");
        assertThat(margin.exitCode()).isEqualTo(2);
        assertThat(margin.err()).contains("--equivalence must be finite and greater than 0, was -1.0");
        CliRun level = scoreChange(scores(), "--equivalence", "1", "--level", "0.5");
        assertThat(level.exitCode()).isEqualTo(2);
        assertThat(level.err()).contains("--level must be greater than 0.5 with --equivalence");
    }

    @Test
    void both_speak_chinese() {
        CliRun run = CliRun.chinese("survey", "reliability", likert(), "--items", "a,b,c,d", "--explain");
        assertThat(run.out()).contains("Cronbach α 系数", "各条目方差之和");
        CliRun change = CliRun.chinese("survey", "change", pairs("1", "0"), "--before", "before", "--after", "after");
        assertThat(change.out()).contains("差值", "之前", "之后");
    }

    /** The reversed item of the bundled questionnaire is turned round; expected by --items on a file turned by hand. */
    @Test
    void reliability_of_a_scale_of_a_questionnaire_turns_reversed_items() {
        String[] rows = {"5,1", "4,2", "3,2", "2,4", "1,5", "4,1", "3,3", "2,5"};
        String[] written = new String[rows.length + 3];
        String[] turned = new String[rows.length + 1];
        written[0] = "r1,r2";
        turned[0] = "r1,r2";
        for (int i = 0; i < rows.length; i++) {
            written[i + 1] = rows[i];
            turned[i + 1] = rows[i].charAt(0) + "," + (6 - (rows[i].charAt(2) - '0'));
        }
        written[rows.length + 1] = "9,4";
        written[rows.length + 2] = "7,4";
        CliRun scale = CliRun.of(
                "survey",
                "reliability",
                SurveyFiles.file(folder, "written.csv", written),
                "--questionnaire",
                "safe-community",
                "--scale",
                "recognition",
                "--format",
                "json");
        CliRun items = CliRun.of(
                "survey",
                "reliability",
                SurveyFiles.file(folder, "turned.csv", turned),
                "--items",
                "r1,r2",
                "--format",
                "json");
        assertThat(scale.result(0).get("value")).isEqualTo(items.result(0).get("value"));
        assertThat(scale.result(0).get("value").asDouble()).isGreaterThan(0.8);
        assertThat(scale.err()).contains("written.csv:11:r1: the answer is \"7\"");
        assertThat(SurveyFiles.warnings(scale)).contains("missing-values");
    }

    @Test
    void reliability_wants_items_or_a_scale() {
        String file = likert();
        assertThat(CliRun.of("survey", "reliability", file).err()).contains("give --items, or --questionnaire");
        assertThat(CliRun.of("survey", "reliability", file, "--questionnaire", "safe-community", "--scale", "awareness")
                        .err())
                .contains("is no rated scale", "recognition, satisfaction");
    }
}
