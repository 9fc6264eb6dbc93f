package org.safecommunity.metrics.questionnaire;

import java.util.HashSet;
import java.util.List;

/** Means and covariances of the items of a scale, collected person by person; the answers are not kept. */
public final class ItemAnswers {
    private final List<String> items;
    private final double[] mean;
    private final double[][] products;
    private long n;

    /**
     * Answers of nobody yet.
     *
     * @param items names of the items, two or more, each once
     * @throws IllegalArgumentException if there are fewer than two items or a name appears twice
     */
    public ItemAnswers(List<String> items) {
        this.items = List.copyOf(items);
        if (items.size() < 2) {
            throw new IllegalArgumentException("items must be two or more, was " + items.size());
        }
        if (new HashSet<>(items).size() < items.size()) {
            throw new IllegalArgumentException("items must differ, was " + String.join(", ", items));
        }
        this.mean = new double[items.size()];
        this.products = new double[items.size()][items.size()];
    }

    /**
     * Adds a person.
     *
     * @param answers one finite number an item, in the order of the items
     * @throws IllegalArgumentException if there is not one answer an item, or one is not finite
     */
    public void add(double... answers) {
        int k = items.size();
        if (answers.length != k) {
            throw new IllegalArgumentException("answers must be " + k + ", was " + answers.length);
        }
        for (double answer : answers) {
            if (!Double.isFinite(answer)) {
                throw new IllegalArgumentException("answers must be finite, was " + answer);
            }
        }
        n++;
        double[] before = new double[k];
        for (int i = 0; i < k; i++) {
            before[i] = answers[i] - mean[i];
            mean[i] += before[i] / n;
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                products[i][j] += before[i] * (answers[j] - mean[j]);
            }
        }
    }

    /** Names of the items. */
    public List<String> items() {
        return items;
    }

    /** Persons. */
    public long n() {
        return n;
    }

    double mean(int item) {
        return mean[item];
    }

    /** Covariance of two items with divisor n − 1. */
    double covariance(int i, int j) {
        // the two halves differ by rounding only
        return (products[i][j] + products[j][i]) / 2 / (n - 1d);
    }
}
