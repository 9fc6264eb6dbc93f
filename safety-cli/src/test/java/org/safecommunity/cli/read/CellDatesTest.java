package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellDatesTest {
    /** Day numbers as the standard prints them (ECMA-376 part 1, 18.17.4.1) and around the day that never was. */
    @ParameterizedTest
    @CsvSource({
        "1,false,1900-01-01",
        "59,false,1900-02-28",
        "61,false,1900-03-01",
        "45473,false,2024-06-30",
        "2958465,false,9999-12-31",
        "0,true,1904-01-01",
        "44011,true,2024-06-30",
        "45473.354166666664,false,2024-06-30T08:30",
        "45473.35417824074,false,2024-06-30T08:30:01",
        "45473.9999999,false,2024-07-01"
    })
    void days_become_iso_dates(double value, boolean from1904, String text) {
        assertThat(CellDates.text(value, 14, "mm-dd-yy", from1904)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "m/d/yyyy",
                "yyyy\"年\"m\"月\"d\"日\"",
                "[$-804]yyyy/m/d;@",
                "[$-F800]dddd, mmmm dd, yyyy",
                "mmm-yy",
                "d-mmm",
                "mmm",
                "m/d/yy h:mm",
                "[DBNum1]yyyy年m月d日"
            })
    void formats_that_are_dates(String format) {
        assertThat(CellDates.text(45473, 164, format, false)).contains("2024-06-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "0",
                "0.00",
                "#,##0 ;[Red](#,##0)",
                "0.00E+00",
                "@",
                "0\" days\"",
                "0\\d",
                "[$¥-804]#,##0.00",
                "_-* #,##0_-",
                "0%"
            })
    void formats_that_are_numbers(String format) {
        assertThat(CellDates.text(45473, 164, format, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 17, 22, 27, 31, 36, 50, 57, 58})
    void built_in_formats_that_are_dates(int id) {
        assertThat(CellDates.text(45473, id, null, false)).contains("2024-06-30");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 9, 11, 37, 49, 164})
    void built_in_formats_that_are_numbers(int id) {
        assertThat(CellDates.text(45473, id, null, false)).isEmpty();
    }

    @Test
    void times_of_day_and_durations() {
        assertThat(CellDates.text(0.3541666666666667, 20, "h:mm", false)).contains("08:30");
        assertThat(CellDates.text(0.5, 164, "上午/下午h\"时\"mm\"分\"", false)).contains("12:00");
        assertThat(CellDates.text(0.5, 18, "h:mm AM/PM", false)).contains("12:00");
        assertThat(CellDates.text(1.5, 46, "[h]:mm:ss", false)).isEmpty();
    }

    @Test
    void what_is_no_date_stays_a_number() {
        assertThat(CellDates.text(-1, 14, null, false)).isEmpty();
        assertThat(CellDates.text(3e6, 14, null, false)).isEmpty();
        assertThat(CellDates.text(Double.NaN, 14, null, false)).isEmpty();
        assertThat(CellDates.text(45473, null, null, false)).isEmpty();
    }

    @Property(tries = 200)
    void days_follow_the_calendar(@ForAll @IntRange(min = 61, max = 2_958_465) int day) {
        long since = ChronoUnit.DAYS.between(
                LocalDate.of(1899, 12, 30),
                LocalDate.parse(CellDates.text(day, 14, null, false).orElseThrow()));
        assertThat(since).isEqualTo(day);
    }
}
