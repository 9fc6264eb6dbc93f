package org.safecommunity.metrics.survey;

import java.util.Arrays;

/**
 * Sums by domain and leaf. A cell is four words side by side (its key, Σw, Σwy and Σwx), so that a respondent touches one
 * place of the memory besides the table of keys; cells stand on pages that are never copied as their number grows.
 */
final class CellSums {
    static final int WEIGHT = 1;
    static final int Y = 2;
    static final int X = 3;

    private static final int WIDTH = 4;
    private static final int PAGE_BITS = 10;
    private static final int IN_PAGE = (1 << PAGE_BITS) - 1;

    private long[][] pages = new long[16][];
    private int[] table = new int[256];
    private int size;

    /** Number of cells. */
    int size() {
        return size;
    }

    /** Adds to the sums of a cell, which is made where it is new. */
    void add(int domain, int leaf, double w, double wy, double wx) {
        int cell = cell((long) domain << 32 | leaf);
        long[] page = pages[cell >> PAGE_BITS];
        int place = (cell & IN_PAGE) * WIDTH;
        plus(page, place + WEIGHT, w);
        plus(page, place + Y, wy);
        plus(page, place + X, wx);
    }

    int domain(int cell) {
        return (int) (key(cell) >>> 32);
    }

    int leaf(int cell) {
        return (int) key(cell);
    }

    /** Σw, Σwy or Σwx of a cell. */
    double sum(int cell, int which) {
        return Double.longBitsToDouble(pages[cell >> PAGE_BITS][(cell & IN_PAGE) * WIDTH + which]);
    }

    private static void plus(long[] page, int place, double term) {
        page[place] = Double.doubleToRawLongBits(Double.longBitsToDouble(page[place]) + term);
    }

    private long key(int cell) {
        return pages[cell >> PAGE_BITS][(cell & IN_PAGE) * WIDTH];
    }

    private int cell(long key) {
        int mask = table.length - 1;
        int slot = slot(key, mask);
        while (table[slot] > 0) {
            if (key(table[slot] - 1) == key) {
                return table[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        int cell = size++;
        table[slot] = size;
        newCell(cell, key);
        if (size * 2L > table.length) {
            grow();
        }
        return cell;
    }

    private void newCell(int cell, long key) {
        int number = cell >> PAGE_BITS;
        if (number == pages.length) {
            pages = Arrays.copyOf(pages, 2 * number);
        }
        if ((cell & IN_PAGE) == 0) {
            pages[number] = new long[WIDTH << PAGE_BITS];
        }
        pages[number][(cell & IN_PAGE) * WIDTH] = key;
    }

    private void grow() {
        int[] more = new int[table.length * 4];
        int mask = more.length - 1;
        for (int cell = 0; cell < size; cell++) {
            int slot = slot(key(cell), mask);
            while (more[slot] > 0) {
                slot = (slot + 1) & mask;
            }
            more[slot] = cell + 1;
        }
        table = more;
    }

    private static int slot(long key, int mask) {
        long mixed = (key ^ key >>> 32) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
