package org.safecommunity.model.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.safecommunity.model.scheme.Scheme;

class TimelineTest {
    static final List<String> SCHEMES = Scheme.BUNDLED;

    private static Timeline of(String scheme, String day, String... events) {
        return Timeline.of(
                ProcedureHistory.of(ProcedureHistoryTest.events(events)),
                Scheme.bundled(scheme).orElseThrow(),
                WorkCalendar.WEEKENDS,
                LocalDate.parse(day));
    }

    private static DueDate date(Timeline timeline, ProcedureTask task) {
        return timeline.dueDates().stream()
                .filter(d -> d.task() == task)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_review_is_counted_from_the_receipt_and_closed_by_the_visit() {
        String[] events = {"started 2023-01-02", "applied 2024-04-29", "doc-review 2024-05-20", "on-site 2024-05-29"};
        DueDate review = date(of("CN-CITY-45", "2024-06-01", events), ProcedureTask.DOC_REVIEW);
        assertThat(review.event().state()).isEqualTo(ProcedureState.APPLIED);
        assertThat(review.due()).isEqualTo("2024-05-27");
        assertThat(review.status(LocalDate.parse("2024-06-01"))).isEqualTo(DueStatus.LATE);
        assertThat(review.daysLate()).isEqualTo(2);
        assertThat(date(of("CN-CITY-45", "2024-05-28", events), ProcedureTask.DOC_REVIEW)
                        .daysOverdue(LocalDate.parse("2024-05-28")))
                .isEqualTo(1);
    }

    @Test
    void additions_close_a_review_and_their_receipt_starts_another() {
        Timeline timeline = of(
                "CN-CITY-45",
                "2024-07-01",
                "applied 2024-04-29",
                "doc-review 2024-05-06",
                "supplement 2024-05-13",
                "doc-review 2024-06-03");
        assertThat(timeline.dueDates())
                .filteredOn(d -> d.task() == ProcedureTask.DOC_REVIEW)
                .extracting(DueDate::due, d -> d.status(timeline.day()))
                .containsExactly(
                        tuple(LocalDate.parse("2024-05-27"), DueStatus.MET),
                        tuple(LocalDate.parse("2024-07-01"), DueStatus.OPEN));
    }

    @Test
    void working_days_leave_out_holidays() {
        WorkCalendar calendar =
                new WorkCalendar(Set.of(LocalDate.parse("2024-05-01")), Set.of(LocalDate.parse("2024-05-11")));
        Timeline timeline = Timeline.of(
                ProcedureHistory.of(ProcedureHistoryTest.events("applied 2024-04-29", "doc-review 2024-04-30")),
                Scheme.bundled("CN-CITY-45").orElseThrow(),
                calendar,
                LocalDate.parse("2024-05-02"));
        assertThat(date(timeline, ProcedureTask.DOC_REVIEW).due()).isEqualTo("2024-05-27");
    }

    @Test
    void reports_are_counted_from_the_naming_and_a_late_one_does_not_move_the_next() {
        Timeline timeline = of(
                "CN-NATIONAL",
                "2024-03-01",
                "named 2021-03-20",
                "annual-report 2022-04-20",
                "annual-report 2023-03-01");
        assertThat(timeline.dueDates())
                .filteredOn(d -> d.task() == ProcedureTask.ANNUAL_REPORT)
                .extracting(d -> d.due().toString(), d -> d.status(timeline.day()), DueDate::daysLate)
                .containsExactly(
                        tuple("2022-03-20", DueStatus.LATE, 31L),
                        tuple("2023-03-20", DueStatus.MET, 0L),
                        tuple("2024-03-20", DueStatus.OPEN, 0L));
        assertThat(timeline.next().orElseThrow().task()).isEqualTo(ProcedureTask.ANNUAL_REPORT);
    }

    @Test
    void a_missed_report_stays_missed_when_the_next_one_comes() {
        Timeline timeline = of("CN-NATIONAL", "2023-06-01", "named 2021-03-20", "annual-report 2023-03-18");
        assertThat(timeline.overdue()).singleElement().satisfies(d -> assertThat(d.due())
                .isEqualTo("2022-03-20"));
    }

    @Test
    void the_end_of_a_name_closes_its_dates() {
        Timeline timeline =
                of("CN-SICHUAN", "2026-01-01", "named 2021-03-20", "spot-check 2023-01-10", "renamed 2024-03-25");
        assertThat(timeline.dueDates())
                .extracting(DueDate::task, d -> d.status(timeline.day()), DueDate::daysLate)
                .containsExactly(
                        tuple(ProcedureTask.SPOT_CHECK, DueStatus.MET, 0L),
                        tuple(ProcedureTask.REASSESSMENT, DueStatus.LATE, 5L),
                        tuple(ProcedureTask.RENEWAL, DueStatus.LATE, 5L),
                        tuple(ProcedureTask.SPOT_CHECK, DueStatus.OPEN, 0L),
                        tuple(ProcedureTask.REASSESSMENT, DueStatus.OPEN, 0L),
                        tuple(ProcedureTask.RENEWAL, DueStatus.OPEN, 0L));
        Timeline revoked = of("CN-NATIONAL", "2026-01-01", "named 2021-03-20", "revoked 2022-05-01");
        assertThat(revoked.overdue()).isEmpty();
        assertThat(date(revoked, ProcedureTask.ANNUAL_REPORT).status(revoked.day()))
                .isEqualTo(DueStatus.MISSED);
        assertThat(date(revoked, ProcedureTask.RENEWAL).status(revoked.day())).isEqualTo(DueStatus.VOID);
    }

    @ParameterizedTest
    @CsvSource({
        "CN-NATIONAL, started, FILING",
        "CN-CITY-45, started, APPLICATION",
        "CN-NATIONAL, filed, APPLICATION",
        "CN-NATIONAL, applied, RECOMMENDATION",
        "CN-CITY-45, applied, DOC_REVIEW",
        "CN-NATIONAL, recommended, DOC_REVIEW",
        "CN-NATIONAL, doc-review, ON_SITE",
        "CN-NATIONAL, supplement, ADDITIONS",
        "CN-NATIONAL, on-site, DECISION",
        "CN-NATIONAL, rectify, CORRECTION",
        "CN-NATIONAL, passed, NAMING",
        "CN-NATIONAL, failed, APPLICATION",
        "CN-SICHUAN, named, SPOT_CHECK",
        "CN-NATIONAL, reassessment-due, RENEWAL",
        "CN-NATIONAL, revoked, NEW_START"
    })
    void names_the_next_step(String scheme, String state, ProcedureTask task) {
        assertThat(of(scheme, "2024-01-01", state + " 2023-01-01")
                        .next()
                        .orElseThrow()
                        .task())
                .isEqualTo(task);
    }

    @Test
    void nothing_recorded_asks_for_a_start_and_later_events_are_left_out() {
        assertThat(of("CN-NATIONAL", "2024-01-01").next().orElseThrow().task()).isEqualTo(ProcedureTask.NEW_START);
        assertThat(of("CN-NATIONAL", "2022-01-01", "started 2021-01-01", "filed 2023-01-01")
                        .history()
                        .state())
                .contains(ProcedureState.STARTED);
    }

    @ParameterizedTest
    @FieldSource("SCHEMES")
    void every_state_works_with_every_bundled_scheme(String scheme) {
        assertThat(ProcedureState.values()).allSatisfy(state -> {
            Timeline timeline = of(scheme, "2024-01-01", state.label() + " 2023-01-02");
            assertThat(timeline.dueDates())
                    .allSatisfy(d -> assertThat(d.due()).isAfter(d.event().date()));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2023-06-10, 2024-01-01, 2024-03-31",
        "2024-02-10, 2023-07-01, 2024-03-31",
        "2024-04-01, 2025-01-01, 2025-03-31"
    })
    void an_application_falls_into_the_window(String day, String earliest, String latest) {
        String json = """
                {"id": "X", "version": "1", "title": "X", "note": "x", "catalogue": "AQT-50",
                 "parameters": [
                  {"id": "min-operating-months", "value": 6, "provenance": {"status": "derived"}},
                  {"id": "application-from-month", "value": 1, "provenance": {"status": "derived"}},
                  {"id": "application-to-month", "value": 3, "provenance": {"status": "derived"}}],
                 "provenance": {"status": "derived"}}""";
        Scheme scheme = Scheme.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "x.json");
        Timeline timeline = Timeline.of(
                ProcedureHistory.of(ProcedureHistoryTest.events("started 2023-01-01")),
                scheme,
                WorkCalendar.WEEKENDS,
                LocalDate.parse(day));
        assertThat(timeline.next().orElseThrow().earliest()).isEqualTo(earliest);
        assertThat(timeline.next().orElseThrow().latest()).isEqualTo(latest);
    }

    @Test
    void a_window_may_reach_over_the_end_of_the_year() {
        ApplicationWindow winter = new ApplicationWindow(11, 2);
        assertThat(winter.isOpen(LocalDate.parse("2024-01-15"))).isTrue();
        assertThat(winter.isOpen(LocalDate.parse("2024-03-01"))).isFalse();
        assertThat(winter.openFrom(LocalDate.parse("2024-03-01"))).isEqualTo("2024-11-01");
        assertThat(winter.lastDay(LocalDate.parse("2023-12-15"))).isEqualTo("2024-02-29");
    }
}
