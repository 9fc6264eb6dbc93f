package org.safecommunity.metrics.rate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/**
 * Directly standardised rate: the rate the standard population would have with the stratum rates of the data. Immutable.
 *
 * <p>cᵢ = (wᵢ/Σw)/Tᵢ; rate y = Σ cᵢxᵢ · multiplier; variance v = Σ cᵢ²xᵢ · multiplier².
 * <p>Strata are matched by value, never by order. A stratum of the standard that the data lack, or that has no
 * person-time, leaves the rate without an estimate (status {@code no-person-time}); a stratum of the data that the
 * standard lacks does too ({@code no-standard-weight}). Events in strata of weight 0 do not enter the rate; a warning
 * ({@code zero-standard-weight}) names them. Nothing is dropped or collapsed silently.
 * <p>Checked against: R {@code epitools::ageadjust.direct} and the printed example of Fay &amp; Feuer (1997).
 */
public final class StandardisedRate implements MetricResult {
    private final Map<String, Stratum> strata;
    private final StandardPopulation standard;
    private final RateScale scale;
    private final StandardisedIntervalMethod method;
    private final Confidence confidence;
    private final Status status;
    private final List<String> named;
    private final long events;
    private final double personTime;
    private final @Nullable StandardisedMoments moments;
    private final Optional<Interval> interval;

    private StandardisedRate(
            Map<String, Stratum> strata,
            StandardPopulation standard,
            RateScale scale,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        this.strata = strata;
        this.standard = standard;
        this.scale = scale;
        this.method = method;
        this.confidence = confidence;
        this.events = totalEvents(strata);
        this.personTime = totalPersonTime(strata);
        List<String> unknown = strata.keySet().stream()
                .filter(label -> !standard.weights().containsKey(label))
                .toList();
        List<String> withoutTime = standard.weights().keySet().stream()
                .filter(label -> weight(label) > 0 && !hasPersonTime(label))
                .toList();
        this.named = unknown.isEmpty() ? withoutTime : unknown;
        this.moments = named.isEmpty() ? StandardisedMoments.of(strata, standard) : null;
        if (moments == null) {
            this.status = unknown.isEmpty() ? Status.NO_PERSON_TIME : Status.NO_STANDARD_WEIGHT;
            this.interval = Optional.empty();
        } else {
            this.status = moments.events() == 0 ? Status.ZERO_EVENTS : Status.OK;
            this.interval = method.interval(moments, confidence).map(limits -> limits.times(scale.multiplier()));
        }
    }

    /**
     * Computes a directly standardised rate.
     *
     * @param strata     events and person-time by stratum, not empty; strata of one label are added up
     * @param standard   standard population, not null
     * @param scale      how the rate is written, not null
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the rate, or a result without estimate whose status and details name the strata at fault
     * @throws IllegalArgumentException if strata is empty, a stratum has events but no person-time (it is named), or a
     *     total, the rate or a limit is beyond what a double can hold
     */
    public static StandardisedRate of(
            List<Stratum> strata,
            StandardPopulation standard,
            RateScale scale,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("strata must not be empty");
        }
        requireNonNull(standard, "standard");
        requireNonNull(scale, "scale");
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        Map<String, Stratum> byLabel = new LinkedHashMap<>();
        for (Stratum stratum : strata) {
            String label = standard.stratumOf(stratum.label()).orElse(stratum.label());
            byLabel.merge(
                    label,
                    new Stratum(label, stratum.events(), stratum.personTime()),
                    (a, b) -> new Stratum(label, a.events() + b.events(), a.personTime() + b.personTime()));
        }
        for (Stratum stratum : byLabel.values()) {
            if (stratum.personTime() == 0 && stratum.events() > 0) {
                throw new IllegalArgumentException("stratum " + stratum.label() + " must have person-time, was 0 with "
                        + stratum.events() + " events");
            }
        }
        StandardisedRate rate = new StandardisedRate(byLabel, standard, scale, method, confidence);
        rate.value().ifPresent(value -> Checks.notNegative(value, "rate times multiplier"));
        return rate;
    }

    private static long totalEvents(Map<String, Stratum> strata) {
        long total = 0;
        for (Stratum stratum : strata.values()) {
            total = Checks.count(total + stratum.events(), "events of all strata");
        }
        return total;
    }

    private static double totalPersonTime(Map<String, Stratum> strata) {
        CompensatedSum total = new CompensatedSum();
        strata.values().forEach(stratum -> total.add(stratum.personTime()));
        return Checks.notNegative(total.value(), "personTime of all strata");
    }

    private double weight(String label) {
        return standard.weights().getOrDefault(label, 0d);
    }

    private boolean hasPersonTime(String label) {
        Stratum stratum = strata.get(label);
        return stratum != null && stratum.personTime() > 0;
    }

    @Override
    public String statistic() {
        return "standardised-rate";
    }

    @Override
    public OptionalDouble value() {
        return moments == null ? OptionalDouble.empty() : OptionalDouble.of(moments.rate() * scale.multiplier());
    }

    @Override
    public String unit() {
        return scale.unit();
    }

    @Override
    public OptionalDouble standardError() {
        return moments == null || status != Status.OK
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(moments.variance()) * scale.multiplier());
    }

    @Override
    public Optional<Interval> interval() {
        return interval;
    }

    @Override
    public Status status() {
        return status;
    }

    /** The crude rate of the same data, with Garwood's interval. */
    public CrudeRate crude() {
        return CrudeRate.of(events, personTime, scale, PoissonIntervalMethod.GARWOOD, confidence);
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", events);
        inputs.put("personTime", personTime);
        inputs.put("standard", standard.id());
        inputs.put("multiplier", scale.multiplier());
        inputs.put("strata", strata.values().stream().map(Stratum::label).toList());
        inputs.put(
                "stratumEvents", strata.values().stream().map(Stratum::events).toList());
        inputs.put(
                "stratumPersonTime",
                strata.values().stream().map(Stratum::personTime).toList());
        inputs.put("stratumWeight", strata.keySet().stream().map(this::weight).toList());
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("standard", standard.id());
        if (!named.isEmpty()) {
            details.put("strata", named);
        }
        return details;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>();
        if (status == Status.NO_PERSON_TIME || status == Status.NO_STANDARD_WEIGHT) {
            notes.add(Note.of(status.label(), String.join(", ", named), standard.id()));
        }
        String unused = String.join(", ", eventsWithoutWeight());
        if (moments != null && !unused.isEmpty()) {
            notes.add(Note.of("zero-standard-weight", unused, standard.id()));
        }
        if (moments != null) {
            double relativeError = moments.events() == 0 ? 0 : Math.sqrt(moments.variance()) / moments.rate();
            notes.addAll(PublicationRule.notes(moments.events(), relativeError));
        }
        if (moments != null && interval.isEmpty()) {
            notes.add(Note.of("interval-undefined", method.label()));
        }
        return notes;
    }

    private List<String> eventsWithoutWeight() {
        return strata.values().stream()
                .filter(stratum -> stratum.events() > 0 && weight(stratum.label()) == 0)
                .map(Stratum::label)
                .toList();
    }

    @Override
    public List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>();
        if (moments == null) {
            steps.add(Step.remark(
                    Messages.text(locale, "step.status"), status.message(locale) + " " + String.join(", ", named)));
        } else {
            StandardisedSteps working = new StandardisedSteps(locale, scale, method, confidence, moments);
            strata.values()
                    .forEach(stratum -> steps.add(working.stratum(stratum, weight(stratum.label()), standard.total())));
            steps.addAll(working.rate());
            interval.ifPresent(limits -> steps.addAll(working.interval(limits)));
            if (status != Status.OK) {
                steps.add(Step.remark(Messages.text(locale, "step.status"), status.message(locale)));
            }
        }
        steps.add(Step.remark(
                Messages.text(locale, "step.standard"),
                standard.id() + ": " + standard.label(locale) + " (" + standard.reference() + ")"));
        steps.add(Step.remark(Messages.text(locale, "step.method"), method.title(locale)));
        steps.add(Step.remark(
                Messages.text(locale, "step.assumptions"), Messages.text(locale, "assumptions.standardised-rate")));
        steps.add(Step.remark(Messages.text(locale, "step.source"), method.citation()));
        return steps;
    }
}
