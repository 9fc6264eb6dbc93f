package org.safecommunity.metrics.regression;

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
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;

/**
 * A linear combination of the coefficients of a regression as a result: a rate ratio, a change in percent or a plain
 * coefficient, with its Wald interval and test. Immutable.
 *
 * <p>The interval is computed for the coefficient and carried over to the scale of the value; the standard error on that
 * scale is by the delta method, so that the interval of a ratio is not symmetric about the value. The coefficient and its
 * standard error are details. A model without estimates gives a result without a value, with the model's status.
 */
public final class Effect implements MetricResult {
    private final Subject subject;
    private final EffectScale scale;
    private final LinearCombination combination;
    private final Confidence confidence;
    private final Map<String, Object> moreDetails;
    private final List<Note> moreNotes;

    private Effect(
            Subject subject,
            EffectScale scale,
            LinearCombination combination,
            Confidence confidence,
            Map<String, Object> moreDetails,
            List<Note> moreNotes) {
        this.subject = requireNonNull(subject, "subject");
        this.scale = requireNonNull(scale, "scale");
        this.combination = requireNonNull(combination, "combination");
        this.confidence = requireNonNull(confidence, "confidence");
        this.moreDetails = new LinkedHashMap<>(moreDetails);
        this.moreNotes = List.copyOf(moreNotes);
    }

    /**
     * What a result is about.
     *
     * @param statistic name of the statistic, kebab-case, e.g. {@code rate-ratio}, not blank
     * @param item      what else the row is about, not null
     * @param unit      unit of the value; empty for a pure number
     */
    public record Subject(String statistic, Map<String, String> item, String unit) {
        public Subject {
            Checks.text(statistic, "statistic");
            item = Collections.unmodifiableMap(new LinkedHashMap<>(item));
            requireNonNull(unit, "unit");
        }
    }

    /**
     * Obtains a result.
     *
     * @param subject     what it is about, not null
     * @param scale       how the coefficient is written, not null
     * @param combination the coefficient or combination, not null
     * @param confidence  level and side of the interval, not null
     */
    public static Effect of(Subject subject, EffectScale scale, LinearCombination combination, Confidence confidence) {
        return new Effect(subject, scale, combination, confidence, Map.of(), List.of());
    }

    /** The same result with further details and notes. */
    public Effect with(Map<String, Object> details, List<Note> notes) {
        Map<String, Object> allDetails = new LinkedHashMap<>(moreDetails);
        allDetails.putAll(details);
        List<Note> allNotes = new ArrayList<>(moreNotes);
        allNotes.addAll(notes);
        return new Effect(subject, scale, combination, confidence, allDetails, allNotes);
    }

    /** The coefficient or combination behind the value. */
    public LinearCombination combination() {
        return combination;
    }

    @Override
    public String statistic() {
        return subject.statistic();
    }

    @Override
    public Map<String, String> item() {
        return subject.item();
    }

    @Override
    public OptionalDouble value() {
        return finite(combination.estimate(), scale::of);
    }

    @Override
    public String unit() {
        return subject.unit();
    }

    @Override
    public OptionalDouble standardError() {
        OptionalDouble error = combination.standardError();
        return value().isEmpty() || error.isEmpty()
                ? OptionalDouble.empty()
                : finite(combination.estimate(), b -> scale.error(b, error.getAsDouble()));
    }

    private static OptionalDouble finite(OptionalDouble b, java.util.function.DoubleUnaryOperator of) {
        if (b.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = of.applyAsDouble(b.getAsDouble());
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval() {
        return value().isEmpty()
                ? Optional.empty()
                : combination
                        .interval(confidence)
                        .map(b -> new Interval(b.method(), b.level(), scale.of(b.lower()), scale.of(b.upper())));
    }

    @Override
    public Optional<HypothesisTest> test() {
        return combination.test();
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(combination.model().observations());
    }

    @Override
    public Status status() {
        Status status = combination.model().status();
        if (status != Status.OK) {
            return status;
        }
        return value().isEmpty()
                ? Status.UNRELIABLE
                : combination.standardError().isEmpty() ? Status.NO_DF : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        return combination.model().inputs();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        combination.estimate().ifPresent(b -> details.put("coefficient", b));
        combination.standardError().ifPresent(error -> details.put("coefficientStandardError", error));
        if (!(combination.form() instanceof CovarianceForm.Model)) {
            details.put("covariance", combination.form().label());
        }
        details.putAll(moreDetails);
        return details;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>(combination.model().notes());
        OptionalDouble error = combination.standardError();
        if (error.isPresent() && error.getAsDouble() == 0) {
            notes.add(Note.of("exact-fit"));
        }
        notes.addAll(moreNotes);
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        return EffectSteps.of(this, scale, confidence, locale);
    }
}
