package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimeSequenceTest {
    private static TimeSequence of(String... texts) {
        return TimeSequence.of(Arrays.stream(texts)
                .map(text -> TimeLabel.parse(text).orElseThrow())
                .toList());
    }

    @Test
    void months_in_any_order_follow_one_another() {
        TimeSequence months = of("2024-01", "2023-12", "2024-02");
        assertThat(months.consecutive()).isTrue();
        assertThat(months.missing()).isEmpty();
        assertThat(months.doubled()).isEmpty();
        assertThat(months.mixed()).isEmpty();
    }

    @Test
    void missing_periods_are_named_across_years() {
        assertThat(of("2023-11", "2024-02").missing()).containsExactly("2023-12", "2024-01");
        assertThat(of("2020-W52", "2021-W02").missing()).containsExactly("2020-W53", "2021-W01");
        assertThat(of("2023-Q3", "2024-Q1").missing()).containsExactly("2023-Q4");
        assertThat(of("2024-02-28", "2024-03-01").missing()).containsExactly("2024-02-29");
        assertThat(of("2019", "2022").missing()).containsExactly("2020", "2021");
        assertThat(of("2019", "2022").consecutive()).isFalse();
    }

    @Test
    void many_missing_periods_are_counted() {
        assertThat(of("1", "20", "31")).satisfies(sequence -> assertThat(sequence.missing())
                .containsExactly("2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "+18"));
    }

    @Test
    void doubled_times_are_named_once_even_when_written_differently() {
        assertThat(of("2024", "2023", "2024.0", "2024", "2025", "2025").doubled())
                .hasSize(2)
                .element(1)
                .isEqualTo("2025");
        assertThat(of("2024", "2024").consecutive()).isFalse();
    }

    @Test
    void two_kinds_are_named() {
        assertThat(of("2024-03", "2024", "2024-01").mixed()).hasSize(2).contains("2024");
        assertThat(of("2024-03", "2024").consecutive()).isFalse();
    }

    @Test
    void numbers_that_are_not_whole_have_no_next() {
        assertThat(of("0.5", "2.5").missing()).isEmpty();
        assertThat(of("0.5", "2.5").consecutive()).isFalse();
    }
}
