package org.safecommunity.metrics.agreement;

import java.util.Locale;

/** How much of an agreement two categories i and j of k are worth. */
public enum KappaWeights {
    /** 1 for the same category, else 0: Cohen's kappa. */
    NONE("w = 1 if i = j, else 0") {
        @Override
        double weight(int i, int j, int k) {
            return i == j ? 1 : 0;
        }
    },
    /** 1 − |i − j|/(k − 1). */
    LINEAR("w = 1 − |i − j|/(k − 1)") {
        @Override
        double weight(int i, int j, int k) {
            return i == j ? 1 : 1 - Math.abs(i - j) / (k - 1d);
        }
    },
    /** 1 − (i − j)²/(k − 1)². */
    QUADRATIC("w = 1 − (i − j)²/(k − 1)²") {
        @Override
        double weight(int i, int j, int k) {
            double distance = (i - j) / Math.max(1, k - 1d);
            return 1 - distance * distance;
        }
    };

    private final String formula;

    KappaWeights(String formula) {
        this.formula = formula;
    }

    abstract double weight(int i, int j, int k);

    /** Formula of the weight. */
    public String formula() {
        return formula;
    }

    /** Lower-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
