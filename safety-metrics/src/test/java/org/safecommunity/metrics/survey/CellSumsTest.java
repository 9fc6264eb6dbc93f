package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CellSumsTest {
    private static Map<List<Integer>, Double> read(CellSums sums, int which) {
        Map<List<Integer>, Double> found = new HashMap<>();
        for (int slot = 0; slot < sums.slots(); slot++) {
            if (sums.domain(slot) >= 0) {
                found.put(List.of(sums.domain(slot), sums.leaf(slot)), sums.sum(slot, which));
            }
        }
        return found;
    }

    @Property(tries = 50)
    void adds_up_as_a_map_does(@ForAll @Size(max = 400) List<@IntRange(max = 900) Integer> keys) {
        CellSums sums = new CellSums();
        Map<List<Integer>, Double> weights = new HashMap<>();
        Map<List<Integer>, Double> products = new HashMap<>();
        for (int key : keys) {
            List<Integer> cell = List.of(key / 30, key % 30);
            sums.add(key / 30, key % 30, 2, key, -key);
            weights.merge(cell, 2.0, Double::sum);
            products.merge(cell, (double) key, Double::sum);
        }
        assertThat(sums.size()).isEqualTo(weights.size());
        assertThat(read(sums, CellSums.WEIGHT)).isEqualTo(weights);
        assertThat(read(sums, CellSums.Y)).isEqualTo(products);
    }

    @Test
    void many_cells_and_the_largest_numbers_keep_apart() {
        CellSums sums = new CellSums();
        for (int i = 0; i < 50_000; i++) {
            sums.add(i % 250, i / 250, 1, i, 0);
        }
        sums.add(Integer.MAX_VALUE, 0, 1, 7, 0);
        sums.add(0, Integer.MAX_VALUE, 1, 8, 0);
        Map<List<Integer>, Double> found = read(sums, CellSums.Y);
        assertThat(found).hasSize(50_002).hasSize(sums.size());
        for (int i = 0; i < 50_000; i++) {
            assertThat(found).containsEntry(List.of(i % 250, i / 250), (double) i);
        }
        assertThat(found).containsEntry(List.of(Integer.MAX_VALUE, 0), 7.0);
        assertThat(found).containsEntry(List.of(0, Integer.MAX_VALUE), 8.0);
    }
}
