package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.rate.RateScale;

/**
 * Difference of two rates, δ = x₁/T₁ − x₀/T₀, times the multiplier. Immutable.
 *
 * <p>Limits: events independent, person-time known without error. Where both counts are 0 the Wald and SCAS limits are not
 * defined and the score limits are given instead, with the note {@code fell-back}.
 * <p>Checked against: R closed forms; score and SCAS by bisection.
 */
public final class RateDifference extends ComparisonResult {
    private final TwoRates counts;
    private final RateScale scale;
    private final RateDifferenceMethod intervalMethod;
    private final Confidence confidence;

    private RateDifference(
            TwoRates counts, RateScale scale, RateDifferenceMethod used, Confidence confidence, Outcome outcome) {
        super("rate-difference", outcome);
        this.counts = counts;
        this.scale = scale;
        this.intervalMethod = used;
        this.confidence = confidence;
    }

    /**
     * Computes the difference of two rates.
     *
     * @param counts     events and person-time of both groups, not null
     * @param scale      how the difference is written, not null
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the difference, or a result without estimate whose status says why
     */
    public static RateDifference of(
            TwoRates counts, RateScale scale, RateDifferenceMethod method, Confidence confidence) {
        requireNonNull(confidence, "confidence");
        RateDifferenceMethod used = method.defined(counts) ? method : RateDifferenceMethod.SCORE;
        Outcome outcome = new Outcome();
        if (!counts.hasPersonTime()) {
            outcome.status(counts.status());
            return new RateDifference(counts, scale, used, confidence, outcome);
        }
        outcome.value((counts.rate() - counts.referenceRate()) * scale.multiplier())
                .interval(used.interval(counts, confidence).map(limits -> limits.times(scale.multiplier())));
        if (counts.total() == 0) {
            outcome.status(Status.BOTH_ZERO);
        } else {
            outcome.standardError(RateDifferenceMethod.error(counts) * scale.multiplier())
                    .test(used.test(counts, confidence.side()), confidence.side());
        }
        if (outcome.interval().isEmpty()) {
            outcome.note(Note.of("interval-undefined", used.label()));
        }
        if (used != method) {
            outcome.note(Note.of("fell-back", method.label(), used.label()));
        }
        return new RateDifference(counts, scale, used, confidence, outcome);
    }

    @Override
    public String unit() {
        return scale.unit();
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = RateRatio.inputs(counts);
        inputs.put("multiplier", scale.multiplier());
        return inputs;
    }

    @Override
    void calculations(Working working) {
        if (!counts.hasPersonTime()) {
            return;
        }
        RateRatio.rates(working, counts);
        String m = Working.n(scale.multiplier());
        value().ifPresent(difference -> working.calculation(
                "step.rate-difference",
                "δ × m = (r₁ − r₀) × m",
                "(" + Working.n(counts.rate()) + " − " + Working.n(counts.referenceRate()) + ") × " + m,
                difference,
                unit()));
        standardError()
                .ifPresent(error -> working.calculation(
                        "step.standard-error",
                        "√(x₁/T₁² + x₀/T₀²) × m",
                        RateRatio.numbers(counts) + ", m = " + m,
                        error,
                        unit()));
        interval().ifPresent(limits -> {
            working.quantiles(confidence, "z");
            if (confidence.hasLower()) {
                limit(working, "step.lower-limit", intervalMethod.lowerFormula(), limits.lower());
            }
            if (confidence.hasUpper()) {
                limit(working, "step.upper-limit", intervalMethod.upperFormula(), limits.upper());
            }
        });
    }

    private void limit(Working working, String key, String formula, double limit) {
        String numbers = RateRatio.numbers(counts) + ", m = " + Working.n(scale.multiplier());
        working.calculation(key, "(" + formula + ") × m", numbers, limit, unit());
    }

    @Override
    String method(Locale locale) {
        return intervalMethod.title(locale);
    }

    @Override
    String assumptions() {
        return "two-rates";
    }

    @Override
    String source() {
        return intervalMethod.citation();
    }
}
