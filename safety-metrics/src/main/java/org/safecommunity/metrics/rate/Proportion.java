package org.safecommunity.metrics.rate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;

/**
 * Proportion of trials that are events, e.g. the share of people asked who know the emergency number. Immutable.
 *
 * <p>p = x / n, standard error √(p(1 − p)/n).
 * <p>Limits: for independent trials with one probability (a simple random sample); a sample drawn by strata, clusters or
 * with unequal weights needs design-based methods. Checked against: R {@code binom.test}, {@code qbeta}.
 */
public final class Proportion implements MetricResult {
    private final long events;
    private final long trials;
    private final ProportionIntervalMethod method;
    private final Confidence confidence;
    private final Status status;
    private final Optional<Interval> interval;

    private Proportion(long events, long trials, ProportionIntervalMethod method, Confidence confidence) {
        this.events = events;
        this.trials = trials;
        this.method = method;
        this.confidence = confidence;
        this.status = trials == 0
                ? Status.EMPTY_DOMAIN
                : events == 0 ? Status.ZERO_EVENTS : events == trials ? Status.ALL_EVENTS : Status.OK;
        this.interval = trials == 0 ? Optional.empty() : method.limits(events, trials, confidence);
    }

    /**
     * Computes a proportion.
     *
     * @param events     events x, from 0 to trials
     * @param trials     trials n, 0 or more; with 0 there is no estimate
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the proportion from 0 to 1; status {@code empty-domain} when trials is 0
     * @throws IllegalArgumentException if a count is negative or above 2^53, or events exceeds trials
     */
    public static Proportion of(long events, long trials, ProportionIntervalMethod method, Confidence confidence) {
        Checks.count(events, "events");
        Checks.count(trials, "trials");
        if (events > trials) {
            throw new IllegalArgumentException("events must not exceed trials, was " + events + " of " + trials);
        }
        return new Proportion(
                events, trials, requireNonNull(method, "method"), requireNonNull(confidence, "confidence"));
    }

    /** Computes a proportion with the two-sided 95 % Wilson interval. */
    public static Proportion of(long events, long trials) {
        return of(events, trials, ProportionIntervalMethod.WILSON, Confidence.DEFAULT);
    }

    @Override
    public String statistic() {
        return "proportion";
    }

    @Override
    public OptionalDouble value() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) events / trials);
    }

    @Override
    public OptionalDouble standardError() {
        if (status != Status.OK) {
            return OptionalDouble.empty();
        }
        // (1 − p) as its own quotient: the difference loses digits where p is near 1
        double p = (double) events / trials;
        double q = (double) (trials - events) / trials;
        return OptionalDouble.of(Math.sqrt(p * q / trials));
    }

    @Override
    public Optional<Interval> interval() {
        return interval;
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(trials);
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", events);
        inputs.put("trials", trials);
        return inputs;
    }

    @Override
    public List<Note> warnings() {
        return trials > 0 && interval.isEmpty() ? List.of(Note.of("interval-undefined", method.label())) : List.of();
    }

    @Override
    public List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>();
        String x = NumberText.shortest(events);
        String n = NumberText.shortest(trials);
        value().ifPresent(p -> steps.add(
                Step.calculation(Messages.text(locale, "step.proportion"), "p = x / n", x + " / " + n, p, "")));
        standardError()
                .ifPresent(error -> steps.add(Step.calculation(
                        Messages.text(locale, "step.standard-error"),
                        "√(p(1 − p) / n)",
                        "√(" + x + "/" + n + " × " + NumberText.shortest((double) (trials - events)) + "/" + n + " / "
                                + n + ")",
                        error,
                        "")));
        interval.ifPresent(limits -> {
            steps.add(IntervalSteps.tail(locale, confidence));
            if (confidence.hasLower()) {
                steps.add(limit(locale, "step.lower-limit", method.lowerFormula(), limits.lower()));
            }
            if (confidence.hasUpper()) {
                steps.add(limit(locale, "step.upper-limit", method.upperFormula(), limits.upper()));
            }
        });
        if (status != Status.OK) {
            steps.add(Step.remark(Messages.text(locale, "step.status"), status.message(locale)));
        }
        steps.add(Step.remark(Messages.text(locale, "step.method"), method.title(locale)));
        steps.add(
                Step.remark(Messages.text(locale, "step.assumptions"), Messages.text(locale, "assumptions.binomial")));
        steps.add(Step.remark(Messages.text(locale, "step.source"), method.citation()));
        return steps;
    }

    private Step limit(Locale locale, String label, String formula, double limit) {
        String numbers = "x = " + NumberText.shortest(events) + ", n = " + NumberText.shortest(trials) + ", p = "
                + NumberText.shortest((double) events / trials) + ", tail = "
                + NumberText.shortest(confidence.tail()) + ", z = " + NumberText.shortest(confidence.z());
        String shown = events == 0 && limit == 0 ? "0 (x = 0)" : events == trials && limit == 1 ? "1 (x = n)" : formula;
        return Step.calculation(Messages.text(locale, label), shown, numbers, limit, "");
    }
}
