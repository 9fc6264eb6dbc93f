package org.safecommunity.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearWordsTest {
    private static final List<String> WORDS = List.of("work", "control", "rural-fire", "rural-water");

    @ParameterizedTest
    @CsvSource({
        "contol, control",
        "Control, control",
        "rural_fire, rural-fire",
        "rural-fir, 'rural-fire, rural-water'",
        "wrk, work",
        "xyz, ''"
    })
    void offers_what_is_near(String word, String near) {
        assertThat(NearWords.of(word, WORDS)).isEqualTo(near);
    }
}
