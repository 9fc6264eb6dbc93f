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
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/** Observed over expected events of treated sites after a measure. */
record BeforeAfterRatio(
        String statistic,
        BeforeAfter.Expected expected,
        Map<String, Object> inputs,
        double before,
        double observed,
        Confidence confidence,
        List<Note> warnings)
        implements MetricResult {

    static BeforeAfterRatio of(
            String statistic,
            BeforeAfter.Expected expected,
            BeforeAfter study,
            Confidence confidence,
            List<Note> notes) {
        return new BeforeAfterRatio(
                statistic, expected, study.inputs(), study.before(), study.after(), confidence, notes);
    }

    /** V/π². */
    private double relative() {
        return expected.variance() / (expected.mean() * expected.mean());
    }

    @Override
    public Status status() {
        return expected.mean() > 0
                ? observed == 0 ? Status.ZERO_EVENTS : Status.OK
                : observed == 0 ? Status.BOTH_ZERO : Status.ZERO_REFERENCE;
    }

    @Override
    public OptionalDouble value() {
        return expected.mean() > 0
                ? OptionalDouble.of(observed / expected.mean() / (1 + relative()))
                : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble standardError() {
        return status() != Status.OK ? OptionalDouble.empty() : OptionalDouble.of(value().orElseThrow() * logError());
    }

    private double logError() {
        return Math.sqrt(1 / observed + relative()) / (1 + relative());
    }

    @Override
    public Optional<Interval> interval() {
        if (status() != Status.OK) {
            return Optional.empty();
        }
        double factor = Math.exp(confidence.z() * logError());
        double theta = value().orElseThrow();
        return Optional.of(new Interval(
                "log-wald",
                confidence.level(),
                confidence.hasLower() ? theta / factor : 0,
                confidence.hasUpper() ? theta * factor : Double.POSITIVE_INFINITY));
    }

    /** Expected events without the measure, the trend, and by empirical Bayes the events before without chance. */
    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (expected.mean() > 0) {
            details.put("expected", expected.mean());
            details.put("comparisonTrend", expected.trend());
            details.put("expectedBefore", expected.before());
            details.put("regressionToMean", before / expected.before());
        }
        return details;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        if (expected.mean() > 0) {
            String pi = Working.num(expected.mean());
            boolean plain = expected.trend() == 1;
            boolean bayes = statistic.endsWith("bayes");
            working.step(
                            "before-usual",
                            bayes ? "Σ w·μ + (1 − w)·K, w = 1/(1 + μ/φ)" : "ΣK",
                            "ΣK = " + Working.num(before),
                            expected.before())
                    .step(
                            "before-trend",
                            plain ? "r = 1" : "r = (N/T_N) / (M/T_M) / (1 + 1/M)",
                            plain
                                    ? "1"
                                    : "M = " + inputs.get("comparisonBefore") + ", N = "
                                            + inputs.get("comparisonAfter"),
                            expected.trend())
                    .step(
                            "before-expected",
                            "π = r·Σ d·K",
                            Working.num(expected.trend()) + "·" + Working.num(expected.mean() / expected.trend()),
                            expected.mean())
                    .step(
                            "before-variance",
                            "V = r²·Σ d²·Var(K) + (Σ d·K)²·Var(r)",
                            "V/π² = " + Working.num(relative()),
                            expected.variance())
                    .step(
                            "before-ratio",
                            "θ = (λ/π) / (1 + V/π²)",
                            "(" + Working.num(observed) + " / " + pi + ") / (1 + " + Working.num(relative()) + ")",
                            value().orElseThrow());
        }
        interval().ifPresent(limits -> working.z(confidence)
                .step(
                        "standard-error",
                        "SE(ln θ) = √(1/λ + V/π²) / (1 + V/π²)",
                        "λ = " + Working.num(observed),
                        logError())
                .calculation("step.lower-limit", "θ·exp(−z·SE)", Working.num(value().orElseThrow()), limits.lower())
                .calculation("step.upper-limit", "θ·exp(z·SE)", Working.num(value().orElseThrow()), limits.upper()));
        return working.status(status())
                .end("before-after", "Hauer 1997, Observational Before–After Studies in Road Safety, ch. 6, 9, 11");
    }
}
