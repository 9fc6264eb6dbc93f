package org.safecommunity.metrics.survey;

/**
 * Sums by domain and leaf, in a hash table whose slots are four words side by side: the key, Σw, Σwy and Σwx. With many
 * domains the cells do not fit into the caches of a processor; each respondent touches one place of the memory.
 */
final class CellSums {
    static final int WEIGHT = 1;
    static final int Y = 2;
    static final int X = 3;

    private static final int WIDTH = 4;

    private long[] slots = empty(256);
    private int size;

    /** Number of cells. */
    int size() {
        return size;
    }

    /** Number of slots; those of no cell have the domain −1. */
    int slots() {
        return slots.length / WIDTH;
    }

    /** Adds to the sums of a cell, which is made where it is new. */
    void add(int domain, int leaf, double w, double wy, double wx) {
        long key = (long) domain << 32 | leaf;
        int place = place(slots, key);
        if (slots[place] < 0) {
            if (4L * ++size > 3L * slots()) {
                grow();
                place = place(slots, key);
            }
            slots[place] = key;
        }
        plus(place + WEIGHT, w);
        plus(place + Y, wy);
        plus(place + X, wx);
    }

    int domain(int slot) {
        return (int) (slots[slot * WIDTH] >> 32);
    }

    int leaf(int slot) {
        return (int) slots[slot * WIDTH];
    }

    /** Σw, Σwy or Σwx of a cell. */
    double sum(int slot, int which) {
        return Double.longBitsToDouble(slots[slot * WIDTH + which]);
    }

    private void plus(int place, double term) {
        slots[place] = Double.doubleToRawLongBits(Double.longBitsToDouble(slots[place]) + term);
    }

    private void grow() {
        long[] more = empty(2 * slots());
        for (int from = 0; from < slots.length; from += WIDTH) {
            if (slots[from] >= 0) {
                System.arraycopy(slots, from, more, place(more, slots[from]), WIDTH);
            }
        }
        slots = more;
    }

    private static long[] empty(int size) {
        long[] slots = new long[Math.multiplyExact(size, WIDTH)];
        for (int place = 0; place < slots.length; place += WIDTH) {
            slots[place] = -1;
        }
        return slots;
    }

    /** Where the key is, or would be. */
    private static int place(long[] slots, long key) {
        long mixed = (key ^ key >>> 32) * 0x9E3779B97F4A7C15L;
        int mask = slots.length - 1;
        int place = (int) (mixed >>> Long.numberOfLeadingZeros(mask)) & -WIDTH;
        while (slots[place] >= 0 && slots[place] != key) {
            place = place + WIDTH & mask;
        }
        return place;
    }
}
