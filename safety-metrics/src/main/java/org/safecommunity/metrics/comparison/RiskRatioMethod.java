package org.safecommunity.metrics.comparison;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.CentralTest;

/**
 * Confidence limits of the ratio φ of two risks, and the test of φ = 1 that agrees with them: one constant for each
 * published method, the recommended one first.
 */
public enum RiskRatioMethod {
    /** Score limits with the factor N/(N − 1); solved to full precision. */
    MIETTINEN_NURMINEN(
            "φ_L: (p₁ − φp₀)/√((p̃₁q̃₁/n₁ + φ²p̃₀q̃₀/n₀)·N/(N − 1)) = z, p̃₁ = φp̃₀",
            "φ_U: (p₁ − φp₀)/√((p̃₁q̃₁/n₁ + φ²p̃₀q̃₀/n₀)·N/(N − 1)) = −z, p̃₁ = φp̃₀",
            "Miettinen & Nurminen 1985, Statistics in Medicine 4:213–226"),
    /** Score limits without the factor; solved to full precision. */
    KOOPMAN(
            "φ_L: (p₁ − φp₀)/√(p̃₁q̃₁/n₁ + φ²p̃₀q̃₀/n₀) = z, p̃₁ = φp̃₀",
            "φ_U: (p₁ − φp₀)/√(p̃₁q̃₁/n₁ + φ²p̃₀q̃₀/n₀) = −z, p̃₁ = φp̃₀",
            "Koopman 1984, Biometrics 40:513–517"),
    /** φ·exp(±z√(1/x₁ − 1/n₁ + 1/x₀ − 1/n₀)); for comparison only, undefined where a count of events is 0. */
    KATZ(
            "φ·exp(−z·√(1/x₁ − 1/n₁ + 1/x₀ − 1/n₀))",
            "φ·exp(z·√(1/x₁ − 1/n₁ + 1/x₀ − 1/n₀))",
            "Katz et al. 1978, Biometrics 34:469–474");

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;

    RiskRatioMethod(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
    }

    private boolean defined(TwoProportions r) {
        return r.hasTrials() && r.totalEvents() > 0 && (this != KATZ || (r.status() == Status.OK && logError(r) > 0));
    }

    /** The limits that are wanted; empty without trials or events, or where the method has none. */
    Optional<Interval> interval(TwoProportions r, Confidence c) {
        if (!defined(r)) {
            return Optional.empty();
        }
        double lower = c.hasLower() ? limit(r, c.z()) : 0;
        double upper = c.hasUpper() ? limit(r, -c.z()) : Double.POSITIVE_INFINITY;
        return Limits.of(label(), c.level(), lower, upper);
    }

    private double limit(TwoProportions r, double z) {
        if (this == KATZ) {
            return r.risk() / r.referenceRisk() * Math.exp(-z * logError(r));
        }
        if (z >= 0 && r.events() == 0) {
            return 0;
        }
        return z <= 0 && r.referenceEvents() == 0
                ? Double.POSITIVE_INFINITY
                : new RiskScore(r, this == MIETTINEN_NURMINEN).ratio(z);
    }

    /** The test of a ratio of 1; empty where there are no limits. */
    Optional<HypothesisTest> test(TwoProportions r, Side side) {
        if (!defined(r)) {
            return Optional.empty();
        }
        double z = this == KATZ
                ? Math.log(r.risk() / r.referenceRisk()) / logError(r)
                : new RiskScore(r, this == MIETTINEN_NURMINEN).atRatio(1);
        return Optional.of(CentralTest.ofZ(label(), z, side));
    }

    /** Standard error of ln φ; NaN where a count of events is 0. */
    static double logError(TwoProportions r) {
        return Math.sqrt(r.others() / (double) r.events() / r.trials()
                + r.referenceOthers() / (double) r.referenceEvents() / r.referenceTrials());
    }

    /** Kebab-case name, e.g. {@code miettinen-nurminen}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "risk." + label());
    }

    /** Formula of the lower limit. */
    public String lowerFormula() {
        return lowerFormula;
    }

    /** Formula of the upper limit. */
    public String upperFormula() {
        return upperFormula;
    }

    /** Publication of the method. */
    public String citation() {
        return citation;
    }
}
