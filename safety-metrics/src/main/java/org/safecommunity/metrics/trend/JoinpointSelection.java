package org.safecommunity.metrics.trend;

import org.safecommunity.metrics.internal.Checks;

/** How the number of joinpoints is chosen. */
public sealed interface JoinpointSelection {
    /** The smallest D + 2(k + 1)·ln n. */
    JoinpointSelection BIC = new Information(false);
    /** The smallest D + ((2 + R²)k + 2)·ln n, R² the largest partial R² of a joinpoint of the model. */
    JoinpointSelection WEIGHTED_BIC = new Information(true);

    /** Kebab-case name. */
    String label();

    /**
     * The smallest information criterion. D is the deviance of Poisson counts, n·ln(RSS/n) of least squares, and of
     * quasi-Poisson n·ln(deviance/n).
     *
     * @param weighted whether the penalty of a joinpoint lies between those of BIC and BIC3, the nearer to BIC3 the larger
     *     its change
     */
    record Information(boolean weighted) implements JoinpointSelection {
        @Override
        public String label() {
            return weighted ? "weighted-bic" : "bic";
        }
    }

    /**
     * A sequence of tests of a joinpoints against b, from none against the most: a rises when the test rejects, else b
     * comes down, until they meet. A test rejects when p is below alpha/(most − a).
     *
     * @param permutations data sets drawn for each test, 99 or more
     * @param seed         seed of the random numbers
     * @param alpha        error probability of choosing too many, between 0 and 1
     */
    record Permutation(int permutations, long seed, double alpha) implements JoinpointSelection {
        public Permutation {
            if (permutations < 99) {
                throw new IllegalArgumentException("permutations must be 99 or more, was " + permutations);
            }
            Checks.openUnit(alpha, "alpha");
        }

        @Override
        public String label() {
            return "permutation";
        }
    }
}
