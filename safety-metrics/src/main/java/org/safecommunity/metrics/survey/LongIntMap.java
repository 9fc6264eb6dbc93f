package org.safecommunity.metrics.survey;

import java.util.Arrays;

/** A map from whole numbers of 0 or more to numbers given in turn, without boxing. */
final class LongIntMap {
    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    LongIntMap() {
        Arrays.fill(keys, -1);
    }

    /** The value of a key; a key not seen before gets the number of keys so far. */
    int indexOf(long key) {
        int slot = slot(keys, key);
        if (keys[slot] == key) {
            return values[slot];
        }
        keys[slot] = key;
        values[slot] = size++;
        if (size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] more = new long[keys.length * 2];
        int[] moreValues = new int[more.length];
        Arrays.fill(more, -1);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] >= 0) {
                int slot = slot(more, keys[i]);
                more[slot] = keys[i];
                moreValues[slot] = values[i];
            }
        }
        keys = more;
        values = moreValues;
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int mask = keys.length - 1;
        int slot = (int) (mixed >>> 40) & mask;
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
