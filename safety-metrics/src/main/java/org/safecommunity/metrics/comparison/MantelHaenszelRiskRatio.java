package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.rate.CompensatedSum;

/**
 * Common risk ratio over strata (Mantel–Haenszel) with the Greenland–Robins interval. Immutable.
 *
 * <p>With N = n₁ + n₀ and m = a + c: φ = R/S, R = Σ a·n₀/N, S = Σ c·n₁/N; Var(ln φ) = Σ (m·n₁n₀ − acN)/N² / (R·S).
 * <p>Limits: one ratio holds in every stratum. Strata without trials in one group are left out and named.
 */
public final class MantelHaenszelRiskRatio extends ComparisonResult {
    private final StratifiedProportions data;
    private final double[] sums;
    private final Confidence confidence;

    private MantelHaenszelRiskRatio(StratifiedProportions data, double[] sums, Confidence confidence, Outcome outcome) {
        super("mantel-haenszel-risk-ratio", outcome);
        this.data = data;
        this.sums = sums;
        this.confidence = confidence;
    }

    /**
     * Computes the common risk ratio.
     *
     * @param data       two by two tables in strata, not null
     * @param confidence level and side of the interval, not null
     * @return the ratio, or a result without estimate whose status says why
     */
    public static MantelHaenszelRiskRatio of(StratifiedProportions data, Confidence confidence) {
        requireNonNull(confidence, "confidence");
        Map<String, TwoProportions> used = new LinkedHashMap<>();
        data.strata().forEach((label, table) -> {
            if (table.hasTrials()) {
                used.put(label, table);
            }
        });
        double[] sums = sums(used);
        Outcome outcome = new Outcome();
        data.tell(outcome, used);
        if (used.isEmpty()) {
            outcome.status(Status.EMPTY_DOMAIN);
        } else if (sums[1] == 0) {
            outcome.status(sums[0] == 0 ? Status.BOTH_ZERO : Status.ZERO_REFERENCE);
        } else {
            outcome.value(sums[0] / sums[1]);
            double error = Math.sqrt(sums[2] / (sums[0] * sums[1]));
            if (sums[0] == 0) {
                outcome.status(Status.ZERO_EVENTS).note(Note.of("interval-undefined", "greenland-robins"));
            } else {
                outcome.detail("logStandardError", error)
                        .interval(Optional.of(logInterval("greenland-robins", sums[0] / sums[1], error, confidence)));
            }
        }
        return new MantelHaenszelRiskRatio(data, sums, confidence, outcome);
    }

    /** Limits ratio·exp(±z·error). */
    static Interval logInterval(String method, double ratio, double error, Confidence confidence) {
        double factor = Math.exp(confidence.z() * error);
        return new Interval(
                method,
                confidence.level(),
                confidence.hasLower() ? ratio / factor : 0,
                confidence.hasUpper() ? ratio * factor : Double.POSITIVE_INFINITY);
    }

    private static double[] sums(Map<String, TwoProportions> used) {
        CompensatedSum group = new CompensatedSum();
        CompensatedSum reference = new CompensatedSum();
        CompensatedSum variance = new CompensatedSum();
        for (TwoProportions t : used.values()) {
            double n = t.total();
            group.add(t.events() * (t.referenceTrials() / n));
            reference.add(t.referenceEvents() * (t.trials() / n));
            variance.add(t.totalEvents() * (t.trials() / n) * (t.referenceTrials() / n)
                    - t.events() * (t.referenceEvents() / n));
        }
        return new double[] {group.value(), reference.value(), variance.value()};
    }

    @Override
    public Map<String, Object> inputs() {
        return data.inputs();
    }

    @Override
    void calculations(Working working) {
        data.strata().forEach((label, t) -> {
            if (t.hasTrials()) {
                double n = t.total();
                String title = working.text("step.stratum", label);
                working.labelled(title + ": R", "x₁n₀/N", t.numbers(), t.events() * (t.referenceTrials() / n), "");
                working.labelled(title + ": S", "x₀n₁/N", t.numbers(), t.referenceEvents() * (t.trials() / n), "");
            }
        });
        value().ifPresent(ratio -> working.calculation(
                "step.mantel-haenszel-risk-ratio",
                "φ = R / S",
                Working.n(sums[0]) + " / " + Working.n(sums[1]),
                ratio));
        interval().ifPresent(limits -> {
            double error = Math.sqrt(sums[2] / (sums[0] * sums[1]));
            working.calculation(
                    "step.log-error",
                    "√(Σ (m·n₁n₀ − x₁x₀N)/N² / (R·S))",
                    "√(" + Working.n(sums[2]) + " / (" + Working.n(sums[0]) + " × " + Working.n(sums[1]) + "))",
                    error);
            working.quantiles(confidence, "z");
            MantelHaenszelRateRatio.logLimits(working, sums[0] / sums[1], error, limits, confidence);
        });
    }

    @Override
    String method(Locale locale) {
        return interval().isPresent() ? "Greenland–Robins" : "";
    }

    @Override
    String assumptions() {
        return "mantel-haenszel-counts";
    }

    @Override
    String source() {
        return "Greenland & Robins 1985, Biometrics 41:55–68";
    }
}
