package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;

/**
 * Ratio of two rates, φ = (x₁/T₁)/(x₀/T₀). Immutable.
 *
 * <p>The value is always the ratio of the rates; with the conditional methods (mid-P, exact) the median-unbiased ratio is
 * the detail {@code medianUnbiased}. The p-value tests φ = 1 by inverting the same limits.
 * <p>Limits: events independent, person-time known without error. No event in the reference: no estimate, a lower limit
 * only (status {@code zero-reference}); no event in the group: 0 with an upper limit; no event at all: {@code both-zero}.
 * <p>Checked against: R {@code poisson.test}, {@code qbeta}, {@code epitools::rateratio}; mid-P and SCAS by bisection.
 */
public final class RateRatio extends ComparisonResult {
    private final TwoRates counts;
    private final RateRatioMethod intervalMethod;
    private final Confidence confidence;

    private RateRatio(TwoRates counts, RateRatioMethod intervalMethod, Confidence confidence, Outcome outcome) {
        super("rate-ratio", outcome);
        this.counts = counts;
        this.intervalMethod = intervalMethod;
        this.confidence = confidence;
    }

    /**
     * Computes the ratio of two rates.
     *
     * @param counts     events and person-time of both groups, not null
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the ratio, or a result without estimate whose status says why
     */
    public static RateRatio of(TwoRates counts, RateRatioMethod method, Confidence confidence) {
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        Outcome outcome = new Outcome().status(counts.status()).interval(method.interval(counts, confidence));
        if (counts.status() == Status.OK || counts.status() == Status.ZERO_EVENTS) {
            outcome.value(counts.rate() / counts.referenceRate());
        }
        if (counts.hasPersonTime() && counts.total() > 0) {
            if (method == RateRatioMethod.MID_P || method == RateRatioMethod.EXACT) {
                double median = medianUnbiased(counts);
                if (Double.isFinite(median)) {
                    outcome.detail("medianUnbiased", median);
                }
            }
            if (counts.status() == Status.OK) {
                outcome.detail("logStandardError", RateRatioMethod.logError(counts));
            }
            outcome.test(method.test(counts, confidence.side()), confidence.side());
            if (outcome.interval().isEmpty()) {
                outcome.note(Note.of("interval-undefined", method.label()));
            }
        }
        return new RateRatio(counts, method, confidence, outcome);
    }

    /** The ratio at which the observed count is the median: mid-P limits of x₁ in N at a tail of one half. */
    private static double medianUnbiased(TwoRates counts) {
        Confidence half = new Confidence(0.5, Side.LOWER);
        double share = ProportionIntervalMethod.MID_P
                .limits(counts.events(), counts.total(), half)
                .orElseThrow()
                .lower();
        double other = ProportionIntervalMethod.MID_P
                .limits(counts.referenceEvents(), counts.total(), half)
                .orElseThrow()
                .lower();
        return share / other * (counts.referencePersonTime() / counts.personTime());
    }

    /** Inputs of two rates, echoed. */
    static Map<String, Object> inputs(TwoRates counts) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", counts.events());
        inputs.put("personTime", counts.personTime());
        inputs.put("referenceEvents", counts.referenceEvents());
        inputs.put("referencePersonTime", counts.referencePersonTime());
        return inputs;
    }

    @Override
    public Map<String, Object> inputs() {
        return inputs(counts);
    }

    @Override
    void calculations(Working working) {
        if (!counts.hasPersonTime()) {
            return;
        }
        rates(working, counts);
        value().ifPresent(ratio -> working.calculation(
                "step.rate-ratio",
                "φ = r₁ / r₀",
                Working.n(counts.rate()) + " / " + Working.n(counts.referenceRate()),
                ratio));
        interval().ifPresent(limits -> {
            working.quantiles(confidence, intervalMethod.lowerFormula());
            if (confidence.hasLower()) {
                working.calculation("step.lower-limit", intervalMethod.lowerFormula(), numbers(counts), limits.lower());
            }
            if (confidence.hasUpper()) {
                working.calculation("step.upper-limit", intervalMethod.upperFormula(), numbers(counts), limits.upper());
            }
        });
        if (details().get("medianUnbiased") instanceof Double median) {
            working.calculation(
                    "step.median-unbiased",
                    "π/(1 − π) × T₀/T₁, P(X > x₁ | N, π) + ½·P(X = x₁ | N, π) = ½",
                    numbers(counts),
                    median);
        }
        if (test().isPresent()) {
            working.calculation(
                    "step.null-share",
                    "π = T₁ / (T₁ + T₀)",
                    Working.n(counts.personTime()) + " / "
                            + Working.n(counts.personTime() + counts.referencePersonTime()),
                    counts.share());
        }
    }

    /** The two rates as steps. */
    static void rates(Working working, TwoRates counts) {
        working.calculation(
                "step.rate-of-group",
                "r₁ = x₁ / T₁",
                Working.n(counts.events()) + " / " + Working.n(counts.personTime()),
                counts.rate());
        working.calculation(
                "step.rate-of-reference",
                "r₀ = x₀ / T₀",
                Working.n(counts.referenceEvents()) + " / " + Working.n(counts.referencePersonTime()),
                counts.referenceRate());
    }

    /** The counts as numbers put in. */
    static String numbers(TwoRates counts) {
        return "x₁ = " + Working.n(counts.events()) + ", T₁ = " + Working.n(counts.personTime()) + ", x₀ = "
                + Working.n(counts.referenceEvents()) + ", T₀ = " + Working.n(counts.referencePersonTime());
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
