package org.safecommunity.cli.tabulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The finished table: cells in order, each with its labels, events, sums and, with a population, person-time. */
final class CountTable {
    /** Column of the counts. */
    static final String EVENTS = "events";

    /** Column of the person-time. */
    static final String PERSON_TIME = "person_time";

    private final List<String> dimensions;
    private final List<String> sums;
    private final CellCounter counter;
    private final BitSet joined;
    private final int[] order;

    private CountTable(List<String> dimensions, List<String> sums, CellCounter counter, BitSet joined, int[] order) {
        this.dimensions = dimensions;
        this.sums = sums;
        this.counter = counter;
        this.joined = joined;
        this.order = order;
    }

    /**
     * Puts the cells in order: by the labels of the first dimension, within them by the second, and so on.
     *
     * @param plan    names
     * @param counter the cells; with a population, person-time is one more sum after those of the plan
     * @param joined  the cells that have person-time
     */
    static CountTable of(Dimensions.Plan plan, CellCounter counter, BitSet joined) {
        return new CountTable(
                plan.dimensions().stream().map(Dimension::name).toList(),
                plan.sums().stream().map(Dimensions.Summed::name).toList(),
                counter,
                joined,
                order(counter));
    }

    private static int[] order(CellCounter counter) {
        int dimensions = counter.dimensions();
        int[][] byRank = new int[dimensions][];
        int[][] ranks = new int[dimensions][];
        int[] sizes = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            byRank[i] = LabelOrder.sorted(counter.dictionary(i));
            sizes[i] = byRank[i].length;
            ranks[i] = new int[sizes[i]];
            for (int rank = 0; rank < sizes[i]; rank++) {
                ranks[i][byRank[i][rank]] = rank;
            }
        }
        PackedKeys layout = PackedKeys.forSizes(sizes);
        long[] keys = new long[counter.cells()];
        int[] ids = new int[dimensions];
        for (int cell = 0; cell < keys.length; cell++) {
            counter.labels(cell, ids);
            translate(ids, ranks);
            keys[cell] = layout.pack(ids);
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            layout.unpack(keys[i], ids);
            translate(ids, byRank);
            order[i] = counter.find(ids);
        }
        return order;
    }

    private static void translate(int[] numbers, int[][] table) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = table[i][numbers[i]];
        }
    }

    /** Names of the dimensions. */
    List<String> dimensions() {
        return dimensions;
    }

    /** Names of the sums. */
    List<String> sums() {
        return sums;
    }

    /** How many cells there are. */
    int size() {
        return order.length;
    }

    /** Whether the table has person-time. */
    boolean hasPersonTime() {
        return counter.sums() > sums.size();
    }

    /** Labels of the cell at a place. */
    List<String> labels(int place) {
        return counter.labels(order[place]);
    }

    /** Events of the cell at a place. */
    long events(int place) {
        return counter.events(order[place]);
    }

    /** Sums of the cell at a place, each a {@code Long} or a {@code Double}. */
    List<Number> sums(int place) {
        List<Number> numbers = new ArrayList<>();
        for (int column = 0; column < sums.size(); column++) {
            numbers.add(number(counter.sum(order[place], column)));
        }
        return numbers;
    }

    /** Person-time of the cell at a place; empty where the population has none for it. */
    Optional<Number> personTime(int place) {
        return joined.get(order[place])
                ? Optional.of(number(counter.sum(order[place], sums.size())))
                : Optional.empty();
    }

    /** A sum as it is written: a whole number as such, any other as the nearest double. */
    static Number number(BigDecimal sum) {
        OptionalLong whole = whole(sum);
        return whole.isPresent() ? (Number) whole.getAsLong() : (Number) sum.doubleValue();
    }

    private static OptionalLong whole(BigDecimal sum) {
        try {
            long value = sum.longValueExact();
            return Math.abs(value) <= 1L << 53 ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
