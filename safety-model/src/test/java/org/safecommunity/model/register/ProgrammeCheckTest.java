package org.safecommunity.model.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.programme.CommunityType;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;

class ProgrammeCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 31);
    private static final List<RegisterKind> KINDS = RegisterCatalogue.bundled().registers();

    /** The examples of all registers, as lists of cells that a test may change. */
    private static Map<String, List<Map<String, String>>> examples() {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        for (RegisterKind kind : KINDS) {
            List<Map<String, String>> entries = new ArrayList<>();
            RegisterSchema.examples(kind, Locale.ENGLISH).forEach(row -> entries.add(new LinkedHashMap<>(row)));
            rows.put(kind.id(), entries);
        }
        return rows;
    }

    private static List<Map<String, String>> of(Map<String, List<Map<String, String>>> rows, String kind) {
        return rows.getOrDefault(kind, List.of());
    }

    private static List<Finding> check(Map<String, List<Map<String, String>>> rows, CommunityType type) {
        List<Register> registers = new ArrayList<>();
        for (RegisterKind kind : KINDS) {
            List<Map<String, String>> entries = rows.get(kind.id());
            if (entries != null) {
                List<RegisterEntry> read = new ArrayList<>();
                for (int i = 0; i < entries.size(); i++) {
                    read.add(new RegisterEntry(i + 2, entries.get(i)));
                }
                registers.add(new Register(kind, kind.file(), read));
            }
        }
        return ProgrammeCheck.check(KINDS, registers, type, TODAY);
    }

    private static List<String> faults(Map<String, List<Map<String, String>>> rows) {
        return check(rows, CommunityType.URBAN).stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.code() + " " + finding.location())
                .toList();
    }

    @Test
    void the_examples_together_are_sound() {
        assertThat(faults(examples())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "goals,        target,          2500,        target-not-better goals.csv:2:target",
        "goals,        target,          2400,        target-not-better goals.csv:2:target",
        "goals,        direction,       higher,      target-not-better goals.csv:2:target",
        "goals,        deadline,        2020-01-01,  dates-impossible goals.csv:2:deadline",
        "goals,        key_factor,      '',          goal-without-key-factor goals.csv:2:key_factor",
        "goals,        key_factor,      K9,          unresolved-reference goals.csv:2:key_factor",
        "projects,     goal,            '',          project-without-goal projects.csv:2:goal",
        "projects,     goal,            G9,          unresolved-reference projects.csv:2:goal",
        "projects,     end,             2024-01-01,  dates-impossible projects.csv:2:end",
        "emergency-plans, next_review,  2020-01-01,  dates-impossible emergency-plans.csv:2:next_review",
        "emergency-plans, event_class,  public-health, event-class-without-plan emergency-plans.csv",
        "drills,       plan,            E9,          plan-without-drill emergency-plans.csv:2:id",
        "small-premises, last_inspection, '',        never-inspected small-premises.csv:2:last_inspection",
        "inspections,  cause,           '',          finding-without-cause inspections.csv:2:cause",
        "actions,      finding,         F9,          finding-without-action inspections.csv:2:id",
        "actions,      verified_on,     '',          action-not-verified actions.csv:2:verified_on",
        "actions,      done_on,         '',          action-overdue actions.csv:2:due",
        "actions,      accepted_by,     market,      acceptor-is-rectifier actions.csv:2:accepted_by",
        "opinions,     answer,          '',          answer-empty opinions.csv:2:answer",
        "opinions,     answered_on,     2024-07-01,  dates-impossible opinions.csv:2:answered_on",
        "reviews,      aspects,         process,     review-not-complete reviews.csv:2:aspects",
        "reviews,      projects,        '',          effect-not-reviewed projects.csv:2:id",
        "organisation, party,           community,   party-without-duty organisation.csv"
    })
    void one_broken_link_is_named_where_it_is(String kind, String column, String value, String expected) {
        Map<String, List<Map<String, String>>> rows = examples();
        of(rows, kind).get(0).put(column, value);
        assertThat(faults(rows)).contains(expected);
    }

    @Test
    void a_key_factor_without_goal_needs_a_reason() {
        Map<String, List<Map<String, String>>> rows = examples();
        Map<String, String> factor = new LinkedHashMap<>(of(rows, "key-factors").get(0));
        factor.put("id", "K2");
        of(rows, "key-factors").add(factor);
        assertThat(faults(rows)).containsExactly("key-factor-without-goal key-factors.csv:3:id");
        factor.put("no_project_reason", "planned for the next year");
        assertThat(faults(rows)).isEmpty();
    }

    @Test
    void a_goal_needs_a_project_and_after_its_deadline_a_measure() {
        Map<String, List<Map<String, String>>> rows = examples();
        Map<String, String> goal = new LinkedHashMap<>(of(rows, "goals").get(0));
        goal.put("id", "G2");
        goal.put("deadline", "2024-12-31");
        goal.put("measured", "");
        of(rows, "goals").add(goal);
        assertThat(faults(rows))
                .containsExactly("goal-without-project goals.csv:3:id", "goal-not-measured goals.csv:3:measured");
    }

    @Test
    void a_project_that_has_ended_needs_a_measured_effect() {
        Map<String, List<Map<String, String>>> rows = examples();
        Map<String, String> project = of(rows, "projects").get(0);
        project.put("end", "2024-12-31");
        project.put("after", "");
        assertThat(faults(rows)).contains("project-without-effect projects.csv:2:after");
    }

    @Test
    void an_award_names_the_data_behind_it() {
        Map<String, List<Map<String, String>>> rows = examples();
        Map<String, String> award = of(rows, "awards").get(0);
        award.put("data", "");
        assertThat(faults(rows)).isEmpty();
        award.put("project", "");
        assertThat(faults(rows)).containsExactly("award-without-data awards.csv:2:data");
    }

    @Test
    void a_register_that_is_asked_for_and_not_there_is_named() {
        Map<String, List<Map<String, String>>> rows = examples();
        rows.remove("channels");
        rows.remove("awards");
        assertThat(faults(rows))
                .contains("missing-register channels.csv")
                .noneMatch(fault -> fault.equals("missing-register awards.csv"));
    }

    @Test
    void a_community_without_any_register_is_not_blamed_for_each() {
        assertThat(check(Map.of(), CommunityType.URBAN)).isEmpty();
    }

    @Test
    void a_rural_community_answers_five_topics() {
        List<String> open = check(examples(), CommunityType.RURAL).stream()
                .filter(finding -> finding.code().equals("rural-topic-open"))
                .map(finding -> finding.message().en())
                .toList();
        assertThat(open).hasSize(5).contains("the rural topic pesticide poisoning (pesticide) has no diagnosis");
        Map<String, List<Map<String, String>>> rows = examples();
        Map<String, String> factor = new LinkedHashMap<>(of(rows, "key-factors").get(0));
        factor.put("id", "K2");
        factor.put("topic", "pesticide");
        factor.put("no_project_reason", "no case in ten years");
        of(rows, "key-factors").add(factor);
        assertThat(check(rows, CommunityType.RURAL))
                .filteredOn(finding -> finding.code().equals("rural-topic-open"))
                .hasSize(4);
    }

    private static Map<String, String> activity(int number, LocalDate day, LocalDate recorded) {
        Map<String, String> row =
                new LinkedHashMap<>(of(examples(), "activities").get(0));
        row.put("id", "X" + number);
        row.put("date", day.toString());
        row.put("recorded_on", recorded.toString());
        return row;
    }

    @Test
    void activities_bunched_into_three_months_are_named_with_their_numbers() {
        Map<String, List<Map<String, String>>> rows = examples();
        for (int i = 0; i < 14; i++) {
            LocalDate day = LocalDate.of(2023, 3, 1).plusDays(i);
            of(rows, "activities").add(activity(i, day, day));
        }
        assertThat(check(rows, CommunityType.URBAN))
                .filteredOn(finding -> finding.code().equals("activity-peak"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en())
                        .isEqualTo("14 of 20 activities fall into three months from 2023-03-01"));
    }

    @Test
    void records_entered_late_are_named_with_their_numbers() {
        Map<String, List<Map<String, String>>> rows = examples();
        for (int i = 0; i < 8; i++) {
            LocalDate day = LocalDate.of(2023, 3, 1).plusMonths(i);
            of(rows, "activities").add(activity(i, day, day.plusDays(91)));
        }
        assertThat(check(rows, CommunityType.URBAN))
                .filteredOn(finding -> finding.code().equals("records-entered-late"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en())
                        .isEqualTo("8 of 14 activities were recorded more than 90 days after they took place"));
    }

    @Test
    void an_old_register_is_a_remark_and_no_fault() {
        Map<String, List<Map<String, String>>> rows = examples();
        of(rows, "volunteers").get(0).put("as_of", "2022-12-31");
        assertThat(faults(rows)).isEmpty();
        assertThat(check(rows, CommunityType.URBAN)).extracting(Finding::code).contains("register-not-current");
    }

    @Test
    void an_id_that_may_be_a_name_is_not_repeated() {
        Map<String, List<Map<String, String>>> rows = examples();
        of(rows, "projects").get(0).put("goal", "张三 13800000000");
        assertThat(check(rows, CommunityType.URBAN))
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("张三", "138"));
    }

    @Test
    void a_goal_behind_the_straight_line_is_a_remark_with_its_numbers() {
        Map<String, List<Map<String, String>>> rows = examples();
        Map<String, String> goal = of(rows, "goals").get(0);
        goal.putAll(Map.of(
                "base",
                "2400",
                "base_date",
                "2023-12-31",
                "target",
                "2000",
                "deadline",
                "2025-12-31",
                "measured",
                "2350",
                "measured_on",
                "2024-12-31"));
        assertThat(faults(rows)).isEmpty();
        assertThat(check(rows, CommunityType.URBAN))
                .filteredOn(finding -> finding.code().equals("goal-behind"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en())
                        .isEqualTo("measured 2350 on 2024-12-31, while a straight line from base to target asks for"
                                + " 2199.7"));
    }

    @Test
    void a_missed_goal_is_taken_up_by_a_review() {
        Map<String, List<Map<String, String>>> rows = examples();
        of(rows, "goals")
                .get(0)
                .putAll(Map.of("deadline", "2024-12-31", "measured", "2300", "measured_on", "2024-12-31"));
        assertThat(faults(rows)).isEmpty();
        assertThat(check(rows, CommunityType.URBAN)).extracting(Finding::code).contains("goal-missed");
        of(rows, "reviews").get(0).put("goals", "");
        assertThat(faults(rows)).containsExactly("goal-missed-not-reviewed goals.csv:2:measured");
    }

    @Test
    void a_key_group_whose_projects_reach_nobody_is_named() {
        Map<String, List<Map<String, String>>> rows = examples();
        of(rows, "activities").forEach(activity -> activity.put("project", ""));
        assertThat(faults(rows)).containsExactly("group-not-reached key-factors.csv:2:id");
        of(rows, "activities").get(0).put("project", "P1");
        of(rows, "activities").get(0).put("participants", "0");
        assertThat(faults(rows)).containsExactly("group-not-reached key-factors.csv:2:id");
        of(rows, "activities").get(0).put("participants", "1");
        assertThat(faults(rows)).isEmpty();
    }

    @Test
    void units_inspected_more_than_a_year_ago_are_a_remark_with_the_coverage() {
        Map<String, List<Map<String, String>>> rows = examples();
        of(rows, "small-premises").get(0).put("last_inspection", "2024-01-30");
        int open = (int) of(rows, "small-premises").stream()
                .filter(unit -> "open".equals(unit.get("status")))
                .count();
        assertThat(faults(rows)).isEmpty();
        assertThat(check(rows, CommunityType.URBAN))
                .filteredOn(finding -> finding.code().equals("inspection-long-ago"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en())
                        .isEqualTo((open - 1) + " of " + open
                                + " open units were inspected within 12 months; longer ago: "
                                + of(rows, "small-premises").get(0).get("id")));
    }

    @Test
    void a_goal_past_its_deadline_wants_a_final_value() {
        Map<String, List<Map<String, String>>> rows = examples();
        of(rows, "goals")
                .get(0)
                .putAll(Map.of("deadline", "2024-12-31", "measured", "2300", "measured_on", "2024-11-30"));
        assertThat(faults(rows)).isEmpty();
        assertThat(check(rows, CommunityType.URBAN))
                .filteredOn(finding -> finding.code().equals("goal-final-open"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en())
                        .isEqualTo("the deadline was 2024-12-31, the last value is of 2024-11-30"));
    }
}
