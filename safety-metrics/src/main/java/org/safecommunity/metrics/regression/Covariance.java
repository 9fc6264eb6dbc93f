package org.safecommunity.metrics.regression;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.safecommunity.metrics.HypothesisTest;

/** Covariance matrix of the coefficients of a regression, and how tests with it go. Immutable. */
public final class Covariance {
    private final double[][] values;
    private final OptionalDouble df;

    /** A covariance; tests go by t with these degrees of freedom, or by the normal distribution without. */
    Covariance(double[][] values, OptionalDouble df) {
        this.values = values;
        this.df = df;
    }

    /** Covariance of two coefficients, by their positions from 0. */
    public double value(int row, int column) {
        return values[row][column];
    }

    /** Standard error of a coefficient, by its position from 0. */
    public double standardError(int column) {
        return Math.sqrt(values[column][column]);
    }

    /** Degrees of freedom of t tests; empty where tests go by the normal distribution. */
    public OptionalDouble df() {
        return df;
    }

    /** Variance of a linear combination, c'Vc. */
    double variance(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                sum += weights[i] * weights[j] * values[i][j];
            }
        }
        return Math.max(0, sum);
    }

    /** Wald test of some coefficients; empty when their covariance is singular. */
    Optional<HypothesisTest> wald(int[] at, double[] coefficients) {
        int q = at.length;
        double[][] correlation = new double[q][q];
        double[] scaled = new double[q];
        for (int i = 0; i < q; i++) {
            double error = standardError(at[i]);
            if (error == 0) {
                return Optional.empty();
            }
            scaled[i] = coefficients[at[i]] / error;
            for (int j = 0; j < q; j++) {
                correlation[j][i] = values[at[i]][at[j]] / (error * standardError(at[j]));
            }
        }
        Qr qr = new Qr(correlation);
        if (!qr.dependent().isEmpty()) {
            return Optional.empty();
        }
        double[] solved = qr.solve(qr.effects(scaled));
        double sum = 0;
        for (int i = 0; i < q; i++) {
            sum += scaled[i] * solved[i];
        }
        double statistic = Math.max(0, sum);
        if (df.isEmpty()) {
            double p = ChiSquaredDistribution.of(q).survivalProbability(statistic);
            return Optional.of(new HypothesisTest("wald", statistic, List.of((double) q), p));
        }
        double f = statistic / q;
        double p = FDistribution.of(q, df.getAsDouble()).survivalProbability(f);
        return Optional.of(new HypothesisTest("wald", f, List.of((double) q, df.getAsDouble()), p));
    }
}
