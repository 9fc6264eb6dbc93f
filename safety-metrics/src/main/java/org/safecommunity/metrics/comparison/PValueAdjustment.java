package org.safecommunity.metrics.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * p-values adjusted for several comparisons at once: one constant for each published procedure. Adjusted values keep the
 * order of the p-values and are at most 1.
 */
public enum PValueAdjustment {
    /** p·n. Controls the chance of any false claim; Holm does so with more power. */
    BONFERRONI {
        @Override
        double factor(int rank, int n) {
            return n;
        }
    },
    /** Step-down: p₍ᵢ₎·(n − i + 1), made monotone from below (Holm 1979). The usual one for claims. */
    HOLM {
        @Override
        double factor(int rank, int n) {
            return n - rank + 1d;
        }
    },
    /** Step-up with Holm's factors, made monotone from above (Hochberg 1988); for independent tests. */
    HOCHBERG {
        @Override
        double factor(int rank, int n) {
            return n - rank + 1d;
        }

        @Override
        boolean stepUp() {
            return true;
        }
    },
    /** p₍ᵢ₎·n/i, made monotone from above: controls the share of false findings (1995). The usual one for screens. */
    BENJAMINI_HOCHBERG {
        @Override
        double factor(int rank, int n) {
            return (double) n / rank;
        }

        @Override
        boolean stepUp() {
            return true;
        }
    },
    /** As {@link #BENJAMINI_HOCHBERG} times Σ1/i: under any dependence (2001). */
    BENJAMINI_YEKUTIELI {
        @Override
        double factor(int rank, int n) {
            double harmonic = 0;
            for (int i = 1; i <= n; i++) {
                harmonic += 1d / i;
            }
            return harmonic * n / rank;
        }

        @Override
        boolean stepUp() {
            return true;
        }
    };

    abstract double factor(int rank, int n);

    boolean stepUp() {
        return false;
    }

    /**
     * Adjusts p-values.
     *
     * @param pValues p-values from 0 to 1, in any order
     * @return the adjusted values in the same order
     * @throws IllegalArgumentException if a value is not from 0 to 1
     */
    public List<Double> adjust(List<Double> pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("p-value must be from 0 to 1, was " + p);
            }
        }
        int n = pValues.size();
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(pValues::get));
        Double[] adjusted = new Double[n];
        double last = stepUp() ? 1 : 0;
        for (int i = 0; i < n; i++) {
            int rank = stepUp() ? n - i : i + 1;
            double value = Math.min(1, pValues.get(order[rank - 1]) * factor(rank, n));
            last = stepUp() ? Math.min(last, value) : Math.max(last, value);
            adjusted[order[rank - 1]] = last;
        }
        return List.of(adjusted);
    }

    /** Kebab-case name, e.g. {@code benjamini-hochberg}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
