package org.safecommunity.metrics.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.series.AnnotatedSeries;
import org.safecommunity.metrics.series.EventSeries;
import org.safecommunity.metrics.series.SeriesPoint;

/**
 * A count of a series with the threshold its past sets. Immutable.
 *
 * <p>Details: {@code threshold} and {@code alarm} (whether the count is above it), and what the method adds; none of them
 * where the history is too short or the past has no model.
 */
public final class DetectionPoint implements MetricResult {
    private final String method;
    private final String source;
    private final double count;
    private final Map<String, Object> details;
    private final List<Calculation> calculations;
    private final List<Note> notes;

    private DetectionPoint(
            String method,
            String source,
            double count,
            Map<String, Object> details,
            List<Calculation> calculations,
            List<Note> notes) {
        this.method = method;
        this.source = source;
        this.count = count;
        this.details = details;
        this.calculations = calculations;
        this.notes = notes;
    }

    /**
     * A step of the working.
     *
     * @param key     what it is
     * @param formula formula
     * @param numbers the formula with the numbers put in
     * @param value   outcome
     */
    record Calculation(String key, String formula, String numbers, double value) {}

    /** A point that is not judged. */
    static DetectionPoint without(String method, String source, double count, List<Note> notes) {
        return new DetectionPoint(method, source, count, Map.of(), List.of(), List.copyOf(notes));
    }

    /** A point that is judged; the details of the method come after threshold and alarm. */
    static DetectionPoint of(
            String method,
            String source,
            double count,
            Judgement judgement,
            Map<String, Object> more,
            List<Calculation> calculations) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("threshold", judgement.threshold());
        details.put("alarm", judgement.alarm());
        details.putAll(more);
        return new DetectionPoint(method, source, count, details, List.copyOf(calculations), List.of());
    }

    /**
     * What the past says about a count.
     *
     * @param threshold largest count that is no alarm
     * @param alarm     whether the count is an alarm
     */
    record Judgement(double threshold, boolean alarm) {}

    /** The same point with notes. */
    DetectionPoint with(List<Note> more) {
        List<Note> all = new ArrayList<>(notes);
        all.addAll(more);
        return new DetectionPoint(method, source, count, details, calculations, all);
    }

    /**
     * A series with what a method says about its points: the expected count, the threshold as upper limit and the signal
     * {@code alarm}.
     *
     * @param series the series that was judged, not null
     * @param judged one for each of its points, in order
     * @throws IllegalArgumentException if their number differs
     */
    public static AnnotatedSeries annotate(EventSeries series, List<DetectionPoint> judged) {
        if (judged.size() != series.size()) {
            throw new IllegalArgumentException("judged must have one point for each of the " + series.size()
                    + " of the series, was " + judged.size());
        }
        return AnnotatedSeries.of(series, i -> {
            DetectionPoint point = judged.get(i);
            return new SeriesPoint(
                    series.label(i),
                    series.time(i),
                    point.value(),
                    point.expected(),
                    OptionalDouble.empty(),
                    point.threshold(),
                    point.alarm() ? List.of("alarm") : List.of());
        });
    }

    /** The count that the past leads to expect; absent for a point that is not judged. */
    public OptionalDouble expected() {
        Object mean = details.getOrDefault("expected", details.get("mean"));
        return mean instanceof Double value ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The threshold; absent for a point that is not judged. */
    public OptionalDouble threshold() {
        return details.get("threshold") instanceof Double threshold
                ? OptionalDouble.of(threshold)
                : OptionalDouble.empty();
    }

    /** Whether the count is an alarm; false for a point that is not judged. */
    public boolean alarm() {
        return Boolean.TRUE.equals(details.get("alarm"));
    }

    @Override
    public String statistic() {
        return "events";
    }

    @Override
    public OptionalDouble value() {
        return OptionalDouble.of(count);
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", count);
        inputs.put("method", method);
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        return new LinkedHashMap<>(details);
    }

    @Override
    public List<Note> warnings() {
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        for (Calculation step : calculations) {
            working.step(step.key(), step.formula(), step.numbers(), step.value());
        }
        String assumptions =
                method.startsWith("ears") ? "ears" : method.startsWith("cusum") ? "count-cusum" : "farrington";
        return working.end(assumptions, source);
    }
}
