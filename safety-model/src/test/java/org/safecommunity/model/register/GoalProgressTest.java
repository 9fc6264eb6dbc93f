package org.safecommunity.model.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.register.GoalProgress.Status;

class GoalProgressTest {
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);

    private static GoalProgress goal(@Nullable String measured, @Nullable String on) {
        return new GoalProgress(
                BigDecimal.valueOf(2000),
                FROM,
                BigDecimal.valueOf(1600),
                UNTIL,
                true,
                measured == null ? null : new BigDecimal(measured),
                on == null ? null : LocalDate.parse(on));
    }

    @ParameterizedTest
    @CsvSource({
        ",     ,           2025-06-01, NOT_MEASURED",
        "1600, 2024-02-01, 2024-02-01, REACHED",
        "1600, ,           2027-01-01, REACHED",
        "1790, 2025-01-01, 2025-06-01, ON_TRACK",
        "1820, 2025-01-01, 2025-06-01, BEHIND",
        "2100, 2025-01-01, 2025-06-01, BEHIND",
        "1700, 2026-01-01, 2026-01-01, MISSED",
        "1700, 2025-12-31, 2026-01-02, FINAL_OPEN",
        "1700, ,           2026-01-02, MISSED",
        "1930, ,           2024-06-01, BEHIND"
    })
    void stands_by_the_straight_line_until_the_deadline(String measured, String on, LocalDate today, Status expected) {
        assertThat(goal(measured, on).status(today)).isEqualTo(expected);
    }

    @Test
    void a_value_that_should_rise_is_behind_when_it_is_below_the_line() {
        GoalProgress rising = new GoalProgress(
                BigDecimal.valueOf(40),
                FROM,
                BigDecimal.valueOf(80),
                UNTIL,
                false,
                BigDecimal.valueOf(50),
                FROM.plusYears(1));
        assertThat(rising.status(FROM.plusYears(1))).isEqualTo(Status.BEHIND);
        assertThat(rising.done()).hasValueSatisfying(done -> assertThat(done).isEqualByComparingTo("0.25"));
    }

    @Test
    void the_line_runs_from_base_to_target_and_no_further() {
        GoalProgress goal = goal(null, null);
        assertThat(goal.expected(FROM.minusDays(1))).isEqualByComparingTo("2000");
        assertThat(goal.expected(UNTIL.plusDays(1))).isEqualByComparingTo("1600");
        assertThat(goal.expected(LocalDate.of(2025, 1, 1)).doubleValue()).isEqualTo(2000 - 400 * 366.0 / 731);
        assertThat(goal.done()).isEmpty();
    }

    @Property(tries = 100)
    void the_line_never_turns_back(@ForAll @IntRange(max = 800) int first, @ForAll @IntRange(max = 800) int more) {
        GoalProgress goal = goal(null, null);
        assertThat(goal.expected(FROM.plusDays(first + more))).isLessThanOrEqualTo(goal.expected(FROM.plusDays(first)));
    }

    @Test
    void an_entry_without_what_it_takes_has_no_progress() {
        Map<String, String> cells = new LinkedHashMap<>(Map.of(
                "base",
                "10",
                "base_date",
                "2024-01-01",
                "target",
                "5",
                "deadline",
                "2025-01-01",
                "direction",
                "lower"));
        assertThat(GoalProgress.of(new RegisterEntry(2, cells))).isPresent();
        for (String column : new String[] {"base", "base_date", "target", "deadline"}) {
            Map<String, String> without = new LinkedHashMap<>(cells);
            without.remove(column);
            assertThat(GoalProgress.of(new RegisterEntry(2, without)))
                    .as(column)
                    .isEmpty();
        }
        cells.put("direction", "higher");
        assertThat(GoalProgress.of(new RegisterEntry(2, cells))).isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void a_deadline_at_the_base_and_a_target_that_is_no_better() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new GoalProgress(BigDecimal.TEN, FROM, BigDecimal.ONE, FROM, true, null, null))
                    .withMessage("deadline must be after 2024-01-01, was 2024-01-01");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new GoalProgress(BigDecimal.TEN, FROM, BigDecimal.TEN, UNTIL, true, null, null))
                    .withMessage("target must be better than base 10, was 10");
        }
    }
}
