package org.safecommunity.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SexTest {
    @ParameterizedTest
    @CsvSource({
        "1, MALE",
        "2, FEMALE",
        "0, UNKNOWN",
        "9, UNKNOWN",
        "'', UNKNOWN",
        "男, MALE",
        "女, FEMALE",
        "不详, UNKNOWN",
        "Male, MALE",
        "F, FEMALE",
        "' 女 ', FEMALE",
        "'\u3000男\u3000', MALE"
    })
    void reads_codes_and_words(String text, Sex sex) {
        assertThat(Sex.parse(text)).contains(sex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "男女", "x", "1.0"})
    void knows_no_other_text(String text) {
        assertThat(Sex.parse(text)).isEmpty();
    }

    @Test
    void reads_its_own_labels_and_titles() {
        for (Sex sex : Sex.values()) {
            assertThat(Sex.parse(sex.label())).contains(sex);
            assertThat(Sex.parse(sex.title().zh())).contains(sex);
        }
    }
}
