package org.safecommunity.metrics.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.rate.CompensatedSum;

/**
 * Test whether the rate ratio is the same in every stratum. Immutable. The value is the statistic.
 *
 * <p>χ² = Σ (ln φᵢ − ln φ_MH)² / (1/x₁ᵢ + 1/x₀ᵢ) with K − 1 degrees of freedom.
 * <p>Limits: a large-sample test with little power, so a p-value above 0.10 is no proof of one ratio. Strata with a zero
 * count have no logarithm; they are left out and named.
 * <p>Checked against: Stata manual, {@code ir}.
 */
public final class RateHomogeneity extends ComparisonResult {
    private final StratifiedRates data;
    private final Map<String, TwoRates> used;
    private final double common;

    private RateHomogeneity(StratifiedRates data, Map<String, TwoRates> used, double common, Outcome outcome) {
        super("homogeneity", outcome);
        this.data = data;
        this.used = used;
        this.common = common;
    }

    /**
     * Tests the strata.
     *
     * @param data two groups in strata, not null
     * @return the statistic and its test; status {@code no-df} when fewer than two strata can be compared
     */
    public static RateHomogeneity of(StratifiedRates data) {
        Map<String, TwoRates> used = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>(data.leftOut());
        data.strata().forEach((label, counts) -> {
            if (counts.events() > 0 && counts.referenceEvents() > 0) {
                used.put(label, counts);
            } else {
                leftOut.add(label);
            }
        });
        double common = new MantelHaenszelRates(data).ratio();
        Outcome outcome = new Outcome().detail("strataUsed", (long) used.size());
        if (!leftOut.isEmpty()) {
            outcome.detail("strataLeftOut", leftOut)
                    .note(Note.of("strata-left-out", leftOut.size(), String.join(", ", leftOut)));
        }
        if (used.size() < 2) {
            outcome.status(Status.NO_DF);
        } else {
            CompensatedSum sum = new CompensatedSum();
            used.values().forEach(counts -> sum.add(term(counts, common)));
            outcome.value(sum.value())
                    .test(Optional.of(MantelHaenszelRates.chiSquared("homogeneity", sum.value(), used.size() - 1)));
        }
        return new RateHomogeneity(data, used, common, outcome);
    }

    private static double term(TwoRates counts, double common) {
        double z = Math.log(counts.rate() / counts.referenceRate() / common) / RateRatioMethod.logError(counts);
        return z * z;
    }

    @Override
    public Map<String, Object> inputs() {
        return data.inputs();
    }

    @Override
    void calculations(Working working) {
        if (value().isEmpty()) {
            return;
        }
        used.forEach((label, counts) -> working.labelled(
                working.text("step.stratum", label),
                "(ln φᵢ − ln φ_MH)² / (1/x₁ + 1/x₀)",
                "φᵢ = " + Working.n(counts.rate() / counts.referenceRate()) + ", φ_MH = " + Working.n(common),
                term(counts, common),
                ""));
        working.calculation("step.chi-squared", "Σ", working.text("step.sum-of-strata"), value().getAsDouble());
    }

    @Override
    String method(Locale locale) {
        return "";
    }

    @Override
    String assumptions() {
        return "homogeneity";
    }

    @Override
    String source() {
        return "Rothman & Greenland 1998, Modern Epidemiology, 2nd ed., ch. 15";
    }
}
