package org.safecommunity.metrics.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safecommunity.metrics.NumberText;

/**
 * Draws of one stage from a list of units. The units drawn come in the order of the list, each with its probability of selection.
 *
 * <p>Simple random: every set of n of the N units is as likely as any other (Fisher–Yates, the first n places), π = n/N. Systematic:
 * the units that hold the points (u + i)·N/n of the list, i = 0 … n − 1, with one u uniform on [0, 1), π = n/N. Proportional to
 * size: units with n·x/Σx ≥ 1 are certain (π = 1) and taken out, again until there is none; from the others, cumulated in the order
 * of the list, those that hold the points (u + i)·Σx/m, π = m·x/Σx. Units of size 0 are never drawn.
 * <p>Limits: a systematic draw is one random number; its variance cannot be estimated without an assumption on the order, and a list
 * with a period near N/n gives a poor sample.
 * <p>Sources: Madow (1949), Ann. Math. Stat. 20, 333–354; Särndal, Swensson &amp; Wretman (1992), Model Assisted Survey Sampling,
 * ch. 3.
 */
public final class SampleDraw {
    /** Guards n·x/Σx ≥ 1 against rounding. */
    private static final double ROUNDING = 1e-12;

    private SampleDraw() {}

    /**
     * A unit drawn.
     *
     * @param unit        its place in the list, from 0
     * @param probability probability of selection, greater than 0, at most 1
     */
    public record Drawn(int unit, double probability) {}

    /**
     * A simple random sample without replacement.
     *
     * @param units  units in the list, N
     * @param size   units to be drawn, n, from 1 to N
     * @param random the random numbers, not null
     * @throws IllegalArgumentException if size is outside its range
     */
    public static List<Drawn> simple(int units, int size, SplitMix64 random) {
        require(units, size);
        int[] order = new int[units];
        Arrays.setAll(order, i -> i);
        for (int i = 0; i < size; i++) {
            int other = i + random.below(units - i);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        int[] first = Arrays.copyOf(order, size);
        Arrays.sort(first);
        return Arrays.stream(first)
                .mapToObj(unit -> new Drawn(unit, (double) size / units))
                .toList();
    }

    /**
     * A systematic sample in the order of the list.
     *
     * @param units  units in the list, N
     * @param size   units to be drawn, n, from 1 to N
     * @param random the random numbers, not null; one is used
     * @throws IllegalArgumentException if size is outside its range
     */
    public static List<Drawn> systematic(int units, int size, SplitMix64 random) {
        require(units, size);
        return systematic(units, size, random.unit());
    }

    /** The systematic sample of a start u. */
    static List<Drawn> systematic(int units, int size, double start) {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int unit = (int) Math.min(units - 1L, (long) ((start + i) * units / size));
            drawn.add(new Drawn(unit, (double) size / units));
        }
        return drawn;
    }

    /**
     * A systematic sample with probability proportional to size.
     *
     * @param sizes  size of each unit, finite and 0 or more
     * @param size   units to be drawn, n, from 1 to the number of units with a size above 0
     * @param random the random numbers, not null; one is used
     * @throws IllegalArgumentException if a size is negative or not finite, or there are too few units with a size above 0
     */
    public static List<Drawn> proportionalToSize(double[] sizes, int size, SplitMix64 random) {
        double[] probability = probabilities(sizes, size);
        return systematic(sizes, probability, random.unit());
    }

    /**
     * Probabilities of selection proportional to size; they sum to n, and none is above 1.
     *
     * @param sizes size of each unit, finite and 0 or more
     * @param size  units to be drawn, n, from 1 to the number of units with a size above 0
     * @throws IllegalArgumentException if a size is negative or not finite, or there are too few units with a size above 0
     */
    public static double[] probabilities(double[] sizes, int size) {
        int positive = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (!(sizes[i] >= 0 && Double.isFinite(sizes[i]))) {
                throw new IllegalArgumentException(
                        "sizes[" + i + "] must be finite and 0 or more, was " + NumberText.shortest(sizes[i]));
            }
            positive += sizes[i] > 0 ? 1 : 0;
        }
        require(positive, size);
        boolean[] certain = new boolean[sizes.length];
        int left = size;
        for (boolean found = true; found && left > 0; ) {
            found = false;
            double sum = rest(sizes, certain);
            int now = left;
            for (int i = 0; i < sizes.length; i++) {
                if (!certain[i] && sizes[i] > 0 && now * sizes[i] >= sum * (1 - ROUNDING)) {
                    certain[i] = true;
                    left--;
                    found = true;
                }
            }
        }
        double sum = rest(sizes, certain);
        double[] probability = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            probability[i] = certain[i] ? 1 : left == 0 ? 0 : left * sizes[i] / sum;
        }
        return probability;
    }

    private static double rest(double[] sizes, boolean[] certain) {
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += certain[i] ? 0 : sizes[i];
        }
        return sum;
    }

    /** The units whose stretch of the cumulated probabilities holds a point u + i; certain units always. */
    static List<Drawn> systematic(double[] sizes, double[] probability, double start) {
        List<Drawn> drawn = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < sizes.length; i++) {
            last = probability[i] > 0 && probability[i] < 1 ? i : last;
        }
        long wanted = Math.round(Arrays.stream(probability).sum());
        long certain = Arrays.stream(probability).filter(p -> p == 1).count();
        long points = 0;
        double end = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (probability[i] == 1) {
                drawn.add(new Drawn(i, 1));
            } else if (probability[i] > 0) {
                end = i == last ? Double.POSITIVE_INFINITY : end + probability[i];
                if (start + points < end && points < wanted - certain) {
                    drawn.add(new Drawn(i, probability[i]));
                    points++;
                }
            }
        }
        return drawn;
    }

    private static void require(int units, int size) {
        if (size < 1 || size > units) {
            throw new IllegalArgumentException("size must be from 1 to the number of units " + units + ", was " + size);
        }
    }
}
