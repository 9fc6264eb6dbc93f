package org.safecommunity.cli.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Status;

class RatioToPooledTest {
    private static RatioToPooled of(long events, double personYears, long allEvents, double allPersonYears) {
        return new RatioToPooled(events, personYears, allEvents, allPersonYears, Confidence.DEFAULT);
    }

    @Test
    void without_events_the_upper_limit_remains() {
        RatioToPooled ratio = of(0, 1000, 12, 3000);
        Interval limits = ratio.interval().orElseThrow();
        assertThat(ratio.value()).hasValue(0);
        assertThat(ratio.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(limits.lower()).isZero();
        // R: binom.test(0, 12)$conf.int * 3
        assertThat(limits.upper()).isCloseTo(0.793945408191153, Percentage.withPercentage(1e-7));
    }

    @Test
    void without_any_event_there_is_no_ratio() {
        RatioToPooled ratio = of(0, 1000, 0, 3000);
        assertThat(ratio.value()).isEmpty();
        assertThat(ratio.interval()).isEmpty();
        assertThat(ratio.status()).isEqualTo(Status.BOTH_ZERO);
    }

    @Test
    void all_events_in_one_community_give_the_largest_ratio() {
        RatioToPooled ratio = of(12, 1000, 12, 3000);
        assertThat(ratio.value()).hasValue(3);
        assertThat(ratio.interval().orElseThrow().upper()).isEqualTo(3);
    }

    @Test
    void the_working_shows_the_numbers_put_in_in_both_languages() {
        assertThat(of(4, 1000, 12, 3000).explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.numbers()).isEqualTo("(4 / 1000) / (12 / 3000)"));
        assertThat(of(4, 1000, 12, 3000).explain(Locale.CHINESE).get(0).label()).isEqualTo("社区率与合并率之比");
    }

    @Nested
    class Rejects {
        @Test
        void more_events_than_all() {
            assertThatThrownBy(() -> of(13, 1000, 12, 3000))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("events must be from 0 to those of all, was 13 of 12");
        }

        @Test
        void no_person_years() {
            assertThatThrownBy(() -> of(1, 0, 12, 3000))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("personYears must be above 0");
        }
    }
}
