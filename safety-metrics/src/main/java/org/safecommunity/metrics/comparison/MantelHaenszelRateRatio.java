package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;

/**
 * Common rate ratio over strata (Mantel–Haenszel) with the Greenland–Robins interval and the Mantel–Haenszel test.
 * Immutable.
 *
 * <p>With M = T₁ + T₀: φ = R/S, R = Σ x₁T₀/M, S = Σ x₀T₁/M; Var(ln φ) = Σ (x₁ + x₀)T₁T₀/M² / (R·S); limits
 * φ·exp(±z√Var); χ² = (Σx₁ − Σ(x₁ + x₀)T₁/M)² / Σ(x₁ + x₀)T₁T₀/M² with 1 degree of freedom, two-sided.
 * <p>Limits: one ratio holds in every stratum; where {@link RateHomogeneity} speaks against it (p below 0.10) the result
 * carries the note {@code pooling-misleads}. Strata without person-time in one group or without any event contribute
 * nothing and are named. The test is a score test, the interval a Wald one: near the border they may disagree.
 * <p>Checked against: Stata manual, {@code ir}; R {@code epiR::epi.2by2}.
 */
public final class MantelHaenszelRateRatio extends ComparisonResult {
    /** The p-value of homogeneity below which a common ratio is called misleading. */
    public static final double POOLING_LIMIT = 0.10;

    private final StratifiedRates data;
    private final MantelHaenszelRates sums;
    private final Confidence confidence;

    private MantelHaenszelRateRatio(
            StratifiedRates data, MantelHaenszelRates sums, Confidence confidence, Outcome outcome) {
        super("mantel-haenszel-rate-ratio", outcome);
        this.data = data;
        this.sums = sums;
        this.confidence = confidence;
    }

    /**
     * Computes the common rate ratio.
     *
     * @param data       two groups in strata, not null
     * @param confidence level and side of the interval, not null
     * @return the ratio, or a result without estimate whose status says why
     */
    public static MantelHaenszelRateRatio of(StratifiedRates data, Confidence confidence) {
        requireNonNull(confidence, "confidence");
        MantelHaenszelRates sums = new MantelHaenszelRates(data);
        Outcome outcome = new Outcome().test(sums.test());
        List<String> leftOut = new java.util.ArrayList<>(data.leftOut());
        data.strata().forEach((label, counts) -> {
            if (counts.total() == 0) {
                leftOut.add(label);
            }
        });
        outcome.detail(
                "strataUsed", (long) data.strata().size() + data.leftOut().size() - leftOut.size());
        if (!leftOut.isEmpty()) {
            outcome.detail("strataLeftOut", leftOut)
                    .note(Note.of("strata-left-out", leftOut.size(), String.join(", ", leftOut)));
        }
        if (data.strata().isEmpty()) {
            outcome.status(Status.NO_PERSON_TIME);
        } else if (sums.referenceSum == 0) {
            outcome.status(sums.groupSum == 0 ? Status.BOTH_ZERO : Status.ZERO_REFERENCE);
        } else {
            estimate(outcome, sums, confidence);
        }
        RateHomogeneity.of(data)
                .test()
                .filter(test -> test.pValue() < POOLING_LIMIT)
                .ifPresent(test ->
                        outcome.note(Note.of("pooling-misleads", String.format(Locale.ROOT, "%.3g", test.pValue()))));
        return new MantelHaenszelRateRatio(data, sums, confidence, outcome);
    }

    private static void estimate(Outcome outcome, MantelHaenszelRates sums, Confidence confidence) {
        outcome.value(sums.ratio());
        if (sums.groupSum == 0) {
            outcome.status(Status.ZERO_EVENTS).note(Note.of("interval-undefined", "greenland-robins"));
            return;
        }
        double error = Math.sqrt(sums.logVariance());
        double factor = Math.exp(confidence.z() * error);
        outcome.detail("logStandardError", error)
                .interval(Optional.of(new Interval(
                        "greenland-robins",
                        confidence.level(),
                        confidence.hasLower() ? sums.ratio() / factor : 0,
                        confidence.hasUpper() ? sums.ratio() * factor : Double.POSITIVE_INFINITY)));
    }

    @Override
    public Map<String, Object> inputs() {
        return data.inputs();
    }

    @Override
    void calculations(Working working) {
        data.strata().forEach((label, r) -> {
            String numbers = RateRatio.numbers(r);
            working.labelled(
                    working.text("step.stratum", label) + ": R",
                    "x₁T₀/M",
                    numbers,
                    r.events() * r.swapped().share(),
                    "");
            working.labelled(
                    working.text("step.stratum", label) + ": S",
                    "x₀T₁/M",
                    numbers,
                    r.referenceEvents() * r.share(),
                    "");
        });
        if (value().isPresent()) {
            working.calculation(
                    "step.mantel-haenszel-rate-ratio",
                    "φ = R / S",
                    Working.n(sums.groupSum) + " / " + Working.n(sums.referenceSum),
                    value().getAsDouble());
        }
        interval().ifPresent(limits -> {
            working.calculation(
                    "step.log-error",
                    "√(Σ (x₁ + x₀)T₁T₀/M² / (R·S))",
                    "√(" + Working.n(sums.nullVariance) + " / (" + Working.n(sums.groupSum) + " × "
                            + Working.n(sums.referenceSum) + "))",
                    Math.sqrt(sums.logVariance()));
            working.quantiles(confidence, "z");
            logLimits(working, sums.ratio(), Math.sqrt(sums.logVariance()), limits, confidence);
        });
        test().ifPresent(t -> working.calculation(
                "step.chi-squared",
                "χ² = (Σx₁ − Σ(x₁ + x₀)T₁/M)² / Σ(x₁ + x₀)T₁T₀/M²",
                Working.n(sums.excess) + "² / " + Working.n(sums.nullVariance),
                t.statistic()));
    }

    /** Limits on the log scale as steps. */
    static void logLimits(Working working, double ratio, double error, Interval limits, Confidence confidence) {
        String numbers = Working.n(ratio) + " × exp(±" + Working.n(confidence.z()) + " × " + Working.n(error) + ")";
        if (confidence.hasLower()) {
            working.calculation("step.lower-limit", "φ·exp(−z·SE)", numbers, limits.lower());
        }
        if (confidence.hasUpper()) {
            working.calculation("step.upper-limit", "φ·exp(z·SE)", numbers, limits.upper());
        }
    }

    @Override
    String method(Locale locale) {
        return interval().isPresent() ? "Greenland–Robins" : "";
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
