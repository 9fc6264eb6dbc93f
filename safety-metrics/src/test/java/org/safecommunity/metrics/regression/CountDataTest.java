package org.safecommunity.metrics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CountDataTest {
    @Test
    void copies_and_keeps_its_values() {
        double[] events = {1, 2};
        double[] personTime = {10, 20};
        CountData data = CountData.of(events, personTime).weighted(new double[] {1, 0.5});
        events[0] = 9;
        personTime[0] = 9;
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.events(0)).isEqualTo(1);
        assertThat(data.personTime(0)).isEqualTo(10);
        assertThat(data.weight(1)).isEqualTo(0.5);
    }

    @Test
    void counts_alone_have_equal_person_time() {
        CountData data = CountData.of(new long[] {3, 4}, new double[] {1, 1});
        assertThat(CountData.of(new double[] {3, 4}).personTime(1)).isEqualTo(data.personTime(1));
    }

    @Nested
    class Rejects {
        @Test
        void no_count_at_all() {
            assertThatThrownBy(() -> CountData.of(new double[0]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("events must have a value");
        }

        @Test
        void another_number_of_values() {
            assertThatThrownBy(() -> CountData.of(new double[2], new double[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("personTime must have one value for each of the 2 counts, was 3");
            assertThatThrownBy(() -> CountData.of(new double[2]).weighted(new double[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weights must have one value for each of the 2 counts, was 1");
        }

        @Test
        void values_that_are_negative_or_not_finite() {
            assertThatThrownBy(() -> CountData.of(new double[] {1, -1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("events[1] must be from 0 to 1e70, was -1");
            assertThatThrownBy(() -> CountData.of(new double[] {1}, new double[] {Double.NaN}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("personTime[0] must be from 0 to 1e70, was NaN");
            assertThatThrownBy(() -> CountData.of(new double[] {1}).weighted(new double[] {Double.POSITIVE_INFINITY}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weights[0] must be from 0 to 1e70, was Infinity");
        }

        @Test
        void events_without_person_time() {
            assertThatThrownBy(() -> CountData.of(new double[] {0, 3}, new double[] {0, 0}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("personTime[1] must be greater than 0 where there are events, was 0 with events 3");
        }
    }
}
