package org.safecommunity.metrics.comparison;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.rate.CompensatedSum;

/**
 * Breslow–Day test, with Tarone's correction, whether the odds ratio is the same in every stratum. Immutable. The value is
 * the corrected statistic; the uncorrected one is in the details.
 *
 * <p>With A the expected count of a stratum at the common odds ratio ψ_MH given its margins, and v = 1/(1/A + 1/(n₁ − A) +
 * 1/(m − A) + 1/(n₀ − m + A)): χ² = Σ (a − A)²/v − (Σ(a − A))²/Σv with K − 1 degrees of freedom.
 * <p>Limits: a large-sample test with little power. Strata whose margins allow one table only are left out and named.
 * <p>Checked against: R {@code epiR}, {@code UCBAdmissions}.
 */
public final class OddsHomogeneity extends ComparisonResult {
    private final StratifiedProportions data;
    private final Map<String, TwoProportions> used;
    private final double common;

    private OddsHomogeneity(
            StratifiedProportions data, Map<String, TwoProportions> used, double common, Outcome outcome) {
        super("homogeneity", outcome);
        this.data = data;
        this.used = used;
        this.common = common;
    }

    /**
     * Tests the strata.
     *
     * @param data two by two tables in strata, not null
     * @return the statistic and its test; status {@code no-df} when fewer than two strata can be compared, {@code
     *     separated} when the common odds ratio is 0 or not finite
     */
    public static OddsHomogeneity of(StratifiedProportions data) {
        Map<String, TwoProportions> used = new LinkedHashMap<>(data.informative());
        MantelHaenszelOddsRatio.Sums sums = MantelHaenszelOddsRatio.Sums.of(used);
        double common = sums.r() > 0 && sums.s() > 0 ? sums.ratio() : 1;
        Outcome outcome = new Outcome();
        data.tell(outcome, used);
        if (used.size() < 2) {
            outcome.status(Status.NO_DF);
        } else if (sums.r() == 0 || sums.s() == 0) {
            outcome.status(Status.SEPARATED);
        } else {
            statistic(outcome, used, common);
        }
        return new OddsHomogeneity(data, used, common, outcome);
    }

    private static void statistic(Outcome outcome, Map<String, TwoProportions> used, double common) {
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum excess = new CompensatedSum();
        CompensatedSum variance = new CompensatedSum();
        for (TwoProportions t : used.values()) {
            double expected = expected(t, common);
            double v = variance(t, expected);
            double d = t.events() - expected;
            if (v == 0) {
                continue; // the expected count lies at its bound to the last digit
            }
            squares.add(d * d / v);
            excess.add(d);
            variance.add(v);
        }
        double tarone = squares.value() - excess.value() * excess.value() / variance.value();
        HypothesisTest plain = MantelHaenszelRates.chiSquared("breslow-day", squares.value(), used.size() - 1);
        outcome.value(Math.max(0, tarone))
                .test(Optional.of(
                        MantelHaenszelRates.chiSquared("breslow-day-tarone", Math.max(0, tarone), used.size() - 1)))
                .detail("breslowDay", plain.statistic())
                .detail("breslowDayP", plain.pValue());
    }

    /** The count A with A(n₀ − m + A) = ψ(n₁ − A)(m − A), between its bounds. */
    static double expected(TwoProportions t, double oddsRatio) {
        double n1 = t.trials();
        double m = t.totalEvents();
        double b = t.referenceTrials() - m + oddsRatio * (m + n1);
        double c = oddsRatio * n1 * m;
        double root = Math.sqrt(Math.max(0, b * b + 4 * (1 - oddsRatio) * c));
        // the root inside the bounds of (1 − ψ)A² + bA − c = 0, without cancellation
        return b >= 0 ? 2 * c / (b + root) : (root - b) / (2 * (1 - oddsRatio));
    }

    private static double variance(TwoProportions t, double a) {
        double m = t.totalEvents();
        return 1 / (1 / a + 1 / (t.trials() - a) + 1 / (m - a) + 1 / (t.referenceTrials() - m + a));
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
        used.forEach((label, t) -> {
            double a = expected(t, common);
            working.labelled(
                    working.text("step.stratum", label),
                    "(a − A)² / v, A(n₀ − m + A) = ψ(n₁ − A)(m − A)",
                    t.numbers() + ", ψ = " + Working.n(common) + ", A = " + Working.n(a),
                    (t.events() - a) * (t.events() - a) / variance(t, a),
                    "");
        });
        working.calculation(
                "step.chi-squared",
                "Σ (a − A)²/v − (Σ(a − A))²/Σv",
                working.text("step.sum-of-strata"),
                value().getAsDouble());
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
        return "Breslow & Day 1980, IARC Scientific Publications 32, ch. 4; Tarone 1985, Biometrika 72:91–95";
    }
}
