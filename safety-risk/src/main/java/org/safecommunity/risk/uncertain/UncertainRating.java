package org.safecommunity.risk.uncertain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one factor. Every number is greater than 0, so that the score rises with each factor. Unlike a rating of
 * a scheme it need not be on the scale.
 */
public sealed interface UncertainRating {
    /** Lowest number that is possible. */
    BigDecimal least();

    /** Highest number that is possible. */
    BigDecimal greatest();

    /**
     * Anything between two numbers, ends included.
     *
     * @param least    lower end, greater than 0
     * @param greatest upper end, not below the lower one; equal for a number that is known
     */
    record Range(BigDecimal least, BigDecimal greatest) implements UncertainRating {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the lower end is not greater than 0, or the ends are the wrong way round
         */
        public Range {
            rising(least, greatest);
        }
    }

    /**
     * Least, most likely and greatest number.
     *
     * @param least    a, greater than 0
     * @param mode     m, from a to b
     * @param greatest b
     */
    record Triple(BigDecimal least, BigDecimal mode, BigDecimal greatest) implements UncertainRating {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the numbers do not rise or the least is not greater than 0
         */
        public Triple {
            rising(least, mode);
            rising(mode, greatest);
        }

        /** Centroid (a + m + b) / 3 of the triangular number. */
        public double centroid() {
            return least.add(mode).add(greatest).doubleValue() / 3;
        }

        /** PERT mean (a + 4m + b) / 6. */
        public double pertMean() {
            return (least.doubleValue() + 4 * mode.doubleValue() + greatest.doubleValue()) / 6;
        }

        /** PERT variance ((b − a) / 6)², the usual approximation. */
        public double pertVariance() {
            double sixth = greatest.subtract(least).doubleValue() / 6;
            return sixth * sixth;
        }
    }

    /**
     * Numbers with the weights experts give them.
     *
     * @param shares share of each number, greater than 0, together exactly 1
     */
    record Distribution(SortedMap<BigDecimal, BigDecimal> shares) implements UncertainRating {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if the shares are null
         * @throws IllegalArgumentException if there are none, a number or share is not greater than 0, or they do not add up
         *                                  to 1
         */
        public Distribution {
            shares = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(shares, "shares")));
            if (shares.isEmpty()) {
                throw new IllegalArgumentException("shares must not be empty");
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (Map.Entry<BigDecimal, BigDecimal> share : shares.entrySet()) {
                if (share.getKey().signum() <= 0 || share.getValue().signum() <= 0) {
                    throw new IllegalArgumentException("number and share must be greater than 0, was "
                            + share.getKey().toPlainString() + ":"
                            + share.getValue().toPlainString());
                }
                sum = sum.add(share.getValue());
            }
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                throw new IllegalArgumentException("shares must add up to 1, was " + sum.toPlainString());
            }
        }

        @Override
        public BigDecimal least() {
            return shares.firstKey();
        }

        @Override
        public BigDecimal greatest() {
            return shares.lastKey();
        }
    }

    private static void rising(BigDecimal lower, BigDecimal upper) {
        if (requireNonNull(lower, "lower").signum() <= 0) {
            throw new IllegalArgumentException("number must be greater than 0, was " + lower.toPlainString());
        }
        if (requireNonNull(upper, "upper").compareTo(lower) < 0) {
            throw new IllegalArgumentException(
                    "numbers must rise, was " + lower.toPlainString() + " then " + upper.toPlainString());
        }
    }
}
