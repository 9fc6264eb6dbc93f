package org.safecommunity.metrics.survey;

import java.util.Arrays;
import org.safecommunity.metrics.internal.Checks;

/**
 * Weights cut at a multiple of their median. What is cut off goes to the other weights in proportion, again and again until none
 * is above the cap; the sum stays. Known totals that were met before need not be met after.
 *
 * @param weights  the weights after, in order
 * @param cap      multiple times the median
 * @param changed  weights that were cut
 * @param moved    share of the sum that was cut off
 */
public record WeightTrimming(java.util.List<Double> weights, double cap, long changed, double moved) {
    public WeightTrimming {
        weights = java.util.List.copyOf(weights);
    }

    /**
     * Trims.
     *
     * @param weights  finite, above 0, one or more
     * @param multiple of the median (the lower of two middle ones), above 1
     * @throws IllegalArgumentException if a weight is not positive, there is none, the multiple is not above 1, or all weights
     *     would be cut
     * @see <a href="https://www.asasrms.org/Proceedings/papers/1990_034.pdf">Potter (1990), ASA Survey Research Methods
     *     225–230</a>
     */
    public static WeightTrimming of(double[] weights, double multiple) {
        if (weights.length == 0 || !(multiple > 1) || Double.isInfinite(multiple)) {
            throw new IllegalArgumentException("trim must be above 1 and there must be weights, was " + multiple);
        }
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        Checks.positive(sorted[0], "weight");
        double cap = multiple * sorted[(sorted.length - 1) / 2];
        double[] now = weights.clone();
        boolean[] cut = new boolean[now.length];
        double sum = Arrays.stream(weights).sum();
        while (true) {
            double excess = 0;
            double rest = 0;
            for (int i = 0; i < now.length; i++) {
                if (now[i] > cap) {
                    excess += now[i] - cap;
                    now[i] = cap;
                    cut[i] = true;
                } else if (!cut[i]) {
                    rest += now[i];
                }
            }
            if (excess <= 1e-12 * sum) {
                break;
            }
            if (rest == 0) {
                throw new IllegalArgumentException("trim must leave weights below the cap, was " + multiple);
            }
            for (int i = 0; i < now.length; i++) {
                now[i] = cut[i] ? now[i] : now[i] * (1 + excess / rest);
            }
        }
        long changed = 0;
        double moved = 0;
        for (int i = 0; i < now.length; i++) {
            changed += cut[i] ? 1 : 0;
            moved += cut[i] ? (weights[i] - now[i]) / sum : 0;
        }
        return new WeightTrimming(Arrays.stream(now).boxed().toList(), cap, changed, moved);
    }
}
