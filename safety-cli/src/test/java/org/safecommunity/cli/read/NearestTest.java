package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES =
            List.of("age", "age_group", "person_years", "injuries", "n", "t", "街道", "年份", "WHO_2000_2025");

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            agee          | age
            AGE           | age
            Age-Group     | age_group
            person years  | person_years
            years         | person_years
            injurys       | injuries
            N             | n
            x             | ''
            zz            | ''
            街到          | 街道
            年度          | 年份
            who_2000      | WHO_2000_2025
            WHO_2001      | WHO_2000_2025
            """)
    void offers_what_is_alike_and_nothing_else(String name, String near) {
        assertThat(Nearest.of(name, NAMES)).isEqualTo(near);
    }

    @Test
    void offers_three_at_most_the_nearest_first() {
        assertThat(Nearest.of("ab13", List.of("ab1234", "ab1x", "ab14", "ab13x", "cd13")))
                .isEqualTo("ab13x, ab14, ab1x");
    }
}
