package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatePartTest {
    @ParameterizedTest
    @CsvSource({
        "year, 2024-01-31, 2024",
        "quarter, 2024-01-31, 2024-Q1",
        "quarter, 2024-12-01, 2024-Q4",
        "month, 2024-01-31, 2024-01",
        "day, 2024-1-5, 2024-01-05",
        "week, 2024-01-31, 2024-W05",
        "weekday, 2024-01-31, 3",
        "weekday, 2024-02-04, 7",
        "hour, 2024-01-31 08:05, 8",
        "hour, 2024-01-31T23:59:59, 23"
    })
    void takes_the_part_of_a_date(String part, String cell, String label) {
        assertThat(DatePart.parse(part).orElseThrow().read(cell)).isEqualTo(Reading.of(label));
    }

    @ParameterizedTest
    @CsvSource({"2021-01-03, 2020-W53", "2024-12-30, 2025-W01", "2023-01-01, 2022-W52", "2020-12-31, 2020-W53"})
    void weeks_are_counted_under_the_year_they_belong_to(String cell, String label) {
        assertThat(DatePart.WEEK.read(cell)).isEqualTo(Reading.of(label));
    }

    @ParameterizedTest
    @CsvSource({
        "2009年1月14日",
        "2009-01-14",
        "2009-1-14",
        "2009/1/14",
        "2009.1.14",
        "20090114",
        "2009年01月14日 8时",
        "2009-1-14 8:05:00",
        "２００９－０１－１４",
        "20090114T080500"
    })
    void reads_dates_as_people_write_them(String cell) {
        assertThat(DatePart.DAY.read(cell)).isEqualTo(Reading.of("2009-01-14"));
    }

    @ParameterizedTest
    @CsvSource({"2009年01月14日 8时", "2009-1-14 8:05:00", "20090114T080500", "2009-01-14 08点"})
    void reads_hours_as_people_write_them(String cell) {
        assertThat(DatePart.HOUR.read(cell)).isEqualTo(Reading.of("8"));
    }

    @Test
    void a_date_without_time_has_no_hour() {
        assertThat(DatePart.HOUR.read("2009-01-14")).isEqualTo(Reading.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "hour, 2009-01-14 25:00, not-an-hour", "hour, 2009-01-14 evening, not-an-hour", "day, 2009-02-30, not-a-date",
        "year, 9/1/14, not-a-date", "year, 39827, not-a-date", "week, 2024-06, date-too-short",
        "weekday, 2024年6月, date-too-short", "month, 2024, date-too-short", "year, 1850, not-a-date"
    })
    void refuses_what_it_cannot_read(String part, String cell, String problem) {
        assertThat(DatePart.parse(part).orElseThrow().read(cell).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"year, 2024, 2024", "month, 2024-06, 2024-06", "quarter, 2024年6月, 2024-Q2", "year, 2024-06, 2024"})
    void takes_what_a_date_to_the_month_or_year_can_give(String part, String cell, String label) {
        assertThat(DatePart.parse(part).orElseThrow().read(cell)).isEqualTo(Reading.of(label));
    }

    @ParameterizedTest
    @CsvSource({
        "year, 2024, 2024",
        "quarter, 2024-Q1, 2024-Q1",
        "week, 2024-W05, 2024-W05",
        "weekday, 7, 7",
        "hour, 0, 0",
        "month, 2024-03-09, 2024-03",
        "week, 2024-01-31, 2024-W05"
    })
    void a_population_has_labels_or_dates(String part, String cell, String label) {
        assertThat(DatePart.parse(part).orElseThrow().label(cell)).isEqualTo(Reading.of(label));
    }

    @Property(tries = 200)
    void the_week_of_a_date_is_that_of_its_thursday(@ForAll @IntRange(max = 40_000) int day) {
        LocalDate date = LocalDate.of(1901, 1, 1).plusDays(day);
        LocalDate thursday = date.plusDays(4 - date.getDayOfWeek().getValue());
        long week = ChronoUnit.DAYS.between(thursday.withDayOfYear(1), thursday) / 7 + 1;
        String expected = thursday.getYear() + "-W" + (week < 10 ? "0" : "") + week;
        assertThat(DatePart.WEEK.read(date.toString()).label()).isEqualTo(expected);
    }

    @Test
    void other_names_are_no_parts() {
        assertThat(DatePart.parse("yr")).isEmpty();
        assertThat(DatePart.parse("YEAR")).isEmpty();
    }
}
