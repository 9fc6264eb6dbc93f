package org.safecommunity.model.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.scheme.Scheme.Parameter;
import org.safecommunity.model.scheme.Scheme.ParameterId;

class DueDateTest {
    private static final Scheme CITY = Scheme.bundled("CN-CITY-45").orElseThrow();
    private static final ProcedureEvent APPLIED =
            ProcedureEvent.of(ProcedureState.APPLIED, LocalDate.parse("2024-04-29"));

    private static DueDate review(@Nullable String closedOn, boolean met) {
        Parameter days = CITY.parameter(ParameterId.DOC_REVIEW_WORKING_DAYS).orElseThrow();
        ProcedureEvent closing =
                closedOn == null ? null : ProcedureEvent.of(ProcedureState.ON_SITE, LocalDate.parse(closedOn));
        return new DueDate(ProcedureTask.DOC_REVIEW, APPLIED, days, LocalDate.parse("2024-05-27"), closing, met);
    }

    @ParameterizedTest
    @CsvSource({"2024-05-26, OPEN, 0", "2024-05-27, OPEN, 0", "2024-05-28, OVERDUE, 1", "2024-06-27, OVERDUE, 31"})
    void counts_days_after_the_due_date(LocalDate day, DueStatus status, long overdue) {
        assertThat(review(null, false).status(day)).isEqualTo(status);
        assertThat(review(null, false).daysOverdue(day)).isEqualTo(overdue);
        assertThat(review(null, false).daysLate()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-27, true, MET, 0",
        "2024-06-03, true, LATE, 7",
        "2024-05-20, false, VOID, 0",
        "2024-06-03, false, MISSED, 7"
    })
    void a_later_event_closes_it(String closedOn, boolean met, DueStatus status, long late) {
        LocalDate day = LocalDate.parse("2025-01-01");
        assertThat(review(closedOn, met).status(day)).isEqualTo(status);
        assertThat(review(closedOn, met).daysLate()).isEqualTo(late);
        assertThat(review(closedOn, met).daysOverdue(day)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31, NOT_YET", "2025-02-28, OPEN", "2030-01-01, OPEN"})
    void the_earliest_day_of_an_application_is_never_overdue(LocalDate day, DueStatus status) {
        DueDate earliest = earliest(null);
        assertThat(earliest.status(day)).isEqualTo(status);
        assertThat(earliest.daysOverdue(day)).isZero();
    }

    @Test
    void an_application_before_its_earliest_day_is_told() {
        ProcedureEvent early = ProcedureEvent.of(ProcedureState.APPLIED, LocalDate.parse("2025-02-18"));
        assertThat(earliest(early).status(early.date())).isEqualTo(DueStatus.TOO_EARLY);
        assertThat(earliest(early).daysEarly()).isEqualTo(10);
        assertThat(earliest(early).daysLate()).isZero();
    }

    private static DueDate earliest(@Nullable ProcedureEvent closing) {
        return new DueDate(
                ProcedureTask.APPLICATION,
                ProcedureEvent.of(ProcedureState.STARTED, LocalDate.parse("2024-08-31")),
                CITY.parameter(ParameterId.MIN_OPERATING_MONTHS).orElseThrow(),
                LocalDate.parse("2025-02-28"),
                closing,
                closing != null);
    }

    @Nested
    class Rejects {
        @Test
        void a_due_date_not_after_its_event() {
            DueDate review = review(null, false);
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new DueDate(review.task(), APPLIED, review.parameter(), APPLIED.date(), null, false))
                    .withMessage("due must be after 2024-04-29, was 2024-04-29");
        }

        @Test
        void a_date_closed_before_its_event_or_met_by_nothing() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> review("2024-04-01", true))
                    .withMessage("closedBy must not be before 2024-04-29, was 2024-04-01");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> review(null, true))
                    .withMessage("met must be false where closedBy is missing");
        }

        @Test
        @SuppressWarnings("NullAway")
        void an_event_without_date_or_without_assessors() {
            assertThatNullPointerException()
                    .isThrownBy(() -> ProcedureEvent.of(ProcedureState.NAMED, null))
                    .withMessage("date");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ProcedureEvent(ProcedureState.ON_SITE, APPLIED.date(), 0))
                    .withMessageContaining("assessors");
        }
    }
}
