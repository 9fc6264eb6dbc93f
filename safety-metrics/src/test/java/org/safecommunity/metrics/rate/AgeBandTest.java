package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeBandTest {
    @ParameterizedTest
    @CsvSource({
        "0-4, 0, 4",
        "0–4, 0, 4",
        "0—4, 0, 4",
        "0~4, 0, 4",
        "0～4, 0, 4",
        "' 10 - 14 ', 10, 14",
        "7-7, 7, 7",
        "00-04, 0, 4"
    })
    void parses_closed_bands_with_any_dash(String text, int low, int high) {
        assertThat(AgeBand.parse(text)).contains(new AgeBand(low, OptionalInt.of(high)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"85+", "85＋", " 85 + "})
    void parses_open_bands(String text) {
        assertThat(AgeBand.parse(text)).contains(new AgeBand(85, OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "9-5", "a-b", "0-4-9", "-4", "1000-1004", "85+ years", "all"})
    void anything_else_is_no_band(String text) {
        assertThat(AgeBand.parse(text)).isEmpty();
    }

    @Property(tries = 200)
    void label_reads_back(
            @ForAll @IntRange(min = 0, max = 120) int low, @ForAll @IntRange(min = 1, max = 20) int more) {
        AgeBand closed = new AgeBand(low, OptionalInt.of(low + more));
        AgeBand open = new AgeBand(low, OptionalInt.empty());
        assertThat(AgeBand.parse(closed.label())).contains(closed);
        assertThat(AgeBand.parse(open.label())).contains(open);
    }

    @Test
    void a_single_year_is_labelled_by_its_age() {
        assertThat(new AgeBand(0, OptionalInt.of(0)).label()).isEqualTo("0");
    }

    @Nested
    class Rejects {
        @Test
        void a_band_that_runs_downwards() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AgeBand(5, OptionalInt.of(4)))
                    .withMessage("an age band must run upwards from 0 or more, was 5 to 4");
        }

        @Test
        void a_negative_age() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AgeBand(-1, OptionalInt.empty()))
                    .withMessage("an age band must run upwards from 0 or more, was -1 to open");
        }
    }
}
