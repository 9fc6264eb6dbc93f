package org.safecommunity.model.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    /** Made up: Wednesday to Friday off, the Saturday before and the Sunday after worked. */
    private static final WorkCalendar WITH_HOLIDAYS = new WorkCalendar(
            Set.of(LocalDate.parse("2024-05-01"), LocalDate.parse("2024-05-02"), LocalDate.parse("2024-05-03")),
            Set.of(LocalDate.parse("2024-04-27"), LocalDate.parse("2024-05-12")));

    private static final LocalDate MONDAY = LocalDate.parse("2024-01-01");

    @ParameterizedTest
    @CsvSource({
        "2024-04-26, 1, 2024-04-29",
        "2024-04-27, 1, 2024-04-29",
        "2024-04-26, 5, 2024-05-03",
        "2024-04-29, 20, 2024-05-27"
    })
    void without_holidays_only_weekends_are_off(LocalDate from, int days, LocalDate end) {
        assertThat(WorkCalendar.WEEKENDS.plus(from, days)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-26, 1, 2024-04-27",
        "2024-04-26, 3, 2024-04-30",
        "2024-04-26, 4, 2024-05-06",
        "2024-05-10, 1, 2024-05-12",
        "2024-04-30, 1, 2024-05-06"
    })
    void holidays_are_off_and_make_up_days_are_worked(LocalDate from, int days, LocalDate end) {
        assertThat(WITH_HOLIDAYS.plus(from, days)).isEqualTo(end);
    }

    @Property(tries = 200)
    void another_holiday_never_makes_a_date_earlier(
            @ForAll @Size(max = 10) Set<@IntRange(max = 60) Integer> off,
            @ForAll @IntRange(max = 60) int more,
            @ForAll @IntRange(min = 1, max = 30) int days) {
        Set<LocalDate> holidays = new HashSet<>();
        off.forEach(day -> holidays.add(MONDAY.plusDays(day)));
        LocalDate before = new WorkCalendar(holidays, Set.of()).plus(MONDAY, days);
        holidays.add(MONDAY.plusDays(more));
        assertThat(new WorkCalendar(holidays, Set.of()).plus(MONDAY, days)).isAfterOrEqualTo(before);
    }

    @Property(tries = 200)
    void a_period_ends_on_a_working_day_and_periods_add_up(
            @ForAll @IntRange(max = 200) int start,
            @ForAll @IntRange(min = 1, max = 30) int first,
            @ForAll @IntRange(min = 1, max = 30) int second) {
        LocalDate from = MONDAY.plusDays(start);
        LocalDate end = WITH_HOLIDAYS.plus(from, first + second);
        assertThat(WITH_HOLIDAYS.isWorkingDay(end)).isTrue();
        assertThat(WITH_HOLIDAYS.plus(WITH_HOLIDAYS.plus(from, first), second)).isEqualTo(end);
    }

    @Nested
    class Rejects {
        @Test
        void a_day_both_off_and_worked() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WorkCalendar(Set.of(MONDAY), Set.of(MONDAY)))
                    .withMessage("holidays and makeUpDays must not share a date, was [2024-01-01]");
        }

        @Test
        void a_period_without_days() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WorkCalendar.WEEKENDS.plus(MONDAY, 0))
                    .withMessageContaining("workingDays");
        }
    }
}
