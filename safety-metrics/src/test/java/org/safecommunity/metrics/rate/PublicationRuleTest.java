package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.metrics.Note;

class PublicationRuleTest {
    @ParameterizedTest
    @CsvSource({"0,0,1", "11,0.3015,2", "12,0.2887,1", "19,0.2294,1", "20,0.2236,0", "20,0.3,1", "1000,0.31,1"})
    void notes_are_due_below_twenty_events_and_from_thirty_percent(long events, double relativeError, int notes) {
        assertThat(PublicationRule.notes(events, relativeError)).hasSize(notes);
    }

    @Test
    void texts_name_the_numbers_in_both_languages() {
        Note note = PublicationRule.notes(25, 0.4).get(0);
        assertThat(note.message(Locale.ENGLISH)).contains("40 %", "30 %");
        assertThat(note.message(Locale.CHINESE)).contains("40%", "30%");
    }

    @Test
    void a_crude_rate_carries_them() {
        assertThat(CrudeRate.of(11, 1000).warnings())
                .extracting(Note::code)
                .containsExactly("small-count", "unreliable");
        assertThat(CrudeRate.of(20, 1000).warnings()).isEmpty();
    }
}
