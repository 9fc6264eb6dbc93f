package org.safecommunity.cli.tabulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.safecommunity.cli.shell.UserError;

/** The finished table: cells in order, each with its labels, events, sums and, with a population, person-time. */
final class CountTable {
    /** Column of the counts. */
    static final String EVENTS = "events";

    /** Column of the person-time. */
    static final String PERSON_TIME = "person_time";

    /** Name of the person-time in JSON. */
    static final String PERSON_TIME_IN_JSON = "personTime";

    private final List<String> dimensions;
    private final List<String> sums;
    private final List<String> ofPopulation;
    private final CellCounter counter;
    private final BitSet joined;
    private final int[] order;

    private CountTable(Dimensions.Plan plan, List<String> ofPopulation, CellCounter counter, BitSet joined) {
        this.dimensions = plan.dimensions().stream().map(Dimension::name).toList();
        this.sums = plan.sums().stream().map(Dimensions.Summed::name).toList();
        this.ofPopulation = ofPopulation;
        this.counter = counter;
        this.joined = joined;
        this.order = order(counter);
    }

    /**
     * Puts the cells in order: by the labels of the first dimension, within them by the second, and so on.
     *
     * @param plan         names of the dimensions and sums
     * @param ofPopulation names of person-time and kept values; none without a population
     * @param counter      the cells, with sums for the plan and then for the population
     * @param joined       the cells the population knows
     */
    static CountTable of(Dimensions.Plan plan, List<String> ofPopulation, CellCounter counter, BitSet joined) {
        return new CountTable(plan, List.copyOf(ofPopulation), counter, joined);
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

    /** Names of person-time and kept values; none without a population. */
    List<String> ofPopulation() {
        return ofPopulation;
    }

    /** How many cells there are. */
    int size() {
        return order.length;
    }

    /** Labels of the cell at a place. */
    List<String> labels(int place) {
        return counter.labels(order[place]);
    }

    /** Events of the cell at a place. */
    long events(int place) {
        return counter.events(order[place]);
    }

    /** Sums of the cell at a place, each a {@code Long} or a {@code Double}; empty where a term is not known. */
    List<Optional<Number>> sums(int place) {
        return numbers(place, 0, sums.size());
    }

    /** Person-time and kept values of the cell at a place; each empty where the population has none for it. */
    List<Optional<Number>> ofPopulation(int place) {
        return numbers(place, sums.size(), sums.size() + ofPopulation.size());
    }

    private List<Optional<Number>> numbers(int place, int from, int to) {
        int cell = order[place];
        List<Optional<Number>> numbers = new ArrayList<>();
        for (int column = from; column < to; column++) {
            boolean there = column < sums.size() || joined.get(cell);
            Optional<Number> number = there ? counter.sum(cell, column).map(CountTable::number) : Optional.empty();
            if (number.isPresent() && Double.isInfinite(number.get().doubleValue())) {
                throw UserError.input("error.sum-infinite", String.join(", ", counter.labels(cell)));
            }
            numbers.add(number);
        }
        return numbers;
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
