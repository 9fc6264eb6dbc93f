package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WeightTrimmingTest {
    @Test
    void what_is_cut_goes_to_the_others_in_proportion() {
        WeightTrimming trimmed = WeightTrimming.of(new double[] {1, 1, 1, 1, 6}, 2);
        assertThat(trimmed.cap()).isEqualTo(2);
        assertThat(trimmed.weights()).containsExactly(2d, 2d, 2d, 2d, 2d);
        assertThat(trimmed.changed()).isEqualTo(1);
        assertThat(trimmed.moved()).isCloseTo(0.4, within(1e-15));
    }

    @Property(tries = 100)
    void the_sum_stays_and_no_weight_is_above_the_cap(
            @ForAll @Size(min = 3, max = 30) List<@DoubleRange(min = 0.5, max = 50) Double> given,
            @ForAll @DoubleRange(min = 3, max = 10) double multiple) {
        double[] weights = given.stream().mapToDouble(Double::doubleValue).toArray();
        double sum = given.stream().mapToDouble(Double::doubleValue).sum();
        Assume.that(sum < weights.length * multiple * median(weights));
        WeightTrimming trimmed = WeightTrimming.of(weights, multiple);
        assertThat(trimmed.weights().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(sum, within(1e-9 * sum));
        assertThat(trimmed.weights()).allMatch(w -> w <= trimmed.cap() * (1 + 1e-12));
    }

    private static double median(double[] weights) {
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    @Nested
    class Rejects {
        @Test
        void what_cannot_be_cut() {
            assertThatThrownBy(() -> WeightTrimming.of(new double[] {1, 2}, 1)).hasMessageContaining("above 1");
            assertThatThrownBy(() -> WeightTrimming.of(new double[] {}, 2)).hasMessageContaining("above 1");
            assertThatThrownBy(() -> WeightTrimming.of(new double[] {0, 2}, 2)).hasMessageContaining("weight");
        }
    }
}
