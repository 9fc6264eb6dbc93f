package org.safecommunity.model.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.validation.Finding;

class FormalismCheckTest {
    private static final LocalDate ASSESSMENT = LocalDate.of(2025, 1, 15);

    private static List<Register> activities(LocalDate... days) {
        RegisterKind kind = RegisterCatalogue.bundled().kind("activities").orElseThrow();
        List<RegisterEntry> entries = new ArrayList<>();
        for (LocalDate day : days) {
            entries.add(
                    new RegisterEntry(entries.size() + 2, Map.of("id", "V" + entries.size(), "date", day.toString())));
        }
        return List.of(new Register(kind, kind.file(), entries));
    }

    private static LocalDate[] monthly(int before, int justBefore) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            days.add(LocalDate.of(2023, 11, 1).plusMonths(i % 11));
        }
        for (int i = 0; i < justBefore; i++) {
            days.add(ASSESSMENT.minusDays(1 + i));
        }
        return days.toArray(new LocalDate[0]);
    }

    @Test
    void a_rise_before_the_assessment_is_named_with_both_numbers() {
        List<Finding> findings = FormalismCheck.beforeAssessment(activities(monthly(11, 6)), ASSESSMENT);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("activity-peak-before-assessment");
            assertThat(finding.message().en())
                    .isEqualTo("6 activities in the three months before the assessment of 2025-01-15,"
                            + " 11 in the twelve months before those");
            assertThat(finding.message().zh()).isEqualTo("2025-01-15 评定前三个月开展活动 6 项，再往前十二个月共 11 项");
        });
    }

    @Test
    void even_work_and_few_records_show_nothing() {
        assertThat(FormalismCheck.beforeAssessment(activities(monthly(11, 3)), ASSESSMENT))
                .isEmpty();
        assertThat(FormalismCheck.beforeAssessment(activities(monthly(0, 11)), ASSESSMENT))
                .isEmpty();
        assertThat(FormalismCheck.beforeAssessment(List.of(), ASSESSMENT)).isEmpty();
    }

    @Test
    void what_happens_on_the_day_and_after_does_not_count() {
        LocalDate[] days = monthly(12, 0);
        LocalDate[] more = java.util.Arrays.copyOf(days, 24);
        java.util.Arrays.fill(more, 12, 24, ASSESSMENT);
        assertThat(FormalismCheck.beforeAssessment(activities(more), ASSESSMENT))
                .isEmpty();
    }
}
