package org.safecommunity.metrics.sampling;

/**
 * The random numbers of every draw: SplitMix64, written out here so that a seed gives the same sample on every machine and in every
 * version of Java. Not safe for several threads, and not for secrets.
 *
 * <p>state += 0x9e3779b97f4a7c15; z = (z ⊕ z≫30)·0xbf58476d1ce4e5b9; z = (z ⊕ z≫27)·0x94d049bb133111eb; z ⊕ z≫31. Checked against:
 * the first outputs of the reference program in C for the seed 1234567, and {@code java.util.SplittableRandom}.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea &amp; Flood (2014), OOPSLA, 453–472</a>
 */
public final class SplitMix64 {
    private static final long STEP = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    /** Starts from a seed; any number is one. */
    public SplitMix64(long seed) {
        this.state = seed;
    }

    /** The next 64 bits. */
    public long next() {
        state += STEP;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 (included) to 1 (excluded): the upper 53 bits over 2⁵³. */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /**
     * A whole number below a bound, each with the same probability: values beyond the last whole multiple of the bound are drawn
     * again.
     *
     * @param bound 1 or more
     * @throws IllegalArgumentException if bound is below 1
     */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be 1 or more, was " + bound);
        }
        long most = (1L << 53) / bound * bound;
        long value = next() >>> 11;
        while (value >= most) {
            value = next() >>> 11;
        }
        return (int) (value % bound);
    }
}
