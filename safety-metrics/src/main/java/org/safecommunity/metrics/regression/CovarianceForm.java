package org.safecommunity.metrics.regression;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.safecommunity.metrics.internal.Messages;

/**
 * How the covariance of the coefficients is estimated. All sandwich forms are A·M·A with A = (X'WX)⁻¹ and M the
 * covariance of the summed scores; R package {@code sandwich} calls the forms by the same names.
 *
 * <p>Tests go by t on the residual degrees of freedom where the model estimates a dispersion (quasi-Poisson, least
 * squares), on clusters − 1 for {@link Clustered}, and else by the normal distribution.
 */
public sealed interface CovarianceForm {
    /** Name for options and results, e.g. {@code newey-west:12}. */
    String label();

    /** The covariance for a model with estimates; empty when no degrees of freedom are left to estimate it. */
    Optional<Covariance> covariance(Regression model);

    /** Name for a reader. */
    default String title(Locale locale) {
        String label = label();
        int colon = label.indexOf(':');
        return colon < 0
                ? Messages.text(locale, "covariance." + label)
                : Messages.text(locale, "covariance." + label.substring(0, colon), label.substring(colon + 1));
    }

    /** From the model: φ·(X'WX)⁻¹. */
    static CovarianceForm model() {
        return new Model();
    }

    /** Robust to a wrong variance function: squared scores as they are. */
    static CovarianceForm hc0() {
        return new Heteroscedastic(false);
    }

    /** As {@link #hc0()}, multiplied by n/(n − p). */
    static CovarianceForm hc1() {
        return new Heteroscedastic(true);
    }

    /**
     * Robust to correlation of rows in time order up to a lag.
     *
     * @param lag 0 or more
     * @throws IllegalArgumentException if lag is negative
     */
    static CovarianceForm neweyWest(int lag) {
        return new NeweyWest(lag);
    }

    /**
     * Robust to any correlation inside clusters.
     *
     * @param clusters cluster of each row
     * @throws IllegalArgumentException if there are fewer than two clusters
     */
    static CovarianceForm clustered(List<String> clusters) {
        return new Clustered(clusters);
    }

    /**
     * Obtains a form from its label: {@code model}, {@code hc0}, {@code hc1} or {@code newey-west:LAG}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    static CovarianceForm parse(String text) {
        if (text.matches("newey-west:\\d{1,6}")) {
            return neweyWest(Integer.parseInt(text.substring(text.indexOf(':') + 1)));
        }
        return switch (text) {
            case "model" -> model();
            case "hc0" -> hc0();
            case "hc1" -> hc1();
            default ->
                throw new IllegalArgumentException(
                        "covariance must be one of model, hc0, hc1, newey-west:LAG, was " + text);
        };
    }

    /** From the model: φ·(X'WX)⁻¹. */
    record Model() implements CovarianceForm {
        @Override
        public String label() {
            return "model";
        }

        @Override
        public Optional<Covariance> covariance(Regression model) {
            Regression.Solution solution = model.solution();
            if (solution.byT() && solution.dispersion().isEmpty()) {
                return Optional.empty();
            }
            double phi = solution.byT() ? solution.dispersion().getAsDouble() : 1;
            double[][] inverse = solution.inverse();
            double[][] values = new double[inverse.length][inverse.length];
            for (int i = 0; i < inverse.length; i++) {
                for (int j = 0; j < inverse.length; j++) {
                    for (int k = Math.max(i, j); k < inverse.length; k++) {
                        values[i][j] += phi * inverse[i][k] * inverse[j][k];
                    }
                }
            }
            return Optional.of(new Covariance(values, Sandwich.df(model)));
        }
    }

    /**
     * Robust to a wrong variance function (White, Huber).
     *
     * @param corrected whether multiplied by n/(n − p)
     */
    record Heteroscedastic(boolean corrected) implements CovarianceForm {
        @Override
        public String label() {
            return corrected ? "hc1" : "hc0";
        }

        @Override
        public Optional<Covariance> covariance(Regression model) {
            double factor = corrected ? (double) model.observations() / model.residualDf() : 1;
            return Sandwich.of(model, model.influence(), factor, 0, Sandwich.df(model));
        }
    }

    /**
     * Robust to correlation in time order (Newey &amp; West 1987, Econometrica 55:703–708): Bartlett weights
     * 1 − l/(L + 1), without prewhitening and without small-sample factor.
     *
     * @param lag L, 0 or more; 0 is {@code hc0}
     */
    record NeweyWest(int lag) implements CovarianceForm {
        public NeweyWest {
            if (lag < 0) {
                throw new IllegalArgumentException("lag must be 0 or more, was " + lag);
            }
        }

        @Override
        public String label() {
            return "newey-west:" + lag;
        }

        @Override
        public Optional<Covariance> covariance(Regression model) {
            return Sandwich.of(model, model.influence(), 1, lag, Sandwich.df(model));
        }
    }

    /**
     * Robust to any correlation inside clusters (Liang &amp; Zeger 1986, Biometrika 73:13–22), multiplied by G/(G − 1) for
     * G clusters with a row that is fitted, as {@code vcovCL(type = "HC0")} does.
     *
     * @param clusters cluster of each row, at least two
     */
    record Clustered(List<String> clusters) implements CovarianceForm {
        public Clustered {
            clusters = List.copyOf(clusters);
            if (Set.copyOf(clusters).size() < 2) {
                throw new IllegalArgumentException(
                        "clusters must be two or more, was " + new LinkedHashSet<>(clusters));
            }
        }

        @Override
        public String label() {
            return "cluster";
        }

        @Override
        public Optional<Covariance> covariance(Regression model) {
            if (clusters.size() != model.rows()) {
                throw new IllegalArgumentException("clusters must have one value for each of the " + model.rows()
                        + " rows, was " + clusters.size());
            }
            double[][] influence = model.influence();
            Map<String, double[]> sums = new LinkedHashMap<>();
            for (int row : model.used()) {
                double[] sum = sums.computeIfAbsent(
                        clusters.get(row), key -> new double[model.design().size()]);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += influence[row][j];
                }
            }
            int groups = sums.size();
            if (groups < 2) {
                return Optional.empty();
            }
            double[][] rows = sums.values().toArray(double[][]::new);
            return Sandwich.of(model, rows, groups / (groups - 1d), 0, OptionalDouble.of(groups - 1d));
        }
    }
}
