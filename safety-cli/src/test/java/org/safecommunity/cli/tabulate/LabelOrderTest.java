package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelOrderTest {
    private static List<String> sorted(String... labels) {
        Dictionary dictionary = new Dictionary();
        for (int i = 0; i < labels.length; i++) {
            dictionary.id(labels[i], i);
        }
        return Arrays.stream(LabelOrder.sorted(dictionary))
                .mapToObj(dictionary::label)
                .toList();
    }

    @Test
    void numbers_go_upwards() {
        assertThat(sorted("10", "9", "-1", "2.5")).containsExactly("-1", "2.5", "9", "10");
    }

    @Test
    void age_bands_go_upwards_and_a_narrow_band_stands_before_a_wide_one() {
        assertThat(sorted("85+", "5-9", "0-17", "0-4", "0")).containsExactly("0", "0-4", "0-17", "5-9", "85+");
    }

    @Test
    void dates_go_forwards() {
        assertThat(sorted("2024-Q4", "2023-Q1", "2024-Q1")).containsExactly("2023-Q1", "2024-Q1", "2024-Q4");
        assertThat(sorted("2024-12", "2024-02")).containsExactly("2024-02", "2024-12");
    }

    @Test
    void other_labels_stand_as_they_first_appear_and_the_empty_one_last() {
        assertThat(sorted("", "male", "Total", "female")).containsExactly("male", "Total", "female", "");
        assertThat(sorted("0-4", "", "Total", "75+")).containsExactly("0-4", "Total", "75+", "");
    }

    @Test
    void labels_of_equal_number_stand_as_they_first_appear() {
        assertThat(sorted("2", "01", "1", "1.0")).containsExactly("01", "1", "1.0", "2");
    }
}
