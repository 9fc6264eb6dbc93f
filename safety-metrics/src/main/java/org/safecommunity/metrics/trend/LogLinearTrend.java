package org.safecommunity.metrics.trend;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CountModel;
import org.safecommunity.metrics.regression.CovarianceForm;
import org.safecommunity.metrics.regression.Design;
import org.safecommunity.metrics.regression.Dispersion;
import org.safecommunity.metrics.regression.Effect;
import org.safecommunity.metrics.regression.EffectScale;
import org.safecommunity.metrics.regression.LinearCombination;
import org.safecommunity.metrics.regression.LinearModel;
import org.safecommunity.metrics.regression.Regression;
import org.safecommunity.metrics.series.AnnotatedSeries;
import org.safecommunity.metrics.series.EventSeries;
import org.safecommunity.metrics.series.SeriesPoint;

/**
 * A rate that changes by the same percentage each year: ln rate = a + b·time, annual percent change 100·(exp(b) − 1).
 * Immutable.
 *
 * <p>Fitted to counts with person-time ({@link #of}), with z for Poisson and negative binomial and t on the residual
 * degrees of freedom for quasi-Poisson, or to the logarithms of given rates by least squares ({@link #ofRates}), with t on
 * n − 2, which is the estimated annual percent change (EAPC) of the cancer registries.
 * <p>Limits: the percentage is constant over the whole time; a rate of 0 has no logarithm, so that {@link #ofRates} refuses
 * it. Times are in years. With data at one time only there is no trend: status {@code single-unit}.
 * <p>Checked against: R {@code glm}, {@code MASS::glm.nb}, {@code lm}.
 */
public final class LogLinearTrend {
    /** Name of the column of time in the model. */
    public static final String TIME = "time";

    private static final String UNIT = "percent per year";

    private final @Nullable Regression model;
    private final Map<String, Object> inputs;

    private LogLinearTrend(@Nullable Regression model, Map<String, Object> inputs) {
        this.model = model;
        this.inputs = inputs;
    }

    /**
     * Fits a trend to counts with person-time.
     *
     * @param times  time of each count in years, finite
     * @param data   counts with person-time, not null
     * @param family how the counts vary, not null
     * @throws IllegalArgumentException if times and counts differ in number, a time is not finite, or a count is not whole
     *     in a family other than quasi-Poisson
     */
    public static LogLinearTrend of(double[] times, CountData data, CountFamily family) {
        requireNonNull(family, "family");
        Design line = Design.line(TIME, times);
        TrendSteps.sameSize(times.length, data.size(), "times", "counts");
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("points", (long) times.length);
        inputs.put("model", family.label());
        double first = Double.NaN;
        for (int i = 0; i < times.length; i++) {
            if (data.personTime(i) > 0 && data.weight(i) > 0) {
                if (!Double.isNaN(first) && times[i] != first) {
                    return new LogLinearTrend(CountModel.fit(line, data, family), inputs);
                }
                first = times[i];
            }
        }
        return new LogLinearTrend(null, inputs);
    }

    /** Fits a trend to a series; see {@link #of(double[], CountData, CountFamily)}. */
    public static LogLinearTrend of(EventSeries series, CountFamily family) {
        return of(series.times(), series.counts(), family);
    }

    /**
     * A series with the rates of the model.
     *
     * @param series the series that was fitted, not null
     */
    public AnnotatedSeries annotate(EventSeries series) {
        return AnnotatedSeries.of(
                series,
                i -> new SeriesPoint(
                        series.label(i),
                        series.time(i),
                        series.rate(i),
                        rateAt(series.time(i)),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of()));
    }

    private OptionalDouble rateAt(double time) {
        if (model == null || model.status() != Status.OK) {
            return OptionalDouble.empty();
        }
        Map<String, Double> at = Map.of(Design.INTERCEPT, 1d, TIME, time);
        double log = model.combination(at, CovarianceForm.model()).estimate().orElseThrow();
        return OptionalDouble.of(Math.exp(log));
    }

    /**
     * Fits a trend to the logarithms of rates by least squares.
     *
     * @param times time of each rate in years, finite
     * @param rates rates in any unit, finite, greater than 0
     * @throws IllegalArgumentException if times and rates differ in number, a time is not finite, or a rate is not finite
     *     and greater than 0
     */
    public static LogLinearTrend ofRates(double[] times, double[] rates) {
        Design line = Design.line(TIME, times);
        TrendSteps.sameSize(rates.length, times.length, "rates", "times");
        double[] logs = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            if (!(rates[i] > 0) || Double.isInfinite(rates[i])) {
                throw new IllegalArgumentException(
                        "rates[" + i + "] must be finite and greater than 0, was " + NumberText.shortest(rates[i]));
            }
            logs[i] = Math.log(rates[i]);
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("points", (long) times.length);
        inputs.put("model", "least-squares");
        return new LogLinearTrend(line.dependentColumns().isEmpty() ? LinearModel.fit(line, logs) : null, inputs);
    }

    /** The model; empty with data at one time only. */
    public Optional<Regression> model() {
        return Optional.ofNullable(model);
    }

    /** Slope b of the logarithm of the rate per year; empty with data at one time only. */
    public Optional<LinearCombination> slope() {
        return model().map(fit -> fit.combination(TIME, CovarianceForm.model()));
    }

    /**
     * The annual percent change with its interval and the test that it is 0.
     *
     * @param confidence level and side of the interval, not null
     */
    public MetricResult annualPercentChange(Confidence confidence) {
        Effect.Subject subject = new Effect.Subject("annual-percent-change", Map.of(), UNIT);
        return slope().<MetricResult>map(b -> Effect.of(subject, EffectScale.PERCENT_CHANGE, b, confidence))
                .orElseGet(() -> oneTime(subject.statistic(), UNIT));
    }

    /** The dispersion of the counts about the trend; empty for a trend of rates. */
    public Optional<MetricResult> dispersion() {
        if (model == null) {
            return "least-squares".equals(inputs.get("model"))
                    ? Optional.empty()
                    : Optional.of(oneTime("dispersion", ""));
        }
        return model instanceof CountModel counts ? Optional.of(Dispersion.of(counts)) : Optional.empty();
    }

    private MetricResult oneTime(String statistic, String unit) {
        return new AbsentResult(statistic, unit, Status.SINGLE_UNIT, inputs, List.of(Note.of("one-time")));
    }
}
