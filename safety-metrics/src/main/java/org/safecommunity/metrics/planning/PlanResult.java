package org.safecommunity.metrics.planning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/** A sample size or a power, with the plan it belongs to. Immutable. */
public final class PlanResult implements MetricResult {
    static final String SECOND = "secondGroup";

    private final String statistic;
    private final double value;
    private final String unit;
    private final Map<String, Object> inputs;
    private final Map<String, Object> details;
    private final List<Note> warnings;
    private final List<Calculation> calculations;
    private final Function<Locale, String> title;
    private final String assumptions;
    private final String source;

    /** A step of the working. */
    record Calculation(String key, String formula, String numbers, double value) {}

    /** What a plan says about its results: method, assumptions and source. */
    record Frame(Function<Locale, String> title, String assumptions, String source) {}

    PlanResult(
            String statistic,
            double value,
            String unit,
            Map<String, Object> inputs,
            Map<String, Object> details,
            List<Note> warnings,
            List<Calculation> calculations,
            Frame frame) {
        this.statistic = statistic;
        this.value = value;
        this.unit = unit;
        this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        this.warnings = List.copyOf(warnings);
        this.calculations = List.copyOf(calculations);
        this.title = frame.title();
        this.assumptions = frame.assumptions();
        this.source = frame.source();
    }

    /** Size or person-time of the second group. */
    public double secondGroup() {
        return ((Number) Objects.requireNonNull(details.get(SECOND), SECOND)).doubleValue();
    }

    @Override
    public String statistic() {
        return statistic;
    }

    @Override
    public OptionalDouble value() {
        return OptionalDouble.of(value);
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public Map<String, Object> inputs() {
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        return details;
    }

    @Override
    public List<Note> warnings() {
        return warnings;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        for (Calculation one : calculations) {
            working.step(one.key(), one.formula(), one.numbers(), one.value());
        }
        working.remark("method", title.apply(locale));
        return working.end(assumptions, source);
    }
}
