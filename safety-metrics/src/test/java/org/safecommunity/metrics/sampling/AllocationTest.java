package org.safecommunity.metrics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.sampling.Allocation.Rule;
import org.safecommunity.metrics.sampling.Allocation.Stratum;

class AllocationTest {
    private static Stratum stratum(String name, long population, double deviation) {
        return new Stratum(name, population, deviation, 1);
    }

    /** Rounding by largest remainders may miss the best whole allocation, but not by more than its last unit is worth. */
    @ParameterizedTest
    @CsvFileSource(resources = "allocation.reference.csv", useHeadersInDisplayName = true)
    void neyman_agrees_with_a_search(
            int number, String population, String deviation, int n, int least, String exact, double best) {
        double[] sizes = numbers(population);
        double[] spread = numbers(deviation);
        List<Stratum> strata = new ArrayList<>();
        for (int h = 0; h < sizes.length; h++) {
            strata.add(stratum("s" + h, (long) sizes[h], spread[h]));
        }
        Allocation allocation = Allocation.of(strata, n, least, Rule.NEYMAN);
        double[] shares = numbers(exact);
        boolean free = Arrays.stream(shares).allMatch(share -> share >= least);
        double variance = 0;
        for (int h = 0; h < sizes.length; h++) {
            if (free) {
                assertThat(allocation.exactShares().get(h)).isCloseTo(shares[h], within(1e-12 * shares[h]));
                assertThat((double) allocation.units().get(h)).isCloseTo(shares[h], within(1.0));
            }
            variance += Math.pow(sizes[h] * spread[h], 2) / allocation.units().get(h);
        }
        assertThat(variance).as("case %s", number).isBetween(best * (1 - 1e-12), best * 1.03);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Property(tries = 150)
    void units_sum_to_the_size_and_keep_their_bounds(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 50) Integer> populations,
            @ForAll @Size(8) List<@DoubleRange(min = 0, max = 9) Double> deviations,
            @ForAll @IntRange(min = 0, max = 3) int least,
            @ForAll @DoubleRange(min = 0, max = 1) double part,
            @ForAll Rule rule) {
        List<Stratum> strata = new ArrayList<>();
        int minima = 0;
        int all = 0;
        for (int h = 0; h < populations.size(); h++) {
            strata.add(stratum("s" + h, populations.get(h), deviations.get(h) + 0.1));
            minima += Math.min(least, populations.get(h));
            all += populations.get(h);
        }
        int n = (int) Math.max(Math.max(1, minima), Math.round(part * all));
        Allocation allocation = Allocation.of(strata, n, least, rule);
        assertThat(allocation.units().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(n);
        for (int h = 0; h < strata.size(); h++) {
            assertThat(allocation.units().get(h)).isBetween(Math.min(least, populations.get(h)), populations.get(h));
        }
        allocation.results().forEach(ResultContract::assertKept);
    }

    /** Cochran's rule with costs: N·S/√c is 100·2/1 and 100·2/2. */
    @Test
    void dear_strata_get_fewer() {
        Allocation allocation = Allocation.of(
                List.of(new Stratum("near", 100, 2, 1), new Stratum("far", 100, 2, 4)), 30, 0, Rule.NEYMAN);
        assertThat(allocation.units()).containsExactly(20, 10);
    }

    @Test
    void a_small_stratum_of_great_spread_is_taken_whole() {
        Allocation allocation =
                Allocation.of(List.of(stratum("big", 1000, 1), stratum("wild", 5, 1000)), 50, 2, Rule.NEYMAN);
        assertThat(allocation.units()).containsExactly(45, 5);
    }

    @Test
    void ties_go_to_the_stratum_named_first() {
        List<Stratum> equal = List.of(stratum("a", 10, 1), stratum("b", 10, 1), stratum("c", 10, 1));
        assertThat(Allocation.of(equal, 10, 0, Rule.PROPORTIONAL).units()).containsExactly(4, 3, 3);
        assertThat(Allocation.of(equal, 11, 0, Rule.EQUAL).units()).containsExactly(4, 4, 3);
    }

    @Test
    void strata_without_spread_are_filled_when_the_others_are_full() {
        List<Stratum> strata = List.of(stratum("flat", 10, 0), stratum("even", 10, 0), stratum("wild", 4, 3));
        assertThat(Allocation.of(strata, 10, 0, Rule.NEYMAN).units()).containsExactly(3, 3, 4);
    }

    @Nested
    class Rejects {
        private final List<Stratum> one = List.of(stratum("a", 10, 0));

        @Test
        void sizes_outside_the_bounds() {
            assertThatThrownBy(() -> Allocation.of(one, 11, 0, Rule.EQUAL))
                    .hasMessage("size must be from the sum of the minima 1 to the population 10, was 11");
            assertThatThrownBy(() -> Allocation.of(one, 2, 3, Rule.EQUAL))
                    .hasMessage("size must be from the sum of the minima 3 to the population 10, was 2");
            assertThatThrownBy(() -> Allocation.of(one, 2, -1, Rule.EQUAL))
                    .hasMessage("least must be 0 or more, was -1");
        }

        @Test
        void nothing_to_go_by() {
            assertThatThrownBy(() -> Allocation.of(List.of(), 1, 0, Rule.EQUAL)).hasMessage("strata must not be empty");
            assertThatThrownBy(() -> Allocation.of(one, 2, 0, Rule.NEYMAN))
                    .hasMessage("a stratum must have a standardDeviation above 0 under Neyman's rule");
            assertThatThrownBy(() -> stratum("a", 0, 1)).hasMessage("population of a must be 1 or more, was 0");
            assertThatThrownBy(() -> new Stratum("a", 1, -1, 1)).hasMessageContaining("standardDeviation of a");
            assertThatThrownBy(() -> new Stratum("a", 1, 1, 0)).hasMessageContaining("cost of a");
        }
    }
}
