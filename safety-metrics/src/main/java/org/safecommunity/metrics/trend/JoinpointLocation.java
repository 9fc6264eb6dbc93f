package org.safecommunity.metrics.trend;

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
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/** Where a joinpoint lies. */
record JoinpointLocation(JoinpointFit fit, int index, Confidence confidence, List<Note> warnings)
        implements MetricResult {
    @Override
    public String statistic() {
        return "joinpoint";
    }

    @Override
    public Map<String, String> item() {
        return Map.of("index", String.valueOf(index + 1));
    }

    @Override
    public OptionalDouble value() {
        return OptionalDouble.of(fit.locations().get(index));
    }

    @Override
    public Optional<Interval> interval() {
        if (fit.df() <= 0) {
            return Optional.empty();
        }
        double[] range = fit.range(index, fit.bound(1 - confidence.level()));
        return Optional.of(new Interval("profile", confidence.level(), range[0], range[1]));
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("points", (long) fit.size());
        inputs.put("model", fit.kind().label());
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("deviance", fit.deviance());
        details.put("bic", fit.bic());
        return details;
    }

    @Override
    public List<Step> explain(Locale locale) {
        return new Working(locale)
                .calculation(
                        "step.joinpoint",
                        "ln rate = a + b·t + Σ d·(t − τ)⁺, D(τ) → min",
                        "",
                        fit.locations().get(index))
                .calculation("step.deviance", "D", "", fit.deviance())
                .calculation("step.joinpoint-bic", "BIC", "", fit.bic())
                .end("joinpoint", "Kim, Fay, Feuer & Midthune 2000, Stat Med 19:335–351");
    }
}
