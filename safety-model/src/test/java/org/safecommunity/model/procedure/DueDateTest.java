package org.safecommunity.model.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.model.scheme.Scheme;

class DueDateTest {
    private static final Scheme CITY = Scheme.bundled("CN-CITY-45").orElseThrow();

    private static List<DueDate> after(ProcedureState state, String date, WorkCalendar calendar) {
        return DueDate.after(new ProcedureEvent(state, LocalDate.parse(date)), CITY, calendar);
    }

    @ParameterizedTest
    @CsvSource({
        "STARTED, 2024-08-31, min-operating-months, 2025-02-28",
        "DOC_REVIEW, 2024-04-29, doc-review-working-days, 2024-05-27",
        "ON_SITE, 2024-04-29, decision-working-days, 2024-05-27",
        "NAMED, 2024-02-29, validity-years, 2027-02-28"
    })
    void follows_the_periods_of_the_scheme(ProcedureState state, String date, String parameter, LocalDate due) {
        assertThat(after(state, date, WorkCalendar.WEEKENDS)).singleElement().satisfies(found -> {
            assertThat(found.parameter().id().label()).isEqualTo(parameter);
            assertThat(found.due()).isEqualTo(due);
        });
    }

    @Test
    void a_holiday_moves_working_days_only() {
        WorkCalendar calendar = new WorkCalendar(Set.of(LocalDate.parse("2024-05-01")), Set.of());
        assertThat(after(ProcedureState.DOC_REVIEW, "2024-04-29", calendar))
                .extracting(DueDate::due)
                .containsExactly(LocalDate.parse("2024-05-28"));
        assertThat(after(ProcedureState.STARTED, "2023-11-01", calendar))
                .extracting(DueDate::due)
                .containsExactly(LocalDate.parse("2024-05-01"));
    }

    @ParameterizedTest
    @CsvSource({"2024-05-26, 0", "2024-05-27, 0", "2024-05-28, 1", "2024-06-27, 31"})
    void counts_days_after_the_due_date(LocalDate day, long overdue) {
        DueDate review = after(ProcedureState.DOC_REVIEW, "2024-04-29", WorkCalendar.WEEKENDS)
                .get(0);
        assertThat(review.daysOverdue(day)).isEqualTo(overdue);
    }

    @ParameterizedTest
    @EnumSource(names = {"FILED", "PASSED", "FAILED", "ANNUAL_REPORT", "REVOKED", "EXPIRED"})
    void a_period_that_the_scheme_does_not_know_sets_no_date(ProcedureState state) {
        assertThat(after(state, "2024-04-29", WorkCalendar.WEEKENDS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_state_works_with_every_bundled_scheme(ProcedureState state) {
        ProcedureEvent event = new ProcedureEvent(state, LocalDate.parse("2024-04-29"));
        assertThat(Scheme.BUNDLED).allSatisfy(id -> assertThat(
                        DueDate.after(event, Scheme.bundled(id).orElseThrow(), WorkCalendar.WEEKENDS))
                .allSatisfy(found -> assertThat(found.due()).isAfter(event.date())));
    }

    @Nested
    class Rejects {
        @Test
        void a_due_date_not_after_its_event() {
            DueDate review = after(ProcedureState.DOC_REVIEW, "2024-04-29", WorkCalendar.WEEKENDS)
                    .get(0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DueDate(
                            review.event(), review.parameter(), review.event().date()))
                    .withMessage("due must be after 2024-04-29, was 2024-04-29");
        }

        @Test
        @SuppressWarnings("NullAway")
        void an_event_without_date() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new ProcedureEvent(ProcedureState.NAMED, null))
                    .withMessage("date");
        }
    }
}
