package org.safecommunity.metrics.regression;

import java.util.Optional;
import java.util.OptionalDouble;

/** Covariances from the rows' influence on the coefficients: U'U, with weighted products of rows up to a lag apart. */
final class Sandwich {
    private Sandwich() {}

    /** Residual degrees of freedom where the model tests by t, else empty. */
    static OptionalDouble df(Regression model) {
        return model.solution().byT() ? OptionalDouble.of(model.residualDf()) : OptionalDouble.empty();
    }

    /** factor · Σ over lags of w_l·(U_t'U_(t−l) + transpose), w_l = 1 − l/(lag + 1); empty without residual degrees. */
    static Optional<Covariance> of(Regression model, double[][] influence, double factor, int lag, OptionalDouble df) {
        if (model.residualDf() <= 0) {
            return Optional.empty();
        }
        int size = model.design().size();
        double[][] values = new double[size][size];
        for (int l = 0; l <= Math.min(lag, influence.length - 1); l++) {
            double weight = factor * (1 - l / (lag + 1d));
            for (int t = l; t < influence.length; t++) {
                add(values, influence[t], influence[t - l], l == 0 ? weight / 2 : weight);
            }
        }
        return Optional.of(new Covariance(values, df));
    }

    private static void add(double[][] values, double[] a, double[] b, double weight) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                values[i][j] += weight * (a[i] * b[j] + a[j] * b[i]);
            }
        }
    }
}
