package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;

/**
 * Difference of two risks, δ = x₁/n₁ − x₀/n₀. Immutable.
 *
 * <p>Limits: independent trials with one probability in each group. The Wald limits are not defined where the variance is
 * 0; the other methods have limits at every table. Where all trials of both groups have the same result there is no test.
 * <p>Checked against: Newcombe 1998; R closed forms, score limits by bisection.
 */
public final class RiskDifference extends ComparisonResult {
    private final TwoProportions counts;
    private final RiskDifferenceMethod intervalMethod;
    private final Confidence confidence;

    private RiskDifference(
            TwoProportions counts, RiskDifferenceMethod intervalMethod, Confidence confidence, Outcome outcome) {
        super("risk-difference", outcome);
        this.counts = counts;
        this.intervalMethod = intervalMethod;
        this.confidence = confidence;
    }

    /**
     * Computes the difference of two risks.
     *
     * @param counts     events and trials of both groups, not null
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the difference from −1 to 1, or a result without estimate whose status says why
     */
    public static RiskDifference of(TwoProportions counts, RiskDifferenceMethod method, Confidence confidence) {
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        Outcome outcome = new Outcome();
        if (!counts.hasTrials()) {
            outcome.status(counts.status());
            return new RiskDifference(counts, method, confidence, outcome);
        }
        outcome.value(counts.risk() - counts.referenceRisk())
                .interval(method.interval(counts, confidence))
                .test(method.test(counts, confidence.side()), confidence.side());
        if (counts.totalEvents() == 0) {
            outcome.status(Status.BOTH_ZERO);
        }
        if (RiskDifferenceMethod.error(counts) > 0) {
            outcome.standardError(RiskDifferenceMethod.error(counts));
        }
        if (outcome.interval().isEmpty()) {
            outcome.note(Note.of("interval-undefined", method.label()));
        }
        return new RiskDifference(counts, method, confidence, outcome);
    }

    @Override
    public Map<String, Object> inputs() {
        return counts.inputs();
    }

    @Override
    void calculations(Working working) {
        if (!counts.hasTrials()) {
            return;
        }
        counts.risks(working);
        value().ifPresent(difference -> working.calculation(
                "step.risk-difference",
                "δ = p₁ − p₀",
                Working.n(counts.risk()) + " − " + Working.n(counts.referenceRisk()),
                difference));
        standardError()
                .ifPresent(error ->
                        working.calculation("step.standard-error", "√(p₁q₁/n₁ + p₀q₀/n₀)", counts.numbers(), error));
        interval()
                .ifPresent(limits -> RiskRatio.limits(
                        working,
                        limits,
                        intervalMethod.lowerFormula(),
                        intervalMethod.upperFormula(),
                        counts.numbers(),
                        confidence));
    }

    @Override
    String method(Locale locale) {
        return intervalMethod.title(locale);
    }

    @Override
    String assumptions() {
        return "two-proportions";
    }

    @Override
    String source() {
        return intervalMethod.citation();
    }
}
