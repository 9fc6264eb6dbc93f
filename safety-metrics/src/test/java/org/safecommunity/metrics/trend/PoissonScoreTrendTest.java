package org.safecommunity.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Status;

class PoissonScoreTrendTest {
    @ParameterizedTest
    @CsvFileSource(resources = "poisson-score-trend.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String name, String scores, String events, String personTime, double value, double chiSquared, double p) {
        PoissonScoreTrend result =
                PoissonScoreTrend.of(Numbers.of(scores), Numbers.whole(events), Numbers.of(personTime));
        HypothesisTest test = result.test().orElseThrow();
        assertThat(name).isNotBlank();
        assertThat(result.value().getAsDouble()).isCloseTo(value, within(1e-9 * Math.abs(value)));
        assertThat(test.method()).isEqualTo("poisson-score");
        assertThat(test.statistic()).isCloseTo(Math.signum(value) * Math.sqrt(chiSquared), within(1e-9 * chiSquared));
        assertThat(test.pValue()).isCloseTo(p, within(1e-9 * p));
    }

    @Test
    void nothing_to_test_is_a_status() {
        double[] scores = {1, 2};
        assertThat(PoissonScoreTrend.of(scores, new long[] {0, 0}, new double[] {3, 4})
                        .status())
                .isEqualTo(Status.ZERO_EVENTS);
        assertThat(PoissonScoreTrend.of(scores, new long[] {0, 0}, new double[] {0, 0})
                        .status())
                .isEqualTo(Status.NO_PERSON_TIME);
        PoissonScoreTrend one = PoissonScoreTrend.of(scores, new long[] {2, 0}, new double[] {5, 0});
        assertThat(one.status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(one.value()).isEmpty();
        assertThat(one.test()).isEmpty();
        assertThat(one.explain(Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void explains_itself_in_both_languages() {
        PoissonScoreTrend result = PoissonScoreTrend.of(
                new double[] {0, 1, 2, 3}, new long[] {12, 15, 21, 30}, new double[] {1000, 1000, 1100, 1200});
        assertThat(result.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.numbers()).isEqualTo("78 / 4300"));
        assertThat(result.explain(Locale.CHINESE))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("得分"));
        assertThat(result.inputs()).containsEntry("personTime", 4300d);
    }

    @Property(tries = 100)
    void the_unit_of_person_time_does_not_matter(
            @ForAll @Size(4) List<@IntRange(min = 1, max = 30) Integer> counts,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double unit) {
        long[] events = counts.stream().mapToLong(Integer::longValue).toArray();
        double[] scores = {2018, 2019, 2021, 2022};
        double z = PoissonScoreTrend.of(scores, events, new double[] {3, 4, 5, 6})
                .test()
                .orElseThrow()
                .statistic();
        double[] other = {3 * unit, 4 * unit, 5 * unit, 6 * unit};
        assertThat(PoissonScoreTrend.of(scores, events, other)
                        .test()
                        .orElseThrow()
                        .statistic())
                .isCloseTo(z, within(1e-9));
    }

    @Nested
    class Rejects {
        @Test
        void events_without_person_time() {
            assertThatThrownBy(() -> PoissonScoreTrend.of(new double[] {1, 2}, new long[] {1, 2}, new double[] {5, 0}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("personTime[1] must be greater than 0 where there are events, was 0 with events 2");
        }

        @Test
        void equal_scores_and_negative_person_time() {
            assertThatThrownBy(() -> PoissonScoreTrend.of(new double[] {1, 1}, new long[] {1, 2}, new double[] {5, 6}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("scores must not all be equal, was 1");
            assertThatThrownBy(() -> PoissonScoreTrend.of(new double[] {1, 2}, new long[] {1, 2}, new double[] {5, -6}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("personTime[1] must be finite and 0 or more, was -6");
        }
    }
}
