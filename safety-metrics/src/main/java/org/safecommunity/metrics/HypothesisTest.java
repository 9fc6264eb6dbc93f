package org.safecommunity.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safecommunity.metrics.internal.Checks;

/**
 * A significance test.
 *
 * @param method    name of the test, kebab-case, not null
 * @param statistic value of the test statistic, finite
 * @param df        degrees of freedom: none, one, or numerator and denominator; each finite and greater than 0
 * @param pValue    probability from 0 to 1
 */
public record HypothesisTest(String method, double statistic, List<Double> df, double pValue) {
    public HypothesisTest {
        requireNonNull(method, "method");
        df = List.copyOf(df);
        df.forEach(value -> Checks.positive(value, "df"));
        if (df.size() > 2) {
            throw new IllegalArgumentException("df must be none, one or two numbers, was " + df);
        }
        if (!Double.isFinite(statistic)) {
            throw new IllegalArgumentException("statistic must be finite, was " + NumberText.shortest(statistic));
        }
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue must be from 0 to 1, was " + NumberText.shortest(pValue));
        }
        statistic += 0d; // -0.0 becomes 0.0
        pValue += 0d;
    }
}
