package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;

/**
 * Ratio of two risks, φ = (x₁/n₁)/(x₀/n₀). Immutable.
 *
 * <p>Limits: independent trials with one probability in each group. No event in the reference: no estimate, a lower limit
 * only (status {@code zero-reference}); no event in the group: 0 with an upper limit; no event at all: {@code both-zero}.
 * <p>Checked against: R closed forms; score limits by bisection; {@code epitools::riskratio.wald}.
 */
public final class RiskRatio extends ComparisonResult {
    private final TwoProportions counts;
    private final RiskRatioMethod intervalMethod;
    private final Confidence confidence;

    private RiskRatio(TwoProportions counts, RiskRatioMethod intervalMethod, Confidence confidence, Outcome outcome) {
        super("risk-ratio", outcome);
        this.counts = counts;
        this.intervalMethod = intervalMethod;
        this.confidence = confidence;
    }

    /**
     * Computes the ratio of two risks.
     *
     * @param counts     events and trials of both groups, not null
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the ratio, or a result without estimate whose status says why
     */
    public static RiskRatio of(TwoProportions counts, RiskRatioMethod method, Confidence confidence) {
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        Outcome outcome = new Outcome().status(counts.status()).interval(method.interval(counts, confidence));
        if (counts.status() == Status.OK || counts.status() == Status.ZERO_EVENTS) {
            outcome.value(counts.risk() / counts.referenceRisk());
        }
        if (counts.status() == Status.OK) {
            outcome.detail("logStandardError", RiskRatioMethod.logError(counts));
        }
        outcome.test(method.test(counts, confidence.side()), confidence.side());
        if (counts.hasTrials() && counts.totalEvents() > 0 && outcome.interval().isEmpty()) {
            outcome.note(Note.of("interval-undefined", method.label()));
        }
        return new RiskRatio(counts, method, confidence, outcome);
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
        value().ifPresent(ratio -> working.calculation(
                "step.risk-ratio",
                "φ = p₁ / p₀",
                Working.n(counts.risk()) + " / " + Working.n(counts.referenceRisk()),
                ratio));
        interval()
                .ifPresent(limits -> limits(
                        working,
                        limits,
                        intervalMethod.lowerFormula(),
                        intervalMethod.upperFormula(),
                        counts.numbers(),
                        confidence));
    }

    /** The limits as steps. */
    static void limits(
            Working working, Interval limits, String lower, String upper, String numbers, Confidence confidence) {
        working.quantiles(confidence, lower);
        if (confidence.hasLower()) {
            working.calculation("step.lower-limit", lower, numbers, limits.lower());
        }
        if (confidence.hasUpper()) {
            working.calculation("step.upper-limit", upper, numbers, limits.upper());
        }
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
