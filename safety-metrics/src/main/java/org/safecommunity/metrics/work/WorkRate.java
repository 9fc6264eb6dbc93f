package org.safecommunity.metrics.work;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.PublicationRule;

/**
 * One work-accident indicator: numerator / denominator · multiplier as its scheme defines it. Immutable.
 *
 * <p>A rate whose numerator counts persons or cases has the limits of a Poisson count / denominator · multiplier. Days and
 * money are not counts: such a ratio has no interval here.
 *
 * <p>Limits: the events are taken as independent; when one accident injures several persons the interval is too short. With
 * a denominator of 0 there is no estimate, never 0.
 */
public final class WorkRate implements MetricResult {
    private final WorkIndicator indicator;
    private final WorkQuantities quantities;
    private final PoissonIntervalMethod method;
    private final Confidence confidence;
    private final double numerator;
    private final double denominator;

    private WorkRate(
            WorkIndicator indicator, WorkQuantities quantities, PoissonIntervalMethod method, Confidence confidence) {
        this.indicator = indicator;
        this.quantities = quantities;
        this.method = method;
        this.confidence = confidence;
        this.numerator = indicator.numerator().value(quantities.values());
        this.denominator = indicator.denominator().value(quantities.values());
    }

    /**
     * Computes an indicator.
     *
     * @param indicator  the indicator, not null
     * @param quantities what it is computed from, not null
     * @param method     interval method of a count, not null
     * @param confidence level and side of the interval, not null
     * @return the rate; without estimate when the denominator is 0
     * @throws IllegalArgumentException if a quantity it needs is not given, or a count is no whole number from 0 to 2^53
     */
    public static WorkRate of(
            WorkIndicator indicator, WorkQuantities quantities, PoissonIntervalMethod method, Confidence confidence) {
        Map<String, Double> given = quantities.values();
        Set<String> missing = new LinkedHashSet<>(indicator.numerator().missing(given));
        missing.addAll(indicator.denominator().missing(given));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "quantities must hold " + String.join(", ", missing) + " for " + indicator.id());
        }
        if (indicator.count()) {
            for (String name : indicator.numerator().used(given)) {
                double value = given.getOrDefault(name, 0d);
                if (value != Math.rint(value) || value > Checks.MAX_COUNT) {
                    throw new IllegalArgumentException(
                            name + " must be a whole number of at most 2^53, was " + num(value));
                }
            }
        }
        return new WorkRate(
                indicator, quantities, requireNonNull(method, "method"), requireNonNull(confidence, "confidence"));
    }

    /** The indicator. */
    public WorkIndicator indicator() {
        return indicator;
    }

    /** The class of the value in the scheme, e.g. of an economic loss; empty where the scheme has none. */
    public Optional<WorkClass> workClass() {
        OptionalDouble value = value();
        return value.isEmpty()
                ? Optional.empty()
                : WorkClass.find(indicator.scheme(), indicator.edition(), indicator.id(), value.getAsDouble());
    }

    @Override
    public String statistic() {
        return indicator.id();
    }

    @Override
    public OptionalDouble value() {
        return denominator == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(numerator / denominator * indicator.multiplier());
    }

    @Override
    public String unit() {
        return indicator.unit();
    }

    @Override
    public OptionalDouble standardError() {
        return indicator.count() && status() == Status.OK
                ? OptionalDouble.of(Math.sqrt(numerator) / denominator * indicator.multiplier())
                : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval() {
        if (!indicator.count() || denominator == 0) {
            return Optional.empty();
        }
        return method.limits((long) numerator, confidence)
                .map(count -> new Interval(
                        count.method(),
                        count.level(),
                        count.lower() / denominator * indicator.multiplier(),
                        count.upper() / denominator * indicator.multiplier()));
    }

    @Override
    public Status status() {
        if (denominator == 0) {
            return !indicator.count()
                    ? Status.EMPTY_DOMAIN
                    : numerator == 0 ? Status.NO_PERSON_TIME : Status.EVENTS_WITHOUT_PERSON_TIME;
        }
        return indicator.count() && numerator == 0 ? Status.ZERO_EVENTS : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("numerator", numerator);
        inputs.put("denominator", denominator);
        inputs.put("multiplier", indicator.multiplier());
        inputs.putAll(usedQuantities());
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("scheme", indicator.scheme());
        details.put("edition", indicator.edition());
        workClass().ifPresent(found -> details.put("class", found.id()));
        details.put("confirmed", indicator.confirmed());
        if (quantities.deathsAdded()) {
            details.put("deathsAdded", true);
        }
        return details;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>();
        if (!indicator.confirmed()) {
            notes.add(Note.of("unconfirmed-formula", indicator.id(), indicator.reference()));
        }
        if (denominator > 0 && indicator.count() && numerator < PublicationRule.MIN_EVENTS) {
            notes.add(Note.of("small-count", (long) numerator, PublicationRule.MIN_EVENTS));
        }
        if (denominator > 0 && indicator.count() && interval().isEmpty()) {
            notes.add(Note.of("interval-undefined", method.label()));
        }
        addDeathNotes(notes);
        return notes;
    }

    private void addDeathNotes(List<Note> notes) {
        Map<String, Double> used = usedQuantities();
        Map<String, Double> given = quantities.values();
        double deaths = given.getOrDefault(WorkQuantities.DEATHS, 0d);
        Double charge = indicator.deathCharge();
        if (charge == null || quantities.deathsAdded()) {
            return;
        }
        Double lostDays = used.get(WorkQuantities.LOST_DAYS);
        if (lostDays != null && lostDays < charge * deaths) {
            notes.add(Note.of("deaths-not-charged", num(lostDays), num(charge), num(deaths)));
        }
        Double injuries = used.get(WorkQuantities.INJURIES);
        double severe = deaths + given.getOrDefault(WorkQuantities.SERIOUS, 0d);
        if (injuries != null && injuries < severe) {
            notes.add(Note.of("injuries-too-few", num(injuries), num(severe)));
        }
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        Map<String, Double> given = quantities.values();
        String m = num(indicator.multiplier());
        value().ifPresent(value -> working.remark("indicator", indicator.label(locale))
                .step(
                        "work-rate",
                        indicator.numerator().formula(given) + " / "
                                + indicator.denominator().formula(given) + " × " + m,
                        indicator.numerator().numbers(given) + " / "
                                + indicator.denominator().numbers(given) + " × " + m,
                        value,
                        unit()));
        interval().ifPresent(limits -> {
            String numbers = "x = " + num(numerator) + ", tail = " + num(confidence.tail()) + ", z = "
                    + num(confidence.z()) + ", T = " + num(denominator) + ", m = " + m;
            if (confidence.hasLower()) {
                working.step("lower-limit", "(" + method.lowerFormula() + ") / T × m", numbers, limits.lower(), unit());
            }
            if (confidence.hasUpper()) {
                working.step("upper-limit", "(" + method.upperFormula() + ") / T × m", numbers, limits.upper(), unit());
            }
        });
        workClass().ifPresent(found -> working.remark("class", found.label(locale) + " (" + found.reference() + ")"));
        working.status(status());
        working.say("provenance", "provenance." + indicator.status());
        String source = indicator.reference() + (indicator.count() ? "; " + method.citation() : "");
        return working.end(indicator.count() ? "work-count" : "work-ratio", source);
    }

    private Map<String, Double> usedQuantities() {
        Map<String, Double> used = new LinkedHashMap<>();
        for (String name : indicator.numerator().used(quantities.values())) {
            used.put(name, quantities.values().getOrDefault(name, 0d));
        }
        for (String name : indicator.denominator().used(quantities.values())) {
            used.put(name, quantities.values().getOrDefault(name, 0d));
        }
        return used;
    }
}
