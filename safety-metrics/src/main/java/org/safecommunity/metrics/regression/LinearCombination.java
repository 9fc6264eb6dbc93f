package org.safecommunity.metrics.regression;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;

/**
 * A linear combination c'b of the coefficients of a regression with its standard error √(c'Vc). Immutable.
 *
 * <p>Wald interval c'b ± q·√(c'Vc) and test c'b/√(c'Vc), q and p-value from t where the covariance has degrees of freedom,
 * else from the normal distribution.
 */
public final class LinearCombination {
    private final Regression model;
    private final double[] weights;
    private final CovarianceForm form;
    private final Optional<Covariance> covariance;

    LinearCombination(Regression model, double[] weights, CovarianceForm form) {
        this.model = model;
        this.weights = weights;
        this.form = requireNonNull(form, "form");
        int size = model.design().size();
        if (weights.length != size) {
            throw new IllegalArgumentException(
                    "weights must have one value for each of the " + size + " columns, was " + weights.length);
        }
        for (int j = 0; j < size; j++) {
            if (!Double.isFinite(weights[j])) {
                throw new IllegalArgumentException(
                        "weights[" + j + "] must be finite, was " + NumberText.shortest(weights[j]));
            }
        }
        this.covariance = model.covariance(form);
    }

    /** The model whose coefficients are combined. */
    public Regression model() {
        return model;
    }

    /** The form of the covariance. */
    public CovarianceForm form() {
        return form;
    }

    /** c'b; absent when the model has no estimates. */
    public OptionalDouble estimate() {
        if (model.status() != Status.OK) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * model.solution().coefficients()[j];
        }
        return OptionalDouble.of(sum + 0d);
    }

    /** √(c'Vc); absent without estimates or without degrees of freedom. It is 0 where the model fits exactly. */
    public OptionalDouble standardError() {
        return covariance.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(covariance.get().variance(weights)));
    }

    /** Degrees of freedom of t; absent where the normal distribution is used. */
    public OptionalDouble df() {
        return covariance.isEmpty() ? OptionalDouble.empty() : covariance.get().df();
    }

    /** Whether there is an interval and a test: with a standard error above 0. */
    public boolean testable() {
        return standardError().isPresent() && standardError().getAsDouble() > 0;
    }

    /** The quantile that leaves {@link Confidence#tail()} above it. */
    public double quantile(Confidence confidence) {
        return df().isEmpty()
                ? confidence.z()
                : TDistribution.of(df().getAsDouble()).inverseSurvivalProbability(confidence.tail());
    }

    /** Wald interval of c'b; absent without a standard error above 0. */
    public Optional<Interval> interval(Confidence confidence) {
        if (!testable()) {
            return Optional.empty();
        }
        double half = quantile(confidence) * standardError().getAsDouble();
        double b = estimate().getAsDouble();
        return Optional.of(new Interval(
                "wald",
                confidence.level(),
                confidence.hasLower() ? b - half : Double.NEGATIVE_INFINITY,
                confidence.hasUpper() ? b + half : Double.POSITIVE_INFINITY));
    }

    /** Two-sided Wald test that c'b is 0; absent without a standard error above 0. */
    public Optional<HypothesisTest> test() {
        if (!testable()) {
            return Optional.empty();
        }
        double statistic = estimate().getAsDouble() / standardError().getAsDouble();
        double size = Math.abs(statistic);
        double tail = df().isEmpty()
                ? NormalDistribution.of(0, 1).survivalProbability(size)
                : TDistribution.of(df().getAsDouble()).survivalProbability(size);
        List<Double> df = df().isEmpty() ? List.of() : List.of(df().getAsDouble());
        return Optional.of(new HypothesisTest("wald", statistic, df, Math.min(1, 2 * tail)));
    }

    /** The combination as text, e.g. {@code b[time]} or {@code 2·b[a] + b[b]}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                String factor = weights[j] == 1 ? "" : NumberText.shortest(weights[j]) + "·";
                parts.add(factor + "b[" + model.design().names().get(j) + "]");
            }
        }
        return parts.isEmpty() ? "0" : String.join(" + ", parts);
    }
}
