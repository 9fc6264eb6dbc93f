package org.safecommunity.metrics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.sampling.SampleDraw.Drawn;

class SampleDrawTest {
    private static final double[] SIZES = {5, 50, 200, 3, 8, 90, 0, 44};

    private static List<Integer> units(List<Drawn> drawn) {
        return drawn.stream().map(Drawn::unit).toList();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "probabilities.reference.csv", useHeadersInDisplayName = true)
    void probabilities_agree_with_r(String sizes, int n, String probabilities) {
        assertThat(SampleDraw.probabilities(numbers(sizes), n)).containsExactly(numbers(probabilities), within(1e-14));
    }

    @Property(tries = 100)
    void probabilities_sum_to_the_size_and_the_draw_has_it(
            @ForAll @Size(min = 3, max = 30) List<@DoubleRange(min = 0.01, max = 1000) Double> sizes,
            @ForAll @IntRange(min = 1, max = 30) int wanted,
            @ForAll long seed) {
        double[] x = sizes.stream().mapToDouble(Double::doubleValue).toArray();
        int n = Math.min(wanted, x.length);
        double[] p = SampleDraw.probabilities(x, n);
        assertThat(Arrays.stream(p).sum()).isCloseTo(n, within(1e-9));
        assertThat(Arrays.stream(p).boxed()).allMatch(one -> one >= 0 && one <= 1);
        List<Drawn> drawn = SampleDraw.proportionalToSize(x, n, new SplitMix64(seed));
        assertThat(units(drawn)).hasSize(n).doesNotHaveDuplicates().isSorted();
        assertThat(drawn).allMatch(one -> one.probability() == p[one.unit()]);
        for (int i = 0; i < p.length; i++) {
            if (p[i] == 1) {
                assertThat(units(drawn)).contains(i);
            }
        }
    }

    @Property(tries = 100)
    void every_design_draws_the_size_in_order_of_the_list_and_repeats_with_its_seed(
            @ForAll @IntRange(min = 1, max = 300) int units,
            @ForAll @IntRange(min = 1, max = 300) int wanted,
            @ForAll long seed) {
        int n = Math.min(units, wanted);
        for (List<Drawn> drawn : List.of(
                SampleDraw.simple(units, n, new SplitMix64(seed)),
                SampleDraw.systematic(units, n, new SplitMix64(seed)))) {
            assertThat(units(drawn)).hasSize(n).doesNotHaveDuplicates().isSorted();
            assertThat(drawn).allMatch(one -> one.probability() == (double) n / units);
            assertThat(units(drawn)).allMatch(one -> one >= 0 && one < units);
        }
        assertThat(SampleDraw.simple(units, n, new SplitMix64(seed)))
                .isEqualTo(SampleDraw.simple(units, n, new SplitMix64(seed)));
    }

    /** Pinned: a seed gives this sample on every machine and for ever. Confirmed by draws.py. */
    @Test
    void a_seed_gives_the_same_sample_for_ever() {
        assertThat(units(SampleDraw.simple(100, 5, new SplitMix64(2009)))).containsExactly(15, 36, 38, 40, 78);
        assertThat(units(SampleDraw.systematic(100, 5, new SplitMix64(2009)))).containsExactly(1, 21, 41, 61, 81);
        assertThat(units(SampleDraw.proportionalToSize(SIZES, 4, new SplitMix64(2009))))
                .containsExactly(0, 2, 4, 5);
    }

    /** The inclusion probabilities of a systematic draw are the lengths of the starts that hold a unit: a fine grid of them. */
    @Test
    void every_start_together_gives_the_probabilities() {
        int grid = 200_000;
        double[] p = SampleDraw.probabilities(SIZES, 4);
        double[] drawn = new double[SIZES.length];
        double[] even = new double[7];
        for (int g = 0; g < grid; g++) {
            double start = (g + 0.5) / grid;
            SampleDraw.systematic(SIZES, p, start).forEach(one -> drawn[one.unit()] += 1.0 / grid);
            SampleDraw.systematic(7, 3, start).forEach(one -> even[one.unit()] += 1.0 / grid);
        }
        for (int i = 0; i < p.length; i++) {
            assertThat(drawn[i]).isCloseTo(p[i], within(2.0 / grid));
        }
        assertThat(Arrays.stream(even).boxed()).allMatch(share -> Math.abs(share - 3 / 7.0) < 2.0 / grid);
    }

    /** Every set of 3 of 6 is as likely as any other: chi-squared over the 20 sets, 19 degrees of freedom, 99.99 % point 50.8. */
    @Test
    void every_set_is_as_likely_as_any_other() {
        SplitMix64 random = new SplitMix64(42);
        Map<List<Integer>, Integer> counts = new HashMap<>();
        int draws = 40_000;
        for (int i = 0; i < draws; i++) {
            counts.merge(units(SampleDraw.simple(6, 3, random)), 1, Integer::sum);
        }
        assertThat(counts).hasSize(20);
        double expected = draws / 20.0;
        double chi = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chi).isLessThan(50.8);
    }

    @Test
    void a_whole_list_is_drawn_with_certainty() {
        assertThat(units(SampleDraw.simple(4, 4, new SplitMix64(3)))).containsExactly(0, 1, 2, 3);
        assertThat(SampleDraw.proportionalToSize(new double[] {1, 2, 9}, 3, new SplitMix64(3)))
                .isEqualTo(IntStream.range(0, 3).mapToObj(i -> new Drawn(i, 1)).toList());
    }

    @Nested
    class Rejects {
        @Test
        void sizes_outside_the_list() {
            assertThatThrownBy(() -> SampleDraw.simple(3, 4, new SplitMix64(1)))
                    .hasMessage("size must be from 1 to the number of units 3, was 4");
            assertThatThrownBy(() -> SampleDraw.systematic(3, 0, new SplitMix64(1)))
                    .hasMessage("size must be from 1 to the number of units 3, was 0");
            assertThatThrownBy(() -> SampleDraw.probabilities(new double[] {1, 0, 2}, 3))
                    .hasMessage("size must be from 1 to the number of units 2, was 3");
        }

        @Test
        void sizes_that_are_no_sizes() {
            assertThatThrownBy(() -> SampleDraw.probabilities(new double[] {1, -2}, 1))
                    .hasMessage("sizes[1] must be finite and 0 or more, was -2");
            assertThatThrownBy(() -> SampleDraw.probabilities(new double[] {Double.POSITIVE_INFINITY}, 1))
                    .hasMessageStartingWith("sizes[0] must be finite");
        }
    }
}
