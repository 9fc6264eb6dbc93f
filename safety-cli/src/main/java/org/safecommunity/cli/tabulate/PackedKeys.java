package org.safecommunity.cli.tabulate;

import java.util.Arrays;

/** Packs one number of each dimension into a {@code long} that is not negative. */
final class PackedKeys {
    private static final int BITS = 63;
    private static final int MOST = 31;

    private final int[] bits;

    private PackedKeys(int[] bits) {
        this.bits = bits;
    }

    /**
     * A layout that holds numbers below the given sizes, with the bits to spare shared out.
     *
     * @param sizes how many numbers each dimension has, at least one dimension
     * @throws ArithmeticException if they do not fit
     */
    static PackedKeys forSizes(int[] sizes) {
        int[] bits = new int[sizes.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, sizes[i] - 1)));
        }
        int spare = BITS - Arrays.stream(bits).sum();
        if (spare < 0) {
            throw new ArithmeticException("keys of " + bits.length + " dimensions need " + (BITS - spare) + " bits");
        }
        int share = spare / bits.length;
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Math.min(MOST, bits[i] + share);
        }
        return new PackedKeys(bits);
    }

    /** Whether a number has room. */
    boolean holds(int dimension, int id) {
        return id >>> bits[dimension] == 0;
    }

    /** The key of one number for each dimension. */
    long pack(int[] ids) {
        long key = 0;
        for (int i = 0; i < ids.length; i++) {
            key = key << bits[i] | ids[i];
        }
        return key;
    }

    /** The numbers of a key. */
    void unpack(long key, int[] ids) {
        long rest = key;
        for (int i = ids.length - 1; i >= 0; i--) {
            ids[i] = (int) (rest & ((1L << bits[i]) - 1));
            rest >>>= bits[i];
        }
    }
}
