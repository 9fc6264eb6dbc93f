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
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/**
 * Directly standardised rate: the rate the standard population would have with the stratum rates of the data. Immutable.
 *
 * <p>cᵢ = (wᵢ/Σw)/Tᵢ; rate y = Σ cᵢxᵢ · multiplier; variance v = Σ cᵢ²xᵢ · multiplier².
 * <p>Strata are matched by value, never by order. A stratum of the standard that the data lack, or that has no
 * person-time, leaves the rate without an estimate (status {@code no-person-time}); a stratum of the data that the
 * standard lacks does too ({@code no-standard-weight}). Nothing is dropped or collapsed silently.
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
    private final StandardisedIntervalMethod.@Nullable Moments moments;
    private final Optional<Interval> interval;

    private StandardisedRate(
            Map<String, Stratum> strata,
            List<String> unknown,
            StandardPopulation standard,
            RateScale scale,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        this.strata = strata;
        this.standard = standard;
        this.scale = scale;
        this.method = method;
        this.confidence = confidence;
        this.events = strata.values().stream().mapToLong(Stratum::events).sum();
        List<String> withoutTime = new ArrayList<>();
        for (Map.Entry<String, Double> weight : standard.weights().entrySet()) {
            Stratum stratum = strata.get(weight.getKey());
            if (weight.getValue() > 0 && (stratum == null || stratum.personTime() == 0)) {
                withoutTime.add(weight.getKey());
            }
        }
        if (!unknown.isEmpty()) {
            this.status = Status.NO_STANDARD_WEIGHT;
            this.named = List.copyOf(unknown);
        } else if (!withoutTime.isEmpty()) {
            this.status = Status.NO_PERSON_TIME;
            this.named = List.copyOf(withoutTime);
        } else {
            this.status = events == 0 ? Status.ZERO_EVENTS : Status.OK;
            this.named = List.of();
        }
        this.moments = named.isEmpty() ? moments(strata, standard, events) : null;
        this.interval = moments == null
                ? Optional.empty()
                : method.interval(moments, confidence).map(limits -> limits.times(scale.multiplier()));
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
     * @throws IllegalArgumentException if strata is empty, or a stratum has events but no person-time (it is named)
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
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        Map<String, Stratum> byLabel = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Stratum stratum : strata) {
            String label = standard.stratumOf(stratum.label()).orElse(stratum.label());
            if (!standard.weights().containsKey(label) && !unknown.contains(label)) {
                unknown.add(label);
            }
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
        return new StandardisedRate(byLabel, unknown, standard, scale, method, confidence);
    }

    private static StandardisedIntervalMethod.Moments moments(
            Map<String, Stratum> strata, StandardPopulation standard, long events) {
        double total = standard.total();
        CompensatedSum rate = new CompensatedSum();
        CompensatedSum variance = new CompensatedSum();
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum sumOfSquares = new CompensatedSum();
        double largest = 0;
        int count = 0;
        for (Map.Entry<String, Double> entry : standard.weights().entrySet()) {
            Stratum stratum = strata.get(entry.getKey());
            if (stratum == null || entry.getValue() == 0) {
                continue;
            }
            double c = entry.getValue() / total / stratum.personTime();
            rate.add(c * stratum.events());
            variance.add(c * c * stratum.events());
            sum.add(c);
            sumOfSquares.add(c * c);
            largest = Math.max(largest, c);
            count++;
        }
        return new StandardisedIntervalMethod.Moments(
                events, rate.value(), variance.value(), largest, sum.value() / count, sumOfSquares.value() / count);
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
        double personTime =
                strata.values().stream().mapToDouble(Stratum::personTime).sum();
        return CrudeRate.of(events, personTime, scale, PoissonIntervalMethod.GARWOOD, confidence);
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", events);
        inputs.put(
                "personTime",
                strata.values().stream().mapToDouble(Stratum::personTime).sum());
        inputs.put("standard", standard.id());
        inputs.put("multiplier", scale.multiplier());
        inputs.put("strata", strata.values().stream().map(Stratum::label).toList());
        inputs.put(
                "stratumEvents", strata.values().stream().map(Stratum::events).toList());
        inputs.put(
                "stratumPersonTime",
                strata.values().stream().map(Stratum::personTime).toList());
        inputs.put(
                "stratumWeight",
                strata.values().stream()
                        .map(stratum -> standard.weights().getOrDefault(stratum.label(), 0d))
                        .toList());
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
        if (moments != null) {
            double relativeError = events == 0 ? 0 : Math.sqrt(moments.variance()) / moments.rate();
            notes.addAll(PublicationRule.notes(events, relativeError));
        }
        if (moments != null && interval.isEmpty()) {
            notes.add(Note.of("interval-undefined", method.label()));
        }
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>();
        if (moments == null) {
            steps.add(Step.remark(
                    Messages.text(locale, "step.status"), status.message(locale) + " " + String.join(", ", named)));
        } else {
            double total = standard.total();
            for (Stratum stratum : strata.values()) {
                double weight = standard.weights().getOrDefault(stratum.label(), 0d);
                steps.add(Step.calculation(
                        Messages.text(locale, "step.stratum", stratum.label()),
                        "w/Σw × x/T × m",
                        NumberText.shortest(weight) + "/" + NumberText.shortest(total) + " × "
                                + NumberText.shortest(stratum.events()) + "/"
                                + NumberText.shortest(stratum.personTime()) + " × "
                                + NumberText.shortest(scale.multiplier()),
                        weight == 0
                                ? 0
                                : weight / total * (stratum.events() / stratum.personTime()) * scale.multiplier(),
                        unit()));
            }
            steps.add(Step.calculation(
                    Messages.text(locale, "step.standardised-rate"),
                    "y = Σ (w/Σw × x/T) × m",
                    Messages.text(locale, "step.sum-of-strata"),
                    moments.rate() * scale.multiplier(),
                    unit()));
            steps.add(Step.calculation(
                    Messages.text(locale, "step.variance"),
                    "v = Σ c²x, c = (w/Σw)/T",
                    Messages.text(locale, "step.per-one"),
                    moments.variance(),
                    ""));
            explainInterval(steps, locale, moments);
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

    private void explainInterval(List<Step> steps, Locale locale, StandardisedIntervalMethod.Moments m) {
        interval.ifPresent(limits -> {
            steps.add(IntervalSteps.tail(locale, confidence));
            String numbers = "y = " + NumberText.shortest(m.rate()) + ", v = " + NumberText.shortest(m.variance())
                    + ", c* = " + NumberText.shortest(m.largest()) + ", c̄ = " + NumberText.shortest(m.mean())
                    + ", s̄ = " + NumberText.shortest(m.meanSquare()) + ", D = " + NumberText.shortest(m.events());
            if (confidence.hasLower()) {
                steps.add(Step.calculation(
                        Messages.text(locale, "step.lower-limit"),
                        "(" + method.lowerFormula() + ") × m",
                        numbers,
                        limits.lower(),
                        unit()));
            }
            if (confidence.hasUpper()) {
                steps.add(Step.calculation(
                        Messages.text(locale, "step.upper-limit"),
                        "(" + method.upperFormula() + ") × m",
                        numbers,
                        limits.upper(),
                        unit()));
            }
        });
    }
}
