package org.safecommunity.metrics.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/** Expected less observed events of treated sites after a measure: δ = π − λ, Var(δ) = V + λ. */
record BeforeAfterAverted(BeforeAfter.Expected expected, double observed, Confidence confidence)
        implements MetricResult {
    @Override
    public String statistic() {
        return "events-averted";
    }

    @Override
    public OptionalDouble value() {
        return OptionalDouble.of(expected.mean() - observed);
    }

    @Override
    public String unit() {
        return "events";
    }

    @Override
    public OptionalDouble standardError() {
        double variance = expected.variance() + observed;
        return variance > 0 ? OptionalDouble.of(Math.sqrt(variance)) : OptionalDouble.empty();
    }

    @Override
    public Status status() {
        return standardError().isPresent() ? Status.OK : Status.BOTH_ZERO;
    }

    @Override
    public Optional<Interval> interval() {
        if (standardError().isEmpty()) {
            return Optional.empty();
        }
        double half = confidence.z() * standardError().getAsDouble();
        double a = value().orElseThrow();
        return Optional.of(new Interval(
                "wald",
                confidence.level(),
                confidence.hasLower() ? a - half : Double.NEGATIVE_INFINITY,
                confidence.hasUpper() ? a + half : Double.POSITIVE_INFINITY));
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("expected", expected.mean());
        inputs.put("events", observed);
        return inputs;
    }

    @Override
    public List<Step> explain(Locale locale) {
        String pi = Working.num(expected.mean());
        Working working = new Working(locale);
        working.step("events-averted", "δ = π − λ", pi + " − " + Working.num(observed), expected.mean() - observed);
        standardError()
                .ifPresent(se -> working.step(
                        "standard-error",
                        "SE = √(V + λ)",
                        "√(" + Working.num(expected.variance()) + " + " + Working.num(observed) + ")",
                        se));
        return working.status(status())
                .end("before-after", "Hauer 1997, Observational Before–After Studies in Road Safety, ch. 6, 9, 11");
    }
}
