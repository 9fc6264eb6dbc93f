package org.safecommunity.metrics.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/** What the results of this package have in common. */
abstract class ComparisonResult implements MetricResult {
    private final String statistic;
    private final OptionalDouble value;
    private final OptionalDouble standardError;
    private final Optional<Interval> interval;
    private final Optional<HypothesisTest> test;
    private final Side testSide;
    private final Status status;
    private final Map<String, Object> details;
    private final List<Note> notes;

    ComparisonResult(String statistic, Outcome outcome) {
        this.statistic = statistic;
        this.value = outcome.value();
        this.standardError = outcome.standardError();
        this.interval = outcome.interval();
        this.test = outcome.test();
        this.testSide = outcome.testSide();
        this.status = outcome.status();
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(outcome.details()));
        this.notes = List.copyOf(outcome.notes());
    }

    @Override
    public final String statistic() {
        return statistic;
    }

    @Override
    public final OptionalDouble value() {
        return value;
    }

    @Override
    public final OptionalDouble standardError() {
        return standardError;
    }

    @Override
    public final Optional<Interval> interval() {
        return interval;
    }

    @Override
    public final Optional<HypothesisTest> test() {
        return test;
    }

    @Override
    public final Status status() {
        return status;
    }

    @Override
    public final Map<String, Object> details() {
        return details;
    }

    @Override
    public final List<Note> warnings() {
        return notes;
    }

    @Override
    public final List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        calculations(working);
        test.ifPresent(t -> working.labelled(
                working.text("step.p-value-of", t.method()), pFormula(t), Working.n(t.statistic()), t.pValue(), ""));
        if (status != Status.OK) {
            working.remark("step.status", status.message(locale));
        }
        String method = method(locale);
        if (!method.isEmpty()) {
            working.remark("step.method", method);
        }
        working.remark("step.assumptions", working.text("assumptions." + assumptions()));
        working.remark("step.source", source());
        return working.steps();
    }

    private String pFormula(HypothesisTest t) {
        if (!t.df().isEmpty()) {
            return "p = P(χ² ≥ statistic), df = " + Working.n(t.df().get(0));
        }
        boolean counts = t.method().contains("exact")
                || t.method().equals("mid-p")
                || t.method().equals("jeffreys");
        return switch (testSide) {
            case BOTH -> counts ? "p = min(1, 2·min(P(X ≤ x), P(X ≥ x)))" : "p = 2·(1 − Φ(|z|))";
            case LOWER -> counts ? "p = P(X ≥ x)" : "p = 1 − Φ(z)";
            case UPPER -> counts ? "p = P(X ≤ x)" : "p = Φ(z)";
        };
    }

    /** The steps from the inputs to the value and its limits. */
    abstract void calculations(Working working);

    /** Name of the interval method for a reader; empty where there is none. */
    abstract String method(Locale locale);

    /** Key of the text on assumptions. */
    abstract String assumptions();

    /** Publication. */
    abstract String source();
}
