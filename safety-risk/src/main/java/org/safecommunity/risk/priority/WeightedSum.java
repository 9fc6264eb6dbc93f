package org.safecommunity.risk.priority;

import java.util.List;
import org.safecommunity.risk.internal.Checks;

/**
 * An index that is a sum of weight times term. Immutable.
 *
 * @param name  what is ranked, not blank
 * @param terms a term for each weight, finite, 0 or more
 */
public record WeightedSum(String name, List<Double> terms) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if the name is blank, there are no terms, or one is negative or not finite
     */
    public WeightedSum {
        Checks.text(name, "name");
        terms = Checks.filled(terms, "terms");
        for (double term : terms) {
            if (!(term >= 0) || Double.isInfinite(term)) {
                throw new IllegalArgumentException("terms must be finite and 0 or more, was " + term);
            }
        }
    }

    /**
     * The index.
     *
     * @param weights a weight for each term
     * @throws IllegalArgumentException if there are more or fewer weights than terms
     */
    public double value(List<Double> weights) {
        if (weights.size() != terms.size()) {
            throw new IllegalArgumentException(
                    "weights must be as many as the terms, " + terms.size() + ", was " + weights.size());
        }
        double sum = 0;
        for (int i = 0; i < terms.size(); i++) {
            sum += weights.get(i) * terms.get(i);
        }
        return sum;
    }
}
