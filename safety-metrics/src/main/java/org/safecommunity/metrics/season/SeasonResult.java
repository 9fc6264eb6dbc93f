package org.safecommunity.metrics.season;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/** One number about the season of a series. */
record SeasonResult(
        String statistic,
        Seasonality season,
        Map<String, String> item,
        @Nullable Double number,
        String unit,
        @Nullable Double error,
        Optional<Interval> interval,
        Optional<HypothesisTest> test,
        Map<String, Object> details,
        List<Note> warnings,
        Status status,
        List<Calculation> steps,
        String source)
        implements MetricResult {

    /** A step of the working. */
    record Calculation(String key, String formula, String numbers, double value) {}

    @Override
    public OptionalDouble value() {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    @Override
    public OptionalDouble standardError() {
        return error == null ? OptionalDouble.empty() : OptionalDouble.of(error);
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(Math.round(season.total()));
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", season.total());
        inputs.put("sectors", (long) season.sectors());
        return inputs;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        for (Calculation step : steps) {
            working.step(step.key(), step.formula(), step.numbers(), step.value());
        }
        return working.status(status).end("season", source);
    }
}
