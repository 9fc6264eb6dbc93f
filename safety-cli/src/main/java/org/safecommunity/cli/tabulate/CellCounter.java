package org.safecommunity.cli.tabulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.safecommunity.cli.shell.UserError;

/**
 * Events and sums by cell. A cell is one label of each dimension; labels are numbered in a dictionary and the numbers
 * packed into one {@code long}, so that a cell costs some tens of bytes.
 *
 * <p>Counters of parts of a file can be merged in any order: counts and sums are exact, and the order of labels goes by
 * the position they were first seen at. One counter is for one thread.
 */
final class CellCounter {
    /** Most cells of a table. */
    static final int MOST_CELLS = 1 << 24;

    private final Dictionary[] dictionaries;
    private final ExactSums[] sums;
    private final BitSet[] unknown;
    private final int mostCells;
    private PackedKeys layout;
    private int[] slots = new int[64];
    private long[] keys = new long[32];
    private long[] events = new long[32];
    private int cells;

    /** An empty counter of so many dimensions (at least one) and sums. */
    CellCounter(int dimensions, int sums) {
        this(dimensions, sums, MOST_CELLS);
    }

    CellCounter(int dimensions, int sums, int mostCells) {
        this.dictionaries = new Dictionary[dimensions];
        Arrays.setAll(dictionaries, i -> new Dictionary());
        this.sums = new ExactSums[sums];
        Arrays.setAll(this.sums, i -> new ExactSums());
        this.unknown = new BitSet[sums];
        Arrays.setAll(unknown, i -> new BitSet());
        this.layout = PackedKeys.forSizes(new int[dimensions]);
        this.mostCells = mostCells;
    }

    /** Labels of a dimension. */
    Dictionary dictionary(int dimension) {
        return dictionaries[dimension];
    }

    /** How many dimensions there are. */
    int dimensions() {
        return dictionaries.length;
    }

    /** How many sums a cell has. */
    int sums() {
        return sums.length;
    }

    /** How many cells there are. */
    int cells() {
        return cells;
    }

    /** Events of a cell. */
    long events(int cell) {
        return events[cell];
    }

    /** A sum of a cell; empty where a term of it is not known. */
    Optional<BigDecimal> sum(int cell, int column) {
        return unknown[column].get(cell) ? Optional.empty() : Optional.of(sums[column].sum(cell));
    }

    /** Adds to a sum of a cell. */
    void addToSum(int cell, int column, BigDecimal term) {
        sums[column].add(cell, term);
    }

    /** Says that a term of a sum of a cell is not known. */
    void markUnknown(int cell, int column) {
        unknown[column].set(cell);
    }

    /** Numbers of the labels of a cell. */
    void labels(int cell, int[] ids) {
        layout.unpack(keys[cell], ids);
    }

    /** The labels of a cell. */
    List<String> labels(int cell) {
        int[] ids = new int[dictionaries.length];
        labels(cell, ids);
        List<String> labels = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            labels.add(dictionaries[i].label(ids[i]));
        }
        return labels;
    }

    /**
     * Adds events to a cell, which is made if it is new, and returns the cell.
     *
     * @throws UserError (exit 2) if the table gets too large
     */
    int add(int[] ids, long count) {
        int cell = find(ids);
        if (cell < 0) {
            cell = make(ids);
        }
        events[cell] += count;
        return cell;
    }

    /** The cell of these labels, or -1. */
    int find(int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            if (!layout.holds(i, ids[i])) {
                return -1;
            }
        }
        long key = layout.pack(ids);
        int slot = slotOf(key);
        return slots[slot] - 1;
    }

    /** Adds the cells of another counter of the same dimensions and sums. */
    void merge(CellCounter other) {
        int[][] translated = new int[dictionaries.length][];
        for (int i = 0; i < translated.length; i++) {
            Dictionary theirs = other.dictionaries[i];
            translated[i] = new int[theirs.size()];
            for (int id = 0; id < theirs.size(); id++) {
                translated[i][id] = dictionaries[i].id(theirs.label(id), theirs.first(id));
            }
        }
        int[] ids = new int[dictionaries.length];
        for (int theirCell = 0; theirCell < other.cells; theirCell++) {
            other.labels(theirCell, ids);
            for (int i = 0; i < ids.length; i++) {
                ids[i] = translated[i][ids[i]];
            }
            int cell = add(ids, other.events[theirCell]);
            for (int column = 0; column < sums.length; column++) {
                sums[column].add(cell, other.sums[column].sum(theirCell));
                if (other.unknown[column].get(theirCell)) {
                    markUnknown(cell, column);
                }
            }
        }
    }

    private int make(int[] ids) {
        if (cells == mostCells) {
            throw UserError.usage("error.too-many-cells", mostCells);
        }
        for (int i = 0; i < ids.length; i++) {
            if (!layout.holds(i, ids[i])) {
                relayout();
                break;
            }
        }
        if (cells == keys.length) {
            keys = Arrays.copyOf(keys, cells + (cells >> 1));
            events = Arrays.copyOf(events, cells + (cells >> 1));
        }
        if (cells * 2 >= slots.length) {
            slots = new int[slots.length * 2];
            fillSlots();
        }
        int cell = cells++;
        keys[cell] = layout.pack(ids);
        slots[slotOf(keys[cell])] = cell + 1;
        return cell;
    }

    /** Gives the dimensions room for all labels seen so far. */
    private void relayout() {
        int[] sizes = Arrays.stream(dictionaries).mapToInt(Dictionary::size).toArray();
        PackedKeys wider = layoutOf(sizes);
        int[] ids = new int[sizes.length];
        for (int cell = 0; cell < cells; cell++) {
            layout.unpack(keys[cell], ids);
            keys[cell] = wider.pack(ids);
        }
        layout = wider;
        Arrays.fill(slots, 0);
        fillSlots();
    }

    private static PackedKeys layoutOf(int[] sizes) {
        try {
            return PackedKeys.forSizes(sizes);
        } catch (ArithmeticException e) {
            throw UserError.usage(
                    "error.too-many-labels", Arrays.stream(sizes).max().orElse(0));
        }
    }

    private void fillSlots() {
        for (int cell = 0; cell < cells; cell++) {
            slots[slotOf(keys[cell])] = cell + 1;
        }
    }

    /** The slot that holds the key, or the free one where it belongs. */
    private int slotOf(long key) {
        int mask = slots.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed ^ mixed >>> 32) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
