package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.cli.shell.UserError;

class CellCounterTest {
    private static final Dimensions.Plan PLAN = new Dimensions.Plan(
            List.of(dimension("a"), dimension("b"), dimension("c")),
            List.of(new Dimensions.Summed("x", 3, Set.of()), new Dimensions.Summed("y", 4, Set.of())));

    private static Dimension dimension(String name) {
        return new Dimension(name, name, 0, Part.WHOLE, Set.of());
    }

    /** A row: labels, amounts (y may be unknown) and where it stands. */
    private record Row(List<String> labels, BigDecimal x, String y, long position) {}

    private static List<Row> rows(Random random, int count) {
        String[] amounts = {"0.1", "0.2", "-3.75", "1e300", "-1e300", "7", "0.0000000000001", "123456789012345678"};
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> labels = List.of(
                    random.nextBoolean() ? "female" : "male",
                    random.nextInt(4) == 0 ? "" : String.valueOf(random.nextInt(300)),
                    "z" + random.nextInt(40));
            rows.add(new Row(
                    labels,
                    new BigDecimal(amounts[random.nextInt(amounts.length)]),
                    random.nextInt(50) == 0 ? "" : String.valueOf(random.nextInt(100) / 100d),
                    i));
        }
        return rows;
    }

    private static CellCounter count(List<Row> rows) {
        CellCounter counter = new CellCounter(3, 2);
        for (Row row : rows) {
            int[] ids = new int[3];
            for (int i = 0; i < 3; i++) {
                ids[i] = counter.dictionary(i).id(row.labels().get(i), row.position());
            }
            int cell = counter.add(ids, 1);
            counter.addToSum(cell, 0, row.x());
            if (row.y().isEmpty()) {
                counter.markUnknown(cell, 1);
            } else {
                counter.addToSum(cell, 1, new BigDecimal(row.y()));
            }
        }
        return counter;
    }

    private static String table(CellCounter counter) {
        return new TableWriter(CountTable.of(PLAN, List.of(), counter, new BitSet())).csv(false);
    }

    @Property(tries = 100)
    void rows_split_in_any_way_and_merged_in_any_order_give_the_same_table(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int size,
            @ForAll @IntRange(min = 1, max = 7) int parts) {
        Random random = new Random(seed);
        List<Row> rows = rows(random, size);
        String whole = table(count(rows));
        List<List<Row>> split = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            split.add(new ArrayList<>());
        }
        rows.forEach(row -> split.get(random.nextInt(parts)).add(row));
        split.forEach(part -> Collections.shuffle(part, random));
        Collections.shuffle(split, random);
        List<CellCounter> counters =
                new ArrayList<>(split.stream().map(CellCounterTest::count).toList());
        while (counters.size() > 1) {
            CellCounter other = counters.remove(random.nextInt(counters.size()));
            counters.get(random.nextInt(counters.size())).merge(other);
        }
        assertThat(table(counters.get(0))).isEqualTo(whole);
    }

    @Property(tries = 50)
    void events_add_up_to_the_rows_and_sums_to_the_sum(@ForAll long seed, @ForAll @IntRange(max = 500) int size) {
        List<Row> rows = rows(new Random(seed), size);
        CellCounter counter = count(rows);
        long events = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (int cell = 0; cell < counter.cells(); cell++) {
            events += counter.events(cell);
            sum = sum.add(counter.sum(cell, 0).orElseThrow());
        }
        assertThat(events).isEqualTo(size);
        assertThat(sum).isEqualByComparingTo(rows.stream().map(Row::x).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void a_dimension_that_outgrows_its_bits_keeps_all_cells() {
        CellCounter counter = new CellCounter(6, 0);
        for (int i = 0; i < 5000; i++) {
            int[] ids = new int[6];
            ids[1] = counter.dictionary(1).id("l" + i, i);
            for (int other : new int[] {0, 2, 3, 4, 5}) {
                ids[other] = counter.dictionary(other).id("x" + i % 3, i);
            }
            counter.add(ids, i);
        }
        assertThat(counter.cells()).isEqualTo(5000);
        for (int cell = 0; cell < 5000; cell++) {
            assertThat(counter.labels(cell))
                    .startsWith("x" + cell % 3, "l" + cell)
                    .endsWith("x" + cell % 3);
            assertThat(counter.events(cell)).isEqualTo(cell);
        }
    }

    @Test
    void a_cell_that_was_never_counted_is_not_found() {
        CellCounter counter = new CellCounter(2, 0);
        counter.add(
                new int[] {
                    counter.dictionary(0).id("a", 1), counter.dictionary(1).id("b", 1)
                },
                1);
        assertThat(counter.find(new int[] {0, 1})).isEqualTo(-1);
        assertThat(counter.find(new int[] {Integer.MAX_VALUE, 0})).isEqualTo(-1);
        assertThat(counter.find(new int[] {0, 0})).isZero();
    }

    @Nested
    class Rejects {
        @Test
        void more_cells_than_a_table_may_have() {
            CellCounter counter = new CellCounter(1, 0, 2);
            counter.add(new int[] {counter.dictionary(0).id("a", 1)}, 1);
            counter.add(new int[] {counter.dictionary(0).id("b", 2)}, 1);
            int third = counter.dictionary(0).id("c", 3);
            assertThatThrownBy(() -> counter.add(new int[] {third}, 1))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("more than 2 cells");
        }

        @Test
        void more_labels_than_a_key_holds() {
            CellCounter counter = new CellCounter(9, 0);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 300; i++) {
                            int[] ids = new int[9];
                            for (int d = 0; d < 9; d++) {
                                ids[d] = counter.dictionary(d).id("l" + i, i);
                            }
                            counter.add(ids, 1);
                        }
                    })
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("too many different values");
        }
    }
}
