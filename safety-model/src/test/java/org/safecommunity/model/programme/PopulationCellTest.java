package org.safecommunity.model.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.model.Sex;
import org.safecommunity.model.validation.Finding;

class PopulationCellTest {
    @ParameterizedTest
    @CsvSource({"0-4, 0, 4", "85+, 85,", "7, 7, 7", "0, 0, 0", "0-130, 0, 130", "00-04, 0, 4"})
    void knows_the_ages_of_its_band(String band, int lowest, @Nullable Integer highest) {
        PopulationCell cell = cell(2024, Sex.MALE, band);
        assertThat(cell.lowestAge()).isEqualTo(lowest);
        assertThat(cell.highestAge()).isEqualTo(highest == null ? OptionalInt.empty() : OptionalInt.of(highest));
    }

    @ParameterizedTest
    @CsvSource({
        "0-4, 5-9, false",
        "0-4, 4-9, true",
        "0-4, 0, true",
        "80+, 85+, true",
        "80-84, 85+, false",
        "0-130, 85+, true",
        "7, 7, true",
        "7, 8, false"
    })
    void bands_overlap_where_an_age_is_in_both(String a, String b, boolean overlap) {
        assertThat(cell(2024, Sex.MALE, a).overlaps(cell(2024, Sex.MALE, b))).isEqualTo(overlap);
        assertThat(cell(2024, Sex.MALE, b).overlaps(cell(2024, Sex.MALE, a))).isEqualTo(overlap);
        assertThat(cell(2024, Sex.MALE, a).overlaps(cell(2023, Sex.MALE, b))).isFalse();
        assertThat(cell(2024, Sex.MALE, a).overlaps(cell(2024, Sex.FEMALE, b))).isFalse();
    }

    @Property(tries = 200)
    void overlap_agrees_with_counting_the_ages(
            @ForAll @IntRange(max = 30) int from,
            @ForAll @IntRange(max = 9) int width,
            @ForAll @IntRange(max = 30) int otherFrom,
            @ForAll @IntRange(max = 9) int otherWidth) {
        boolean shared = false;
        for (int age = from; age <= from + width; age++) {
            shared |= age >= otherFrom && age <= otherFrom + otherWidth;
        }
        PopulationCell cell = cell(2024, Sex.MALE, from + "-" + (from + width));
        assertThat(cell.overlaps(cell(2024, Sex.MALE, otherFrom + "-" + (otherFrom + otherWidth))))
                .isEqualTo(shared);
    }

    @Test
    void a_row_of_totals_beside_the_bands_is_found() {
        List<Finding> findings = PopulationCheck.findings(
                List.of(
                        cell(2024, Sex.MALE, "0-4"),
                        cell(2024, Sex.MALE, "5+"),
                        cell(2024, Sex.MALE, "0-130"),
                        cell(2024, Sex.FEMALE, "0-4"),
                        cell(2023, Sex.MALE, "0-4"),
                        cell(2023, Sex.MALE, "0-4")),
                "p.csv");
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "p.csv:[2].ageGroup: 2024, male: ages 0-130 overlap ages 0-4",
                        "p.csv:[5].ageGroup: 2023, male: ages 0-4 overlap ages 0-4");
        assertThat(findings.get(0).message().zh()).isEqualTo("2024 年男：年龄组 0-130 与 0-4 重叠");
    }

    @Test
    void a_population_in_bands_side_by_side_has_no_findings() {
        assertThat(PopulationCheck.findings(
                        List.of(cell(2024, Sex.MALE, "0-4"), cell(2024, Sex.MALE, "5-9"), cell(2024, Sex.MALE, "10+")),
                        "p.csv"))
                .isEmpty();
        assertThat(PopulationCheck.findings(List.of(), "p.csv")).isEmpty();
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @ParameterizedTest
        @ValueSource(strings = {"", "all", "0–4", "0-", "-4", "1234", "0-4岁", "85 +"})
        void a_band_in_another_form(String band) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cell(2024, Sex.MALE, band))
                    .withMessage("ageGroup must look like 0-4 or 85+, was \"" + band + "\"");
        }

        @Test
        void bad_parts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cell(2024, Sex.MALE, "9-5"))
                    .withMessage("ageGroup must not end before it begins, was \"9-5\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cell(1899, Sex.MALE, "0-4"))
                    .withMessage("year must be from 1900 to 2999, was 1899");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PopulationCell(2024, Sex.MALE, "0-4", -1))
                    .withMessage("persons must be 0 or more, was -1");
            assertThatNullPointerException()
                    .isThrownBy(() -> cell(2024, null, "0-4"))
                    .withMessage("sex");
            assertThatNullPointerException()
                    .isThrownBy(() -> cell(2024, Sex.MALE, null))
                    .withMessage("ageGroup");
        }
    }

    private static PopulationCell cell(int year, Sex sex, String band) {
        return new PopulationCell(year, sex, band, 100);
    }
}
