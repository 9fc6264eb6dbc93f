package org.safecommunity.metrics.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.regression.CountModel;
import org.safecommunity.metrics.regression.CovarianceForm;
import org.safecommunity.metrics.regression.LinearCombination;

/**
 * Events averted by a measure: what the model expects without it less what it expects with it, over the times with the
 * measure. Immutable.
 *
 * <p>A = Σ(μ0 − μ) with μ0 = n·exp(x0'b), x0 the row without the columns of the measure; standard error √(g'Vg) by the delta
 * method with g = Σ(μ0·x0 − μ·x), interval A ± q·SE. A negative number is events added.
 * <p>Limits: as for the model; the interval takes the course before the measure to go on as a line on the log scale.
 */
public final class EventsAverted implements MetricResult {
    private final CountModel model;
    private final Confidence confidence;
    private final double expected;
    private final double fitted;
    private final double observed;
    private final long points;
    private final double expectedEnd;
    private final double fittedEnd;
    private final @Nullable LinearCombination error;
    private final boolean edge;

    private EventsAverted(
            CountModel model, List<String> measure, CovarianceForm form, Confidence confidence, boolean edge) {
        this.edge = edge;
        this.model = model;
        this.confidence = confidence;
        double[] means = model.status() == Status.OK ? model.fitted() : new double[0];
        double[] gradient = new double[model.design().size()];
        double sumExpected = 0;
        double sumFitted = 0;
        double sumObserved = 0;
        long count = 0;
        double lastExpected = 0;
        for (int i = 0; i < means.length; i++) {
            if (!affected(model, i, measure)) {
                continue;
            }
            lastExpected = counterfactual(model, i, measure);
            sumExpected += lastExpected;
            sumFitted += means[i];
            sumObserved += model.data().events(i);
            count++;
            for (int j = 0; j < gradient.length; j++) {
                double x = model.design().value(i, j);
                boolean own = measure.contains(model.design().names().get(j));
                gradient[j] += (own ? 0 : lastExpected * x) - means[i] * x;
            }
        }
        this.expected = sumExpected;
        this.fitted = sumFitted;
        this.observed = sumObserved;
        this.points = count;
        this.expectedEnd = lastExpected;
        this.fittedEnd = means.length == 0 ? 0 : means[means.length - 1];
        this.error = representable(gradient) ? model.combination(gradient, form) : null;
    }

    /** Whether a row has the measure: one of its columns is not 0. */
    private static boolean affected(CountModel model, int row, List<String> measure) {
        return measure.stream()
                .anyMatch(name -> model.design().value(row, model.design().index(name)) != 0);
    }

    private boolean representable(double[] gradient) {
        return Double.isFinite(expected - fitted)
                && java.util.Arrays.stream(gradient).allMatch(Double::isFinite);
    }

    /** Mean of a row without the measure. */
    static double counterfactual(CountModel model, int row, List<String> measure) {
        double sum = Math.log(model.data().personTime(row));
        for (int j = 0; j < model.design().size(); j++) {
            if (!measure.contains(model.design().names().get(j))) {
                sum += model.coefficients()[j] * model.design().value(row, j);
            }
        }
        return Math.exp(sum);
    }

    /** Obtains the events averted by the columns of a measure; unreliable where it begins at the edge of the series. */
    static EventsAverted of(
            CountModel model, List<String> measure, CovarianceForm form, Confidence confidence, boolean edge) {
        return new EventsAverted(model, measure, form, confidence, edge);
    }

    @Override
    public String statistic() {
        return "events-averted";
    }

    @Override
    public OptionalDouble value() {
        return status().hasValue() ? OptionalDouble.of(expected - fitted) : OptionalDouble.empty();
    }

    @Override
    public String unit() {
        return "events";
    }

    @Override
    public OptionalDouble standardError() {
        return error == null || value().isEmpty() ? OptionalDouble.empty() : error.standardError();
    }

    @Override
    public Optional<Interval> interval() {
        OptionalDouble se = standardError();
        if (error == null || se.isEmpty()) {
            return Optional.empty();
        }
        double half = error.quantile(confidence) * se.getAsDouble();
        double a = expected - fitted;
        return Optional.of(new Interval(
                "delta",
                confidence.level(),
                confidence.hasLower() ? a - half : Double.NEGATIVE_INFINITY,
                confidence.hasUpper() ? a + half : Double.POSITIVE_INFINITY));
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(points);
    }

    @Override
    public Status status() {
        if (model.status() != Status.OK) {
            return model.status();
        }
        if (error == null) {
            return Status.NOT_CONVERGED;
        }
        return error.standardError().isEmpty() ? Status.NO_DF : edge ? Status.UNRELIABLE : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("points", points);
        inputs.put("events", observed);
        inputs.put("model", model.family().label());
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (value().isPresent()) {
            details.put("expected", expected);
            details.put("fitted", fitted);
            details.put("expectedEnd", expectedEnd);
            details.put("fittedEnd", fittedEnd);
        }
        return details;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        if (value().isPresent()) {
            String n = NumberText.shortest(points);
            working.step("expected-without", "Σμ0, μ0 = n·exp(x0'b)", "Σ, t = 1 … " + n, expected)
                    .step("expected-with", "Σμ, μ = n·exp(x'b)", "Σ, t = 1 … " + n, fitted)
                    .step(
                            "events-averted",
                            "A = Σμ0 − Σμ",
                            Working.num(expected) + " − " + Working.num(fitted),
                            expected - fitted);
        }
        limits(working);
        return working.status(status())
                .end("interrupted-series", "Wagner, Soumerai, Zhang & Ross-Degnan 2002, J Clin Pharm Ther 27:299–309");
    }

    private void limits(Working working) {
        OptionalDouble se = standardError();
        if (error == null || se.isEmpty()) {
            return;
        }
        double q = error.quantile(confidence);
        String df = error.df().isEmpty() ? "" : "; " + Working.num(error.df().getAsDouble());
        String name = df.isEmpty() ? "z" : "t";
        String numbers = Working.num(expected - fitted);
        working.step("standard-error", "SE = √(g'Vg), g = Σ(μ0·x0 − μ·x)", "√(g'Vg)", se.getAsDouble())
                .tail(confidence)
                .step(
                        "quantile",
                        "q = " + name + "(1 − tail" + df + ")",
                        name + "(1 − " + Working.num(confidence.tail()) + df + ")",
                        q);
        interval().ifPresent(limits -> {
            String half = Working.num(q) + "·" + Working.num(se.getAsDouble());
            working.calculation("step.lower-limit", "A − q·SE", numbers + " − " + half, limits.lower())
                    .calculation("step.upper-limit", "A + q·SE", numbers + " + " + half, limits.upper());
        });
    }
}
