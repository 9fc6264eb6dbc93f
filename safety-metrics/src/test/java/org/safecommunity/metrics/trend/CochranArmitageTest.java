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
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

class CochranArmitageTest {
    @ParameterizedTest
    @CsvFileSource(resources = "cochran-armitage.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String name,
            String scores,
            String events,
            String trials,
            double value,
            double chiSquared,
            double p,
            double sampleChiSquared) {
        CochranArmitage result = CochranArmitage.of(Numbers.of(scores), Numbers.whole(events), Numbers.whole(trials));
        HypothesisTest test = result.test().orElseThrow();
        assertThat(name).isNotBlank();
        assertThat(result.value().getAsDouble()).isCloseTo(value, within(1e-9 * Math.abs(value)));
        assertThat(test.statistic()).isCloseTo(Math.signum(value) * Math.sqrt(chiSquared), within(1e-9 * chiSquared));
        assertThat(test.pValue()).isCloseTo(p, within(1e-9 * p));
        assertThat((Double) result.details().get("chiSquared")).isCloseTo(chiSquared, within(1e-9 * chiSquared));
        CochranArmitage sample = CochranArmitage.of(
                Numbers.of(scores), Numbers.whole(events), Numbers.whole(trials), TrendVariance.SAMPLE);
        assertThat((Double) sample.details().get("chiSquared"))
                .isCloseTo(sampleChiSquared, within(1e-9 * sampleChiSquared));
    }

    @Test
    void published_value_of_smoking_and_lung_cancer() {
        // Fleiss 1981, Statistical Methods for Rates and Proportions, 2nd ed., p. 139: 8.2249
        CochranArmitage result = CochranArmitage.of(
                new double[] {1, 2, 3, 4}, new long[] {83, 90, 129, 70}, new long[] {86, 93, 136, 82});
        assertThat((Double) result.details().get("chiSquared")).isCloseTo(8.2249, within(5e-5));
    }

    @Test
    void no_event_and_events_only_leave_nothing_to_test() {
        double[] scores = {1, 2, 3};
        CochranArmitage none = CochranArmitage.of(scores, new long[] {0, 0, 0}, new long[] {5, 6, 7});
        assertThat(none.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(none.value()).hasValue(0);
        assertThat(none.test()).isEmpty();
        assertThat(none.warnings()).containsExactly(Note.of("no-variation"));
        CochranArmitage all = CochranArmitage.of(scores, new long[] {5, 6, 7}, new long[] {5, 6, 7});
        assertThat(all.status()).isEqualTo(Status.ALL_EVENTS);
        assertThat(all.test()).isEmpty();
        assertThat(all.explain(Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void groups_without_trials_say_nothing() {
        CochranArmitage with =
                CochranArmitage.of(new double[] {1, 2, 9, 3}, new long[] {2, 4, 0, 9}, new long[] {20, 20, 0, 20});
        CochranArmitage without =
                CochranArmitage.of(new double[] {1, 2, 3}, new long[] {2, 4, 9}, new long[] {20, 20, 20});
        assertThat(with.test()).isEqualTo(without.test());
        CochranArmitage one = CochranArmitage.of(new double[] {1, 2}, new long[] {2, 0}, new long[] {20, 0});
        assertThat(one.status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(one.value()).isEmpty();
        CochranArmitage empty = CochranArmitage.of(new double[] {1, 2}, new long[] {0, 0}, new long[] {0, 0});
        assertThat(empty.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(empty.value()).isEmpty();
        assertThat(empty.explain(Locale.CHINESE)).isNotEmpty();
    }

    @Test
    void explains_the_steps_in_both_languages() {
        CochranArmitage result = CochranArmitage.of(
                new double[] {1, 2, 3}, new long[] {2, 4, 9}, new long[] {20, 20, 20}, TrendVariance.SAMPLE);
        List<Step> steps = result.explain(Locale.ENGLISH);
        assertThat(steps).anySatisfy(step -> assertThat(step.formula()).contains("·N/(N − 1)"));
        assertThat(result.warnings()).containsExactly(Note.of("few-events", 15));
        assertThat(result.explain(Locale.CHINESE)).hasSameSizeAs(steps);
        assertThat(result.inputs()).containsEntry("events", 15d).containsEntry("variance", "sample");
    }

    @Property(tries = 100)
    void scores_may_be_moved_and_stretched(
            @ForAll @Size(4) List<@IntRange(min = 0, max = 30) Integer> counts,
            @ForAll @DoubleRange(min = -2000, max = 2000) double move,
            @ForAll @DoubleRange(min = 0.1, max = 10) double stretch) {
        long[] events = counts.stream().mapToLong(Integer::longValue).toArray();
        events[0] = 15; // neither no event nor events only
        long[] trials = {30, 30, 30, 30};
        double[] scores = {0, 1, 2, 3};
        double[] moved = {move, move + stretch, move + 2 * stretch, move + 3 * stretch};
        assertThat(CochranArmitage.of(moved, events, trials)
                        .test()
                        .orElseThrow()
                        .statistic())
                .isCloseTo(
                        CochranArmitage.of(scores, events, trials)
                                .test()
                                .orElseThrow()
                                .statistic(),
                        within(1e-9));
    }

    @Property(tries = 100)
    void counting_the_others_changes_the_sign(@ForAll @Size(4) List<@IntRange(min = 1, max = 29) Integer> counts) {
        long[] events = counts.stream().mapToLong(Integer::longValue).toArray();
        long[] others = counts.stream().mapToLong(count -> 30 - count).toArray();
        long[] trials = {30, 30, 30, 30};
        double[] scores = {0, 1, 2, 3};
        assertThat(CochranArmitage.of(scores, others, trials)
                        .test()
                        .orElseThrow()
                        .statistic())
                .isCloseTo(
                        -CochranArmitage.of(scores, events, trials)
                                .test()
                                .orElseThrow()
                                .statistic(),
                        within(1e-9));
    }

    @Nested
    class Rejects {
        private final double[] scores = {1, 2};

        @Test
        void equal_scores() {
            assertThatThrownBy(() -> CochranArmitage.of(new double[] {2, 2}, new long[] {1, 2}, new long[] {9, 9}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("scores must not all be equal, was 2");
        }

        @Test
        void more_events_than_trials_and_negative_counts() {
            assertThatThrownBy(() -> CochranArmitage.of(scores, new long[] {1, 10}, new long[] {9, 9}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("events[1] must not exceed trials, was 10 of 9");
            assertThatThrownBy(() -> CochranArmitage.of(scores, new long[] {-1, 1}, new long[] {9, 9}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("events[0] must be 0 or more, was -1");
        }

        @Test
        void other_numbers_of_values() {
            assertThatThrownBy(() -> CochranArmitage.of(scores, new long[1], new long[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("events must have one value for each of the 2 scores, was 1");
            assertThatThrownBy(() -> CochranArmitage.of(scores, new long[2], new long[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("trials must have one value for each of the 2 scores, was 3");
        }
    }
}
