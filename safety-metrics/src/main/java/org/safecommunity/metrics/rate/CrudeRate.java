package org.safecommunity.metrics.rate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
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
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/**
 * Crude rate: events per unit of person-time. Immutable.
 *
 * <p>rate = x / T · multiplier, standard error √x / T · multiplier, limits = limits of the count / T · multiplier.
 * <p>Limits: events independent (one person counted once), T known without error. A rate that {@link PublicationRule} calls
 * unstable carries its warnings.
 * <p>Checked against: R {@code poisson.test}, {@code qgamma}.
 */
public final class CrudeRate implements MetricResult {
    private final long events;
    private final double personTime;
    private final RateScale scale;
    private final PoissonIntervalMethod method;
    private final Confidence confidence;
    private final Status status;
    private final Optional<Interval> countInterval;
    private final Optional<Interval> interval;

    private CrudeRate(
            long events, double personTime, RateScale scale, PoissonIntervalMethod method, Confidence confidence) {
        this.events = events;
        this.personTime = personTime;
        this.scale = scale;
        this.method = method;
        this.confidence = confidence;
        this.status = personTime == 0
                ? events == 0 ? Status.NO_PERSON_TIME : Status.EVENTS_WITHOUT_PERSON_TIME
                : events == 0 ? Status.ZERO_EVENTS : Status.OK;
        this.countInterval = personTime == 0 ? Optional.empty() : method.limits(events, confidence);
        requireRepresentable();
        this.interval = countInterval.map(
                count -> new Interval(count.method(), count.level(), rate(count.lower()), rate(count.upper())));
    }

    /**
     * Computes a crude rate.
     *
     * @param events     observed events x, from 0 to 2^53
     * @param personTime person-time T in the scale's unit of exposure, finite, 0 or more; with 0 there is no estimate
     * @param scale      how the rate is written, not null
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the rate; status {@code no-person-time} or {@code events-without-person-time} when T is 0
     * @throws IllegalArgumentException if events is negative or above 2^53, personTime is negative or not finite,
     *     or the rate or a limit is beyond what a double can hold
     */
    public static CrudeRate of(
            long events, double personTime, RateScale scale, PoissonIntervalMethod method, Confidence confidence) {
        Checks.count(events, "events");
        return new CrudeRate(
                events,
                Checks.notNegative(personTime, "personTime"),
                requireNonNull(scale, "scale"),
                requireNonNull(method, "method"),
                requireNonNull(confidence, "confidence"));
    }

    private void requireRepresentable() {
        boolean tooLarge = countInterval
                .filter(count -> Double.isFinite(count.upper()))
                .map(count -> Double.isInfinite(rate(count.upper())))
                .orElse(false);
        boolean lost = events > 0 && personTime > 0 && (Double.isInfinite(rate(events)) || rate(events) == 0);
        if (tooLarge || lost) {
            throw new IllegalArgumentException("personTime must give a rate that a double can hold, was " + events
                    + " / " + NumberText.shortest(personTime) + " × " + NumberText.shortest(scale.multiplier()));
        }
    }

    private double rate(double count) {
        return count / personTime * scale.multiplier();
    }

    /** Computes a crude rate per 100,000 person-years with the exact (Garwood) two-sided 95 % interval. */
    public static CrudeRate of(long events, double personTime) {
        return of(
                events,
                personTime,
                RateScale.PER_100000_PERSON_YEARS,
                PoissonIntervalMethod.GARWOOD,
                Confidence.DEFAULT);
    }

    /** Observed events. */
    public long events() {
        return events;
    }

    /** Person-time in the scale's unit of exposure. */
    public double personTime() {
        return personTime;
    }

    @Override
    public String statistic() {
        return "crude-rate";
    }

    @Override
    public OptionalDouble value() {
        return personTime == 0 ? OptionalDouble.empty() : OptionalDouble.of(rate(events));
    }

    @Override
    public String unit() {
        return scale.unit();
    }

    @Override
    public OptionalDouble standardError() {
        return status == Status.OK ? OptionalDouble.of(rate(Math.sqrt(events))) : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval() {
        return interval;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", events);
        inputs.put("personTime", personTime);
        inputs.put("multiplier", scale.multiplier());
        return inputs;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>();
        if (personTime > 0) {
            notes.addAll(PublicationRule.ofCount(events));
        }
        if (personTime > 0 && interval.isEmpty()) {
            notes.add(Note.of("interval-undefined", method.label()));
        }
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>();
        String x = NumberText.shortest(events);
        String t = NumberText.shortest(personTime);
        String m = NumberText.shortest(scale.multiplier());
        value().ifPresent(rate -> steps.add(Step.calculation(
                Messages.text(locale, "step.crude-rate"), "x / T × m", x + " / " + t + " × " + m, rate, unit())));
        standardError()
                .ifPresent(error -> steps.add(Step.calculation(
                        Messages.text(locale, "step.standard-error"),
                        "√x / T × m",
                        "√" + x + " / " + t + " × " + m,
                        error,
                        unit())));
        countInterval.ifPresent(count -> {
            steps.add(IntervalSteps.tail(locale, confidence));
            if (confidence.hasLower()) {
                steps.add(countLimit(locale, "step.lower-count", method.lowerFormula(), count.lower()));
                steps.add(limit(locale, "step.lower-limit", "L", count.lower(), t, m));
            }
            if (confidence.hasUpper()) {
                steps.add(countLimit(locale, "step.upper-count", method.upperFormula(), count.upper()));
                steps.add(limit(locale, "step.upper-limit", "U", count.upper(), t, m));
            }
        });
        if (status != Status.OK) {
            steps.add(Step.remark(Messages.text(locale, "step.status"), status.message(locale)));
        }
        steps.add(Step.remark(Messages.text(locale, "step.method"), method.title(locale)));
        steps.add(Step.remark(
                Messages.text(locale, "step.assumptions"), Messages.text(locale, "assumptions.poisson-rate")));
        steps.add(Step.remark(Messages.text(locale, "step.source"), method.citation()));
        return steps;
    }

    private Step countLimit(Locale locale, String label, String formula, double count) {
        return IntervalSteps.countLimit(locale, label, formula, events, confidence, count);
    }

    private Step limit(Locale locale, String label, String symbol, double count, String t, String m) {
        String numbers = NumberText.shortest(count) + " / " + t + " × " + m;
        return Step.calculation(Messages.text(locale, label), symbol + " / T × m", numbers, rate(count), unit());
    }
}
