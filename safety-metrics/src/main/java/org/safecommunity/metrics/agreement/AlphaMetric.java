package org.safecommunity.metrics.agreement;

import java.util.Locale;

/** How far apart two categories are for Krippendorff's alpha. */
public enum AlphaMetric {
    /** 0 for the same category, else 1. */
    NOMINAL("δ² = 0 if c = k, else 1"),
    /** Squared number of ratings between, the ends counted half; needs ordered categories. */
    ORDINAL("δ² = (Σ n_g from c to k − (n_c + n_k)/2)²"),
    /** (c − k)²; needs numbers. */
    INTERVAL("δ² = (c − k)²"),
    /** ((c − k)/(c + k))²; needs numbers of 0 or more. */
    RATIO("δ² = ((c − k)/(c + k))²");

    private final String formula;

    AlphaMetric(String formula) {
        this.formula = formula;
    }

    /** Formula of the squared distance. */
    public String formula() {
        return formula;
    }

    /** Lower-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    void require(Categories categories) {
        if (this == ORDINAL && !categories.ordered()) {
            throw new IllegalArgumentException("categories must be in order for the ordinal metric");
        }
        if ((this == INTERVAL || this == RATIO) && categories.values().isEmpty()) {
            throw new IllegalArgumentException("ratings must be numbers for the " + label() + " metric");
        }
        if (this == RATIO && categories.values().stream().anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException("ratings must be 0 or more for the ratio metric");
        }
    }

    /** Squared distances of all pairs; totals are the ratings of each category. */
    double[][] distances(Categories categories, double[] totals) {
        int size = categories.size();
        double[][] squared = new double[size][size];
        for (int c = 0; c < size; c++) {
            double between = totals[c];
            for (int k = c + 1; k < size; k++) {
                between += totals[k];
                double distance =
                        switch (this) {
                            case NOMINAL -> 1;
                            case ORDINAL -> between - (totals[c] + totals[k]) / 2;
                            case INTERVAL ->
                                categories.values().get(k) - categories.values().get(c);
                            case RATIO ->
                                (categories.values().get(k)
                                                - categories.values().get(c))
                                        / (categories.values().get(k)
                                                + categories.values().get(c));
                        };
                squared[c][k] = distance * distance;
                squared[k][c] = distance * distance;
            }
        }
        return squared;
    }
}
