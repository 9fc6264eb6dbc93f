package org.safecommunity.metrics.questionnaire;

import java.util.ArrayList;
import java.util.List;

/** Some items of a scale and what follows from their covariances. */
final class ItemSet {
    private final ItemAnswers answers;
    private final List<Integer> items;

    ItemSet(ItemAnswers answers, List<Integer> items) {
        this.answers = answers;
        this.items = List.copyOf(items);
    }

    /** The items that have a variance. */
    static ItemSet varying(ItemAnswers answers) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < answers.items().size(); i++) {
            if (answers.covariance(i, i) > 0) {
                items.add(i);
            }
        }
        return new ItemSet(answers, items);
    }

    /** The set without one of its items. */
    ItemSet without(int item) {
        return new ItemSet(answers, items.stream().filter(one -> one != item).toList());
    }

    List<Integer> items() {
        return items;
    }

    int size() {
        return items.size();
    }

    double sumOfVariances() {
        return items.stream().mapToDouble(i -> answers.covariance(i, i)).sum();
    }

    /** Sum of the whole covariance matrix: the variance of the sum of the items. */
    double sumOfAll() {
        return items.stream().mapToDouble(this::sumOfRow).sum();
    }

    private double sumOfRow(int i) {
        return items.stream().mapToDouble(j -> answers.covariance(i, j)).sum();
    }

    double alpha() {
        double k = size();
        return k / (k - 1) * (1 - sumOfVariances() / sumOfAll());
    }

    private double correlation(int i, int j) {
        return answers.covariance(i, j) / Math.sqrt(answers.covariance(i, i) * answers.covariance(j, j));
    }

    /** Correlation matrix of the items, in their order. */
    double[][] correlations() {
        double[][] matrix = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                matrix[i][j] = i == j ? 1 : correlation(items.get(i), items.get(j));
            }
        }
        return matrix;
    }

    double meanCorrelation() {
        double sum = 0;
        for (int i : items) {
            for (int j : items) {
                if (i != j) {
                    sum += correlation(i, j);
                }
            }
        }
        return sum / size() / (size() - 1d);
    }

    /** Alpha of the items brought to variance 1. */
    double standardisedAlpha() {
        double r = meanCorrelation();
        return size() * r / (1 + (size() - 1) * r);
    }

    /** √(Q/n), Q = 2k²/((k − 1)²(1'S1)³)·[(1'S1)(tr S² + (tr S)²) − 2 tr S·(1'S²1)]. */
    double standardError(long n) {
        double k = size();
        double all = sumOfAll();
        double trace = sumOfVariances();
        double traceOfSquare = 0;
        double sumOfSquare = 0;
        for (int i : items) {
            for (int j : items) {
                traceOfSquare += answers.covariance(i, j) * answers.covariance(i, j);
            }
            sumOfSquare += sumOfRow(i) * sumOfRow(i);
        }
        double inside = all * (traceOfSquare + trace * trace) - 2 * trace * sumOfSquare;
        double q = 2 * k * k / ((k - 1) * (k - 1) * all * all * all) * inside;
        return Math.sqrt(Math.max(0, q) / n);
    }

    /** Correlation of an item with the sum of the others; 0 where that sum does not vary. */
    double restCorrelation(int item) {
        double variance = answers.covariance(item, item);
        double withSum = sumOfRow(item);
        double rest = sumOfAll() - 2 * withSum + variance;
        return rest > 0 ? (withSum - variance) / Math.sqrt(variance * rest) : 0;
    }
}
