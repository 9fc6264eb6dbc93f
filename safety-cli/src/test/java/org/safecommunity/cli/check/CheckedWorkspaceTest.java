package org.safecommunity.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.workspace.Fixture;

class CheckedWorkspaceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static String grades(String presence, String effect, int rows) {
        StringBuilder text = new StringBuilder("indicator,presence,trace,effect\n");
        for (int i = 1; i <= rows; i++) {
            text.append(String.format(java.util.Locale.ROOT, "I%02d,%s,a,%s%n", i, presence, effect));
        }
        return text.toString().replace("\r\n", "\n");
    }

    @Test
    void an_assessment_in_the_workspace_is_checked_and_listed() {
        Fixture.Run run = Fixture.valid(folder)
                .file("assessment.csv", grades("a", "a", 50))
                .check();

        assertThat(run.code()).as(run.all()).isZero();
        assertThat(run.out()).contains("assessment.csv: 50 rows read, 50 used, 0 refused");
    }

    @Test
    void presence_without_effect_is_a_warning_with_its_numbers() {
        Fixture.Run run = Fixture.valid(folder)
                .file("assessment.csv", grades("a", "a", 48) + "I49,a,b,d\nI50,b,c,d\n")
                .check();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("assessment.csv effect-empty 2 of 50 indicators have presence a or b and effect d: I49, I50");
    }

    @Test
    void an_unknown_indicator_is_a_finding_of_the_check() {
        Fixture.Run run = Fixture.valid(folder)
                .file("assessment.csv", grades("a", "a", 3) + "I99,a,a,a\n")
                .check();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("assessment.csv:5:indicator unknown-indicator");
    }

    @Test
    void an_assessment_that_cannot_be_read_does_not_end_the_check() {
        Fixture.Run run =
                Fixture.valid(folder).file("assessment.csv", "a,b\n1,2\n").check();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("assessment.csv").contains("injuries.csv: 2 rows read, 2 used, 0 refused");
    }

    @Test
    void activity_that_rises_before_the_assessment_is_named() {
        StringBuilder activities = new StringBuilder("id,date,setting,department,title,participants\n");
        for (int i = 1; i <= 12; i++) {
            activities.append(
                    String.format(java.util.Locale.ROOT, "V%d,2024-12-%02d,community,office,talk,10%n", i, i));
        }
        Fixture.Run run = Fixture.valid(folder)
                .file("activities.csv", activities.toString().replace("\r\n", "\n"))
                .file(
                        "assessment.yaml",
                        "date: 2025-01-10\nindicators:\n  - {id: I01, presence: a, trace: a, effect: a}\n")
                .check();

        assertThat(run.out())
                .contains("activity-peak-before-assessment 12 activities in the three months before the assessment of"
                        + " 2025-01-10, 0 in the twelve months before those");
    }

    @Test
    void another_unit_than_a_street_is_a_warning() {
        Fixture.Run run = Fixture.valid(folder)
                .instead("type: urban", "type: urban\n  unit: village")
                .check();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("community.yaml:community.unit unit-unusual");
    }

    @Test
    void a_small_sample_of_a_survey_is_a_warning_and_a_middling_one_a_remark() {
        Fixture fixture = Fixture.valid(folder).more("""
                survey:
                  file: survey.csv
                  design: simple-random
                  questions:
                    - column: knows
                      text: {en: "Known?", zh: "知道？"}
                      kind: knowledge
                      positive: ["yes"]
                      options: ["yes", "no"]
                """);
        Fixture.Run small = fixture.file("survey.csv", "respondent_id,knows\n" + answers(96))
                .check();
        assertThat(small.code()).isEqualTo(1);
        assertThat(small.out()).contains("small-sample 96 answers put the share within 10.0 percentage points");

        Fixture.Run middling = fixture.file("survey.csv", "respondent_id,knows\n" + answers(97))
                .check();
        assertThat(middling.code()).as(middling.all()).isZero();
        assertThat(middling.out()).contains("small-sample").contains("at least 385 people");

        Fixture.Run large = fixture.file("survey.csv", "respondent_id,knows\n" + answers(385))
                .check();
        assertThat(large.out()).doesNotContain("small-sample");
    }

    private static String answers(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= number; i++) {
            text.append('S').append(i).append(i % 2 == 0 ? ",yes\n" : ",no\n");
        }
        return text.toString();
    }

    private Fixture.Run procedure(String yaml) {
        return Fixture.valid(folder)
                .file("procedure.yaml", "scheme: CN-NATIONAL\n" + yaml)
                .check();
    }

    @Test
    void an_application_before_its_earliest_day_is_a_warning_with_its_numbers() {
        Fixture.Run run = procedure("""
                started: 2021-01-01
                events:
                  - {event: filed, date: 2021-02-01}
                  - {event: applied, date: 2022-12-02}
                  - {event: recommended, date: 2022-12-20}
                """);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("procedure.yaml applied-too-early the application of 2022-12-02 came 30 days before the"
                        + " earliest day, 2023-01-01");
    }

    @Test
    void an_application_that_went_on_without_recommendation_is_a_warning() {
        String start = """
                started: 2021-01-01
                events:
                  - {event: filed, date: 2021-02-01}
                  - {event: applied, date: 2023-02-01}
                """;
        assertThat(procedure(start + "  - {event: doc-review, date: 2023-03-01}\n")
                        .out())
                .contains("procedure.yaml not-recommended the application of 2023-02-01 went on without");
        assertThat(procedure(start
                                + "  - {event: recommended, date: 2023-02-15}\n"
                                + "  - {event: doc-review, date: 2023-03-01}\n")
                        .out())
                .doesNotContain("not-recommended", "applied-too-early");
    }

    @Test
    void dates_overdue_after_the_naming_are_remarks() {
        Fixture.Run run = procedure("""
                started: 2018-01-01
                events:
                  - {event: filed, date: 2018-02-01}
                  - {event: applied, date: 2020-03-01}
                  - {event: recommended, date: 2020-03-15}
                  - {event: doc-review, date: 2020-04-01}
                  - {event: on-site, date: 2020-05-01}
                  - {event: passed, date: 2020-05-20}
                  - {event: named, date: 2020-06-01}
                """);

        assertThat(run.code()).as(run.all()).isZero();
        assertThat(run.out()).contains("procedure.yaml procedure-overdue", "procedure.yaml revocation-ground");
    }
}
