package org.safecommunity.cli.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class TimelineCommandTest {
    private static final String RIVERSIDE = "../examples/riverside";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void procedure(String... lines) {
        TextFile.of(folder, "community.yaml", "community: {name: Test, type: urban}");
        TextFile.of(folder, "procedure.yaml", lines);
    }

    private CliRun timeline(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("assess", "timeline", folder, "--format", "json"));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray());
    }

    private static List<JsonNode> rows(CliRun run, String statistic) {
        List<JsonNode> rows = new ArrayList<>();
        run.json().get("results").forEach(row -> {
            if (row.get("statistic").asText().equals(statistic)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static JsonNode row(CliRun run, String statistic, String key, String id) {
        return rows(run, statistic).stream()
                .filter(row -> row.at("/item/" + key).asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_example_shows_what_is_overdue_and_what_is_due() {
        CliRun run = CliRun.of("assess", "timeline", RIVERSIDE, "--on", "2025-04-25", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.result(0).get("value").asText()).isEqualTo("named");
        assertThat(run.result(1).get("value").asText()).isEqualTo("annual-report");
        assertThat(run.result(1).at("/details/daysOverdue").asLong()).isEqualTo(36);
        JsonNode report = row(run, "due-date", "step", "annual-report");
        assertThat(report.get("value").asText()).isEqualTo("2025-03-20");
        assertThat(report.at("/details/status").asText()).isEqualTo("overdue");
        assertThat(report.at("/details/confirmed").asBoolean()).isFalse();
        assertThat(report.at("/details/provenance").asText()).startsWith("recalled");
        assertThat(report.at("/details/rule").asText()).endsWith("unconfirmed");
        assertThat(row(run, "due-date", "step", "application")
                        .at("/details/status")
                        .asText())
                .isEqualTo("met");
        assertThat(row(run, "condition", "condition", "recommendation")
                        .get("value")
                        .asText())
                .isEqualTo("met");
        assertThat(row(run, "condition", "condition", "standard-met")
                        .get("value")
                        .asText())
                .isEqualTo("not-met");
        assertThat(row(run, "ground", "ground", "no-report").get("value").asText())
                .isEqualTo("sign");
        assertThat(row(run, "ground", "ground", "false-data").get("value").asText())
                .isEqualTo("no-sign");
        assertThat(row(run, "event-date", "event", "on-site")
                        .at("/details/enoughAssessors")
                        .asBoolean())
                .isTrue();
        assertThat(run.json().get("warnings").findValuesAsText("code"))
                .containsExactly("unconfirmed-periods", "unknown-periods");
    }

    @Test
    void before_the_date_nothing_is_overdue_and_the_exit_is_0() {
        CliRun run = CliRun.of("assess", "timeline", RIVERSIDE, "--on", "2025-03-20", "--format", "json");
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.result(0).at("/details/overdue").asLong()).isZero();
    }

    @Test
    void tables_for_people_in_both_languages() {
        CliRun english = CliRun.of("assess", "timeline", RIVERSIDE, "--on", "2025-04-25");
        assertThat(english.out())
                .contains(
                        "it was due on 2025-03-20, 36 days ago",
                        "hand in the annual report         2025-03-20  overdue")
                .doesNotContain("Not shown for want of room");
        CliRun chinese = CliRun.chinese("assess", "timeline", RIVERSIDE, "--on", "2025-04-25");
        assertThat(chinese.out())
                .contains("已逾期 36 天", "提交年度报告", "每 12 个月", "有迹象")
                .doesNotContain("annual-report");
        assertThat(chinese.err()).contains("凭记忆", "年度报告间隔");
    }

    @Test
    void faulty_events_are_findings_with_their_place_and_the_others_hold() {
        procedure(
                "scheme: CN-NATIONL",
                "started: 2020-01-01",
                "events:",
                "  - {event: filed, date: 2020-02-01}",
                "  - {event: aplied, date: 2022-02-01}",
                "  - {event: annual-report, date: 2021-02-01}",
                "  - {event: applied, date: 2022-02-30}",
                "  - {event: applied, date: 2999-02-01}",
                "  - {event: applied}",
                "  - {date: 2022-03-01}",
                "  - filed",
                "  - {event: applied, date: 2022-03-01}",
                "  - {event: operating, date: 2020-03-01}",
                "  - {event: on-site, date: 2022-05-01, assessors: few, plce: x}");
        CliRun run = timeline("--on", "2023-01-01");
        assertThat(run.err())
                .contains("procedure.yaml:1:9 ", "CN-NATIONAL")
                .contains("procedure.yaml:5:13 there is no event \"aplied\". Did you mean: applied")
                .contains("procedure.yaml:6:13 annual-report cannot follow operating")
                .contains("procedure.yaml:7:28 must be a date that exists, was \"2022-02-30\"")
                .contains("procedure.yaml:8:28 2999-02-01 is after")
                .contains("procedure.yaml:9:13 applied has no date")
                .contains("procedure.yaml:10:12 an entry must have an event")
                .contains("procedure.yaml:events[7] filed has no date")
                .contains("procedure.yaml:13:13 operating of 2020-03-01 stands after a later event")
                .contains("procedure.yaml:14:13 before on-site these steps are not recorded: recommended, doc-review")
                .contains("procedure.yaml:14:51 the number of assessors");
        assertThat(run.result(0).get("value").asText()).isEqualTo("on-site");
        assertThat(rows(run, "event-date")).hasSize(5);
        CliRun check = CliRun.of("check", folder);
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.lines()).anyMatch(line -> line.startsWith("procedure.yaml:5:13 unknown-event "));
        assertThat(check.lines()).contains("procedure.yaml: 12 rows read, 5 used, 7 refused");
    }

    @Test
    void the_gate_is_closed_until_every_condition_is_met() {
        procedure(
                "scheme: CN-CITY-45",
                "started: 2023-01-01",
                "conditions:",
                "  - {condition: documents, holds: yes, evidence: in the folder}",
                "  - {condition: control-targets, holds: yes, date: 2023-06-01}",
                "  - {condition: documants, holds: yes}",
                "  - {condition: documents}");
        CliRun early = timeline("--on", "2023-06-30");
        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(row(early, "condition", "condition", "operating-time")
                        .get("value")
                        .asText())
                .isEqualTo("not-met");
        assertThat(early.result(1).at("/details/earliest").asText()).isEqualTo("2023-07-01");
        assertThat(early.err())
                .contains("procedure.yaml:6:17", "documents", "procedure.yaml:7:17 holds must be yes or no");
        CliRun open = timeline("--on", "2023-07-01");
        assertThat(open.exitCode()).as(open.out()).isZero();
        assertThat(rows(open, "gate").get(0).get("value").asText()).isEqualTo("met");
        assertThat(timeline("--on", "2023-07-01", "--strict").exitCode()).isEqualTo(1);
    }

    @Test
    void holidays_move_working_days_and_without_them_a_note_says_so() {
        procedure("scheme: CN-CITY-45", "events:", "  - {event: applied, date: 2024-04-29}");
        CliRun plain = timeline("--on", "2024-05-10");
        assertThat(row(plain, "due-date", "step", "doc-review").get("value").asText())
                .isEqualTo("2024-05-27");
        assertThat(plain.json().get("warnings").findValuesAsText("code")).contains("weekends-only", "begins-late");
        Path holidays = TextFile.of(
                folder,
                "holidays.csv",
                "date,kind",
                "2024-05-01,holiday",
                "2024-05-02,holiday",
                "2024-05-03,holiday",
                "2024-05-11,workday",
                "2024-05-32,holiday",
                "2024-05-04,vacation",
                "2024-05-11,holiday");
        CliRun run = timeline("--on", "2024-05-10", "--holidays", holidays);
        assertThat(row(run, "due-date", "step", "doc-review").get("value").asText())
                .isEqualTo("2024-05-29");
        assertThat(run.err())
                .contains(
                        "holidays.csv:6:date",
                        "holidays.csv:7:kind: must be holiday or workday",
                        "holidays.csv:8:date: the day")
                .doesNotContain("only weekends");
        JsonNode inputs = run.json().at("/provenance/inputs");
        assertThat(inputs.get(inputs.size() - 1).get("refused").asLong()).isEqualTo(3);
    }

    @Test
    void a_workspace_without_a_procedure_asks_for_a_start() {
        TextFile.of(folder, "community.yaml", "community: {name: Test, type: urban, started: 2023-01-01}");
        CliRun run = timeline("--on", "2024-01-01");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.result(0).get("value").asText()).isEqualTo("not-started");
        assertThat(row(run, "ground", "ground", "false-data").get("value").asText())
                .isEqualTo("not-known");
        procedure("scheme: ISCCC", "started: 2023-02-01");
        TextFile.of(folder, "community.yaml", "community: {name: Test, type: urban, started: 2023-01-01}");
        assertThat(timeline().err()).contains("the start 2023-02-01 differs from 2023-01-01");
    }

    @Test
    void the_working_names_rule_and_source() {
        CliRun run = CliRun.of("assess", "timeline", RIVERSIDE, "--on", "2025-04-25", "--explain", "--format", "json");
        assertThat(row(run, "due-date", "step", "application").get("derivation").toString())
                .contains("not before 24 months after", "fragment on basic conditions");
        assertThat(CliRun.of("assess", "timeline", "--help").out()).contains("--holidays", "--on");
        assertThat(CliRun.chinese("assess", "timeline", "--help").out()).contains("撤销情形");
    }

    @Nested
    class Rejects {
        @Test
        void a_day_that_is_none_and_a_scheme_that_is_none() {
            assertThat(CliRun.of("assess", "timeline", RIVERSIDE, "--on", "2025-02-30")
                            .exitCode())
                    .isEqualTo(2);
            CliRun run = CliRun.of("assess", "timeline", RIVERSIDE, "--scheme", "CN-NATIONL");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("CN-NATIONAL");
        }

        @Test
        void a_folder_that_is_no_workspace() {
            assertThat(timeline().exitCode()).isEqualTo(3);
        }

        @Test
        void a_document_of_another_form_is_told_and_the_workspace_stays() {
            procedure("- just", "- a list");
            CliRun run = timeline("--on", "2024-01-01");
            assertThat(run.err()).contains("procedure.yaml");
            assertThat(run.result(0).get("value").asText()).isEqualTo("not-started");
        }
    }
}
