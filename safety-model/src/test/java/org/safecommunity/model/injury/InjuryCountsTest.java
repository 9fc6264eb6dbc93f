package org.safecommunity.model.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;
import org.safecommunity.model.injury.InjuryCounts.Cell;

class InjuryCountsTest {
    @ParameterizedTest
    @CsvSource({"0, 0-4", "4, 0-4", "5, 5-9", "14, 10-14", "84, 80-84", "85, 85+", "130, 85+", ", ''"})
    void puts_an_age_in_its_five_year_band(@Nullable Integer age, String band) {
        InjuryCounts counts = new InjuryCounts();
        counts.add(injury(Sex.MALE, age, 2024, 6, Map.of()));
        assertThat(counts.byCell().keySet()).extracting(Cell::ageGroup).containsExactly(band);
        assertThat(counts.withoutAge()).isEqualTo(age == null ? 1 : 0);
    }

    @Test
    void counts_by_each_view() {
        InjuryCounts counts = new InjuryCounts();
        counts.add(injury(Sex.MALE, 3, 2024, 6, Map.of(InjuryField.CAUSE, "3", InjuryField.OUTCOME, "1")));
        counts.add(injury(Sex.MALE, 3, 2024, 6, Map.of(InjuryField.CAUSE, "3", InjuryField.OUTCOME, "5")));
        counts.add(injury(Sex.FEMALE, null, 2023, 0, Map.of(InjuryField.CAUSE, "7")));
        assertThat(counts.total()).isEqualTo(3);
        assertThat(counts.withoutMonth()).isEqualTo(1);
        assertThat(counts.withoutAge()).isEqualTo(1);
        assertThat(counts.byField(InjuryField.CAUSE)).containsExactly(Map.entry("3", 2L), Map.entry("7", 1L));
        assertThat(counts.byField(InjuryField.PLACE)).isEmpty();
        assertThat(counts.byMonth()).containsExactly(Map.entry(6, 2L));
        assertThat(counts.byYearAndMonth()).containsExactly(Map.entry(2024, Map.of(6, 2L)));
        assertThat(counts.outcomeByCause()).containsExactly(Map.entry("3", Map.of("1", 1L, "5", 1L)));
        assertThat(counts.byCell())
                .containsExactly(
                        Map.entry(new Cell(2023, Sex.FEMALE, -1), 1L), Map.entry(new Cell(2024, Sex.MALE, 0), 2L));
    }

    @Test
    void an_empty_register_has_no_counts() {
        InjuryCounts counts = new InjuryCounts();
        assertThat(counts.total()).isZero();
        assertThat(counts.byCell()).isEmpty();
        assertThat(counts.byMonth()).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> counts.byCell().put(new Cell(2024, Sex.MALE, 0), 1L));
    }

    @Property(tries = 100)
    void every_record_is_in_one_cell_and_has_a_month_or_not(
            @ForAll @Size(max = 50) List<@IntRange(min = -1, max = 130) Integer> ages,
            @ForAll @IntRange(max = 12) int month) {
        InjuryCounts counts = new InjuryCounts();
        for (Integer age : ages) {
            counts.add(injury(Sex.UNKNOWN, age < 0 ? null : age, 2024, month, Map.of()));
        }
        assertThat(counts.total()).isEqualTo(ages.size());
        assertThat(sum(counts.byCell())).isEqualTo(ages.size());
        assertThat(sum(counts.byMonth()) + counts.withoutMonth()).isEqualTo(ages.size());
        assertThat(List.copyOf(counts.byCell().keySet())).isSorted();
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static InjuryRecord injury(
            Sex sex, @Nullable Integer age, int year, int month, Map<InjuryField, String> codes) {
        Map<InjuryField, String> copy = new EnumMap<>(InjuryField.class);
        copy.putAll(codes);
        return new InjuryRecord("1", "NISS-B", sex, age, new EventDate(year, month, 0), null, copy);
    }
}
