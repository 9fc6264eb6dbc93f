package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

/** An estimate from a sample with its design-based standard error and interval. Immutable; made by {@link SurveyEstimates}. */
public final class SurveyEstimate implements MetricResult {
    private final String statistic;
    private final Map<String, String> item;
    private final OptionalDouble value;
    private final OptionalDouble standardError;
    private final Optional<Interval> interval;
    private final Optional<HypothesisTest> test;
    private final long n;
    private final Status status;
    private final Map<String, Object> details;
    private final List<Note> notes;
    private final Working working;

    SurveyEstimate(Parts parts) {
        this.statistic = parts.statistic;
        this.item = Collections.unmodifiableMap(new LinkedHashMap<>(parts.item));
        this.value = present(parts.value);
        this.standardError = present(parts.standardError);
        this.interval = Optional.ofNullable(parts.interval);
        this.test = Optional.ofNullable(parts.test);
        this.n = parts.n;
        this.status = parts.status;
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(parts.details));
        this.notes = List.copyOf(parts.notes);
        this.working = requireNonNull(parts.working, "working");
    }

    /** What an estimate is put together from. */
    static final class Parts {
        final String statistic;
        Map<String, String> item = Map.of();
        double value = Double.NaN;
        double standardError = Double.NaN;

        @Nullable
        Interval interval;

        @Nullable
        HypothesisTest test;

        long n;
        Status status = Status.OK;
        final Map<String, Object> details = new LinkedHashMap<>();
        final List<Note> notes = new ArrayList<>();

        @Nullable
        Working working;

        Parts(String statistic) {
            this.statistic = statistic;
        }
    }

    /** The working of an estimate and its echoed inputs. */
    interface Working {
        Map<String, Object> inputs();

        List<Step> steps(Locale locale, SurveyEstimate estimate);
    }

    private static OptionalDouble present(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value + 0d) : OptionalDouble.empty();
    }

    /** Limits estimate ∓ t·SE with t on the degrees of freedom given. */
    static Interval tInterval(double value, double standardError, int df, Confidence confidence) {
        double half = Quantiles.t(confidence, df) * standardError;
        return new Interval(
                "t",
                confidence.level(),
                confidence.hasLower() ? value - half : Double.NEGATIVE_INFINITY,
                confidence.hasUpper() ? value + half : Double.POSITIVE_INFINITY);
    }

    /** The same estimate about something more, e.g. the variable it was computed of. */
    public SurveyEstimate withItem(String name, String text) {
        Parts parts = new Parts(statistic);
        Map<String, String> all = new LinkedHashMap<>();
        all.put(requireNonNull(name, "name"), requireNonNull(text, "text"));
        all.putAll(item);
        parts.item = all;
        parts.value = value.orElse(Double.NaN);
        parts.standardError = standardError.orElse(Double.NaN);
        parts.interval = interval.orElse(null);
        parts.test = test.orElse(null);
        parts.n = n;
        parts.status = status;
        parts.details.putAll(details);
        parts.notes.addAll(notes);
        parts.working = working;
        return new SurveyEstimate(parts);
    }

    @Override
    public String statistic() {
        return statistic;
    }

    @Override
    public Map<String, String> item() {
        return item;
    }

    @Override
    public OptionalDouble value() {
        return value;
    }

    @Override
    public OptionalDouble standardError() {
        return standardError;
    }

    @Override
    public Optional<Interval> interval() {
        return interval;
    }

    @Override
    public Optional<HypothesisTest> test() {
        return test;
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(n);
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public Map<String, Object> inputs() {
        return working.inputs();
    }

    @Override
    public Map<String, Object> details() {
        return details;
    }

    @Override
    public List<Note> warnings() {
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        return working.steps(locale, this);
    }
}
