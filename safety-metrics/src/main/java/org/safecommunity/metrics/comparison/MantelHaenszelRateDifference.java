package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.interval.CentralTest;
import org.safecommunity.metrics.rate.RateScale;

/**
 * Common rate difference over strata (Mantel–Haenszel) with a Wald interval and the test that agrees with it. Immutable.
 *
 * <p>With M = T₁ + T₀ and w = T₁T₀/M: δ = Σ w(x₁/T₁ − x₀/T₀) / Σw, Var = Σ w²(x₁/T₁² + x₀/T₀²) / (Σw)².
 * <p>Limits: one difference holds in every stratum; strata without person-time in one group are left out and named.
 */
public final class MantelHaenszelRateDifference extends ComparisonResult {
    private final StratifiedRates data;
    private final MantelHaenszelRates sums;
    private final RateScale scale;
    private final Confidence confidence;

    private MantelHaenszelRateDifference(
            StratifiedRates data, MantelHaenszelRates sums, RateScale scale, Confidence confidence, Outcome outcome) {
        super("mantel-haenszel-rate-difference", outcome);
        this.data = data;
        this.sums = sums;
        this.scale = scale;
        this.confidence = confidence;
    }

    /**
     * Computes the common rate difference.
     *
     * @param data       two groups in strata, not null
     * @param scale      how the difference is written, not null
     * @param confidence level and side of the interval, not null
     * @return the difference, or a result without estimate whose status says why
     */
    public static MantelHaenszelRateDifference of(StratifiedRates data, RateScale scale, Confidence confidence) {
        requireNonNull(confidence, "confidence");
        MantelHaenszelRates sums = new MantelHaenszelRates(data);
        Outcome outcome = new Outcome();
        if (data.strata().isEmpty()) {
            outcome.status(Status.NO_PERSON_TIME);
        } else if (sums.differenceVariance == 0) {
            outcome.value(0).status(Status.BOTH_ZERO).note(Note.of("interval-undefined", "wald"));
        } else {
            double m = scale.multiplier();
            double value = sums.excess / sums.weightSum * m;
            double error = Math.sqrt(sums.differenceVariance) / sums.weightSum * m;
            outcome.value(value)
                    .standardError(error)
                    .interval(Optional.of(wald("wald", value, error, confidence)))
                    .test(Optional.of(CentralTest.ofZ("wald", value / error, confidence.side())), confidence.side());
        }
        return new MantelHaenszelRateDifference(data, sums, scale, confidence, outcome);
    }

    /** The limits estimate ± z·error. */
    static Interval wald(String method, double value, double error, Confidence confidence) {
        double half = confidence.z() * error;
        return new Interval(
                method,
                confidence.level(),
                confidence.hasLower() ? value - half : Double.NEGATIVE_INFINITY,
                confidence.hasUpper() ? value + half : Double.POSITIVE_INFINITY);
    }

    @Override
    public String unit() {
        return scale.unit();
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = data.inputs();
        inputs.put("multiplier", scale.multiplier());
        return inputs;
    }

    @Override
    void calculations(Working working) {
        data.strata()
                .forEach((label, r) -> working.labelled(
                        working.text("step.stratum", label),
                        "w(x₁/T₁ − x₀/T₀) = (x₁T₀ − x₀T₁)/M",
                        RateRatio.numbers(r),
                        r.events() * r.swapped().share() - r.referenceEvents() * r.share(),
                        ""));
        if (value().isEmpty()) {
            return;
        }
        working.calculation(
                "step.mantel-haenszel-rate-difference",
                "δ × m = Σ (x₁T₀ − x₀T₁)/M / Σ T₁T₀/M × m",
                Working.n(sums.excess) + " / " + Working.n(sums.weightSum) + " × " + Working.n(scale.multiplier()),
                value().getAsDouble(),
                unit());
        standardError()
                .ifPresent(error -> working.calculation(
                        "step.standard-error",
                        "√(Σ w²(x₁/T₁² + x₀/T₀²)) / Σw × m",
                        "√" + Working.n(sums.differenceVariance) + " / " + Working.n(sums.weightSum) + " × "
                                + Working.n(scale.multiplier()),
                        error,
                        unit()));
        interval().ifPresent(limits -> waldSteps(working, this, limits, confidence));
    }

    /** Limits estimate ± z·SE as steps. */
    static void waldSteps(Working working, ComparisonResult result, Interval limits, Confidence confidence) {
        working.quantiles(confidence, "z");
        String numbers = Working.n(result.value().orElseThrow()) + " ± " + Working.n(confidence.z()) + " × "
                + Working.n(result.standardError().orElseThrow());
        if (confidence.hasLower()) {
            working.calculation("step.lower-limit", "δ − z·SE", numbers, limits.lower(), result.unit());
        }
        if (confidence.hasUpper()) {
            working.calculation("step.upper-limit", "δ + z·SE", numbers, limits.upper(), result.unit());
        }
    }

    @Override
    String method(Locale locale) {
        return interval().isPresent() ? RateDifferenceMethod.WALD.title(locale) : "";
    }

    @Override
    String assumptions() {
        return "mantel-haenszel";
    }

    @Override
    String source() {
        return "Greenland & Robins 1985, Biometrics 41:55–68";
    }
}
