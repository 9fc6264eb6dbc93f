package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.read.TimeLabel.Kind;

class TimeLabelTest {
    @ParameterizedTest
    @CsvSource({
        "2024, NUMBER, 2024",
        "7, NUMBER, 7",
        "-2.5, NUMBER, -2.5",
        "２０２４, NUMBER, 2024",
        "2024-Q1, QUARTER, 2024",
        "2024-Q4, QUARTER, 2024.75",
        "2024-01, MONTH, 2024",
        "2024-04, MONTH, 2024.25",
        "2000-01-01, DAY, 2000",
        "2004-01-01, DAY, 2004",
        "1999-W52, WEEK, 1999.986310746064",
    })
    void reads_numbers_and_periods_as_years(String text, Kind kind, double years) {
        TimeLabel label = TimeLabel.parse(text).orElseThrow();
        assertThat(label.kind()).isEqualTo(kind);
        assertThat(label.years()).isCloseTo(years, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-Q5",
                "2024-Q0",
                "2024-13",
                "2024-00",
                "2024-1",
                "2024-W00",
                "2024-W53",
                "2024-W54",
                "2023-02-29",
                "2024-02-30",
                "spring 2024",
                "2024/01",
                "2024-01-05T10",
                "NaN",
                "Infinity"
            })
    void other_texts_are_no_times(String text) {
        assertThat(TimeLabel.parse(text)).isEmpty();
    }

    @Test
    void long_years_have_week_53() {
        // ISO 8601: 2020 and 2026 have 53 weeks
        assertThat(TimeLabel.parse("2020-W53")).isPresent();
        assertThat(TimeLabel.parse("2026-W53")).isPresent();
        TimeLabel last = TimeLabel.parse("2020-W53").orElseThrow();
        TimeLabel first = TimeLabel.parse("2021-W01").orElseThrow();
        assertThat(first.period().getAsLong()).isEqualTo(last.period().getAsLong() + 1);
        assertThat(first.years() - last.years()).isCloseTo(7 / 365.25, within(1e-12));
    }

    @Test
    void a_number_that_is_not_whole_has_no_period() {
        assertThat(TimeLabel.parse("2024.5").orElseThrow().period()).isEmpty();
        assertThat(TimeLabel.parse("2024.0").orElseThrow().period()).hasValue(2024);
    }

    @Property(tries = 200)
    void labels_of_periods_read_back(@ForAll @IntRange(min = -60_000, max = 60_000) int period) {
        for (Kind kind : Kind.values()) {
            long shifted =
                    switch (kind) {
                        case QUARTER -> 4L * 2000 + period % 4000;
                        case MONTH -> 12L * 2000 + period % 12000;
                        case WEEK -> 1500 + period % 50_000;
                        case DAY, NUMBER -> period;
                    };
            TimeLabel label = TimeLabel.parse(TimeLabel.label(kind, shifted)).orElseThrow();
            assertThat(label.kind()).isEqualTo(kind);
            assertThat(label.period()).hasValue(shifted);
        }
    }

    @Property(tries = 200)
    void the_week_of_a_day_starts_on_its_monday(@ForAll @IntRange(min = -10_000, max = 30_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        LocalDate monday = date.minusDays(date.getDayOfWeek().getValue() - 1);
        TimeLabel week = TimeLabel.parse(TimeLabel.label(Kind.WEEK, Math.floorDiv(day + 3L, 7L)))
                .orElseThrow();
        assertThat(week.years())
                .isCloseTo(TimeLabel.parse(monday.toString()).orElseThrow().years(), within(1e-12));
    }
}
