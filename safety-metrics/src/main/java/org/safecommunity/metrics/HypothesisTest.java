package org.safecommunity.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A significance test.
 *
 * @param method    name of the test, kebab-case, not null
 * @param statistic value of the test statistic, not NaN
 * @param df        degrees of freedom: none, one, or numerator and denominator; not null
 * @param pValue    probability from 0 to 1
 */
public record HypothesisTest(String method, double statistic, List<Double> df, double pValue) {
    public HypothesisTest {
        requireNonNull(method, "method");
        df = List.copyOf(df);
        if (Double.isNaN(statistic)) {
            throw new IllegalArgumentException("statistic must be a number, was NaN");
        }
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue must be from 0 to 1, was " + pValue);
        }
    }
}
