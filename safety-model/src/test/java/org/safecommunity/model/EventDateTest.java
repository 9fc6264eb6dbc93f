package org.safecommunity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDateTest {
    @ParameterizedTest
    @CsvSource({
        "2024-06-30, 2024-06-30, 2024-06-30",
        "2024-02,    2024-02-01, 2024-02-29",
        "2023-02,    2023-02-01, 2023-02-28",
        "2024,       2024-01-01, 2024-12-31"
    })
    void spans_the_days_it_may_mean(String text, LocalDate earliest, LocalDate latest) {
        EventDate date = EventDate.parse(text);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date.knownMonth().isPresent()).isEqualTo(text.length() > 4);
    }

    @Property(tries = 200)
    void parse_is_the_inverse_of_to_string(
            @ForAll @IntRange(min = 1900, max = 2999) int year,
            @ForAll @IntRange(max = 12) int month,
            @ForAll @IntRange(max = 28) int day) {
        EventDate date = new EventDate(year, month, month == 0 ? 0 : day);
        assertThat(EventDate.parse(date.toString())).isEqualTo(date);
    }

    @Test
    void a_full_date_is_known_to_the_day() {
        EventDate date = EventDate.of(LocalDate.of(2009, 1, 14));
        assertThat(date).isEqualTo(new EventDate(2009, 1, 14)).hasToString("2009-01-14");
        assertThat(date.knownMonth()).hasValue(1);
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @CsvSource({
            "1899, 1, 1,  'year must be from 1900 to 2999, was 1899'",
            "3000, 1, 1,  'year must be from 1900 to 2999, was 3000'",
            "2024, -1, 0, 'month must be from 0 to 12, was -1'",
            "2024, 13, 0, 'month must be from 0 to 12, was 13'",
            "2024, 1, -1, 'day must be from 0 to 31, was -1'",
            "2024, 1, 32, 'day must be from 0 to 31, was 32'",
            "2024, 0, 5,  'month must be known where the day is, was 0'",
            "2023, 2, 29, 'day must exist in the month, was 29'",
            "2024, 2, 30, 'day must exist in the month, was 30'",
            "2024, 4, 31, 'day must exist in the month, was 31'"
        })
        void days_that_do_not_exist(int year, int month, int day, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new EventDate(year, month, day))
                    .withMessage(message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "24-06-30", "2024-6-30", "2024/06/30", "2024-06-", "2024-06-30T08:00", "二○二四"})
        void other_forms(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventDate.parse(text))
                    .withMessage("date must look like 2024-06-30, 2024-06 or 2024");
        }

        @Test
        void a_text_of_the_form_that_is_no_date() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventDate.parse("2023-02-29"))
                    .withMessage("day must exist in the month, was 29");
        }
    }
}
