package org.safecommunity.metrics.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/**
 * A point of a control chart. Immutable.
 *
 * <p>Details: {@code centre}, {@code lower}, {@code upper} where the chart has limits, {@code signals} (names of the rules),
 * {@code limitSide} of a point beyond the limits ({@code upper}, {@code lower} or {@code both}), {@code betweenSigma} (σz of
 * Laney), {@code movingRange} and
 * {@code movingRangeUpper} (I-MR), {@code lowerSum} (C⁻ of a CUSUM; its lower limit −h is that of −C⁻). A point of denominator 0 has no value.
 */
public final class ChartPoint implements MetricResult {
    private final ControlChart chart;
    private final int index;
    private final @Nullable Drawn drawn;
    private final List<ChartRule> signals;
    private final List<Note> notes;

    private ChartPoint(
            ControlChart chart, int index, @Nullable Drawn drawn, List<ChartRule> signals, List<Note> notes) {
        this.chart = chart;
        this.index = index;
        this.drawn = drawn;
        this.signals = signals;
        this.notes = notes;
    }

    static ChartPoint of(ControlChart chart, int index, Drawn drawn, List<ChartRule> signals, List<Note> notes) {
        return new ChartPoint(chart, index, drawn, List.copyOf(signals), notes);
    }

    static ChartPoint without(ControlChart chart, int index, List<Note> notes) {
        return new ChartPoint(chart, index, null, List.of(), notes);
    }

    /** The rules that make the point a signal; empty for none. */
    public List<ChartRule> signals() {
        return signals;
    }

    /** The centre line; absent for a point without a value and for a chart without limits. */
    public OptionalDouble centre() {
        return drawn == null || drawn.upper().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(drawn.centre());
    }

    /** The lower limit; absent as {@link #centre()}. */
    public OptionalDouble lower() {
        return drawn == null ? OptionalDouble.empty() : drawn.lower();
    }

    /** The upper limit; absent as {@link #centre()}. */
    public OptionalDouble upper() {
        return drawn == null ? OptionalDouble.empty() : drawn.upper();
    }

    @Override
    public String statistic() {
        return chart.type().label() + "-chart";
    }

    @Override
    public OptionalDouble value() {
        return drawn == null ? OptionalDouble.empty() : OptionalDouble.of(drawn.value());
    }

    @Override
    public Status status() {
        return drawn == null ? Status.NO_PERSON_TIME : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", chart.data().event(index));
        if (chart.data().sized()) {
            inputs.put("denominator", chart.data().size(index));
        }
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (drawn == null) {
            return details;
        }
        centre().ifPresent(value -> details.put("centre", value));
        lower().ifPresent(value -> details.put("lower", value));
        upper().ifPresent(value -> details.put("upper", value));
        details.put("signals", signals.stream().map(ChartRule::label).toList());
        if (signals.contains(ChartRule.BEYOND_LIMITS)) {
            details.put("limitSide", drawn.above() && drawn.below() ? "both" : drawn.above() ? "upper" : "lower");
        }
        if (chart.type() == ChartType.CUSUM) {
            details.put("lowerSum", drawn.opposite());
        }
        drawn.step("chart-between").ifPresent(value -> details.put("betweenSigma", value));
        if (chart.type() == ChartType.I_MR) {
            drawn.step(IndividualsChart.RANGE).ifPresent(value -> details.put("movingRange", value));
            drawn.step(IndividualsChart.RANGE_LIMIT).ifPresent(value -> details.put("movingRangeUpper", value));
        }
        return details;
    }

    @Override
    public List<Note> warnings() {
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        if (drawn != null) {
            for (Drawn.Working step : drawn.steps()) {
                working.step(step.key(), step.formula(), step.numbers(), step.value());
            }
        }
        return working.status(status()).end("control-chart", chart.type().citation());
    }
}
