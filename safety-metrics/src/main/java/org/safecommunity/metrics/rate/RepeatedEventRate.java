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
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/**
 * Crude rate of events that are not independent, because one person (or crash) has several: the interval allows for it.
 * Immutable.
 *
 * <p>With x_f persons who had f events: x = Σ f·x_f, Var(x) = Σ f²·x_f; limits of the count x + √(Var(x)/x)·(L − x) and the
 * same with U, where L, U are the limits of x as a Poisson count; not below 0. With one event each, or none at all, these
 * are the limits of {@link CrudeRate}.
 * <p>Limits: persons are independent of one another; needs the number of persons by number of events.
 * <p>Checked against: R {@code qgamma} and the formula; the example of the method of APHO Technical Briefing 3.
 */
public final class RepeatedEventRate implements MetricResult {
    private final List<Frequency> frequencies;
    private final long events;
    private final double variance;
    private final double personTime;
    private final RateScale scale;
    private final PoissonIntervalMethod method;
    private final Confidence confidence;
    private final Optional<Interval> count;

    /**
     * Persons who had the same number of events.
     *
     * @param eventsPerPerson events of each, 0 or more
     * @param persons         how many persons, 0 or more
     */
    public record Frequency(long eventsPerPerson, long persons) {
        public Frequency {
            Checks.count(eventsPerPerson, "eventsPerPerson");
            Checks.count(persons, "persons");
            if ((double) eventsPerPerson * persons > Checks.MAX_COUNT) {
                throw new IllegalArgumentException("events of the persons must be at most 2^53, was " + eventsPerPerson
                        + " for each of " + persons);
            }
        }
    }

    private RepeatedEventRate(
            List<Frequency> frequencies,
            double personTime,
            RateScale scale,
            PoissonIntervalMethod method,
            Confidence confidence) {
        this.frequencies = List.copyOf(frequencies);
        this.events = Checks.count(
                frequencies.stream()
                        .mapToLong(f -> f.eventsPerPerson() * f.persons())
                        .sum(),
                "events");
        this.variance = frequencies.stream()
                .mapToDouble(f -> (double) f.eventsPerPerson() * f.eventsPerPerson() * f.persons())
                .sum();
        this.personTime = personTime;
        this.scale = scale;
        this.method = method;
        this.confidence = confidence;
        this.count = personTime == 0
                ? Optional.empty()
                : method.limits(events, confidence).map(this::widened);
    }

    /**
     * Computes the rate.
     *
     * @param frequencies persons by number of events, not empty
     * @param personTime  person-time T in the scale's unit of exposure, finite, 0 or more; with 0 there is no estimate
     * @param scale       how the rate is written, not null
     * @param method      interval method of the count, not null
     * @param confidence  level and side of the interval, not null
     * @return the rate; status {@code no-person-time} or {@code events-without-person-time} when T is 0
     * @throws IllegalArgumentException if frequencies is empty, there are more than 2^53 events, or personTime is negative
     *     or not finite
     */
    public static RepeatedEventRate of(
            List<Frequency> frequencies,
            double personTime,
            RateScale scale,
            PoissonIntervalMethod method,
            Confidence confidence) {
        if (frequencies.isEmpty()) {
            throw new IllegalArgumentException("frequencies must not be empty");
        }
        return new RepeatedEventRate(
                frequencies,
                Checks.notNegative(personTime, "personTime"),
                requireNonNull(scale, "scale"),
                requireNonNull(method, "method"),
                requireNonNull(confidence, "confidence"));
    }

    private Interval widened(Interval poisson) {
        double factor = factor();
        double lower = Math.max(0, events + factor * (poisson.lower() - events));
        double upper = Double.isInfinite(poisson.upper())
                ? Double.POSITIVE_INFINITY
                : events + factor * (poisson.upper() - events);
        return new Interval("repeated-" + method.label(), poisson.level(), confidence.hasLower() ? lower : 0, upper);
    }

    /** How much wider the interval is than that of independent events. */
    private double factor() {
        return events == 0 ? 1 : Math.sqrt(variance / events);
    }

    private double perCount() {
        return scale.multiplier() / personTime;
    }

    @Override
    public String statistic() {
        return "crude-rate";
    }

    @Override
    public OptionalDouble value() {
        return personTime == 0 ? OptionalDouble.empty() : OptionalDouble.of(events / personTime * scale.multiplier());
    }

    @Override
    public String unit() {
        return scale.unit();
    }

    @Override
    public OptionalDouble standardError() {
        return status() == Status.OK
                ? OptionalDouble.of(Math.sqrt(variance) / personTime * scale.multiplier())
                : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval() {
        return count.map(limits -> limits.times(perCount()));
    }

    @Override
    public Status status() {
        if (personTime == 0) {
            return events == 0 ? Status.NO_PERSON_TIME : Status.EVENTS_WITHOUT_PERSON_TIME;
        }
        return events == 0 ? Status.ZERO_EVENTS : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", events);
        inputs.put("personTime", personTime);
        inputs.put("multiplier", scale.multiplier());
        inputs.put(
                "eventsPerPerson",
                frequencies.stream().map(Frequency::eventsPerPerson).toList());
        inputs.put("persons", frequencies.stream().map(Frequency::persons).toList());
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("varianceOfCount", variance);
        details.put(
                "personsWithEvents",
                frequencies.stream()
                        .filter(f -> f.eventsPerPerson() > 0)
                        .mapToLong(Frequency::persons)
                        .sum());
        return details;
    }

    @Override
    public List<Note> warnings() {
        if (personTime == 0) {
            return List.of();
        }
        double relativeError = events == 0 ? 0 : Math.sqrt(variance) / events;
        List<Note> notes = new ArrayList<>(PublicationRule.notes(events, relativeError));
        if (count.isEmpty()) {
            notes.add(Note.of("interval-undefined", method.label()));
        }
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        for (Frequency f : frequencies) {
            working.labelled(
                    working.text("step.frequency", f.eventsPerPerson()),
                    "f·x_f",
                    f.eventsPerPerson() + " × " + f.persons(),
                    f.eventsPerPerson() * f.persons(),
                    "");
        }
        working.calculation(
                "step.variance-of-count", "Var(x) = Σ f²·x_f", working.text("step.sum-of-strata"), variance);
        String x = Working.n(events);
        value().ifPresent(rate -> working.calculation(
                "step.crude-rate",
                "x / T × m",
                x + " / " + Working.n(personTime) + " × " + Working.n(scale.multiplier()),
                rate,
                unit()));
        interval().ifPresent(limits -> {
            working.quantiles(confidence, method.lowerFormula());
            String numbers = "x = " + x + ", √(Var/x) = " + Working.n(factor());
            if (confidence.hasLower()) {
                limit(working, "step.lower-limit", method.lowerFormula(), numbers, limits.lower());
            }
            if (confidence.hasUpper()) {
                limit(working, "step.upper-limit", method.upperFormula(), numbers, limits.upper());
            }
        });
        if (status() != Status.OK) {
            working.remark("step.status", status().message(locale));
        }
        return working.remark("step.method", method.title(locale))
                .remark("step.assumptions", working.text("assumptions.repeated-events"))
                .remark("step.source", "Eayres 2008, APHO Technical Briefing 3; " + method.citation())
                .steps();
    }

    private void limit(Working working, String key, String formula, String numbers, double limit) {
        working.calculation(key, "(x + √(Var/x)·(" + formula + " − x)) / T × m", numbers, limit, unit());
    }
}
