package org.safecommunity.metrics.comparison;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.CentralTest;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;

/**
 * Confidence limits of the difference δ of two risks, and the test of δ = 0 that agrees with them: one constant for each
 * published method, the recommended one first.
 */
public enum RiskDifferenceMethod {
    /** Score limits with the factor N/(N − 1); solved to full precision. */
    MIETTINEN_NURMINEN(
            "δ_L: (δ̂ − δ)/√((p̃₁q̃₁/n₁ + p̃₀q̃₀/n₀)·N/(N − 1)) = z, p̃₁ = p̃₀ + δ",
            "δ_U: (δ̂ − δ)/√((p̃₁q̃₁/n₁ + p̃₀q̃₀/n₀)·N/(N − 1)) = −z, p̃₁ = p̃₀ + δ",
            "Miettinen & Nurminen 1985, Statistics in Medicine 4:213–226"),
    /** Score limits without the factor (Mee; Farrington and Manning); solved to full precision. */
    MEE(
            "δ_L: (δ̂ − δ)/√(p̃₁q̃₁/n₁ + p̃₀q̃₀/n₀) = z, p̃₁ = p̃₀ + δ",
            "δ_U: (δ̂ − δ)/√(p̃₁q̃₁/n₁ + p̃₀q̃₀/n₀) = −z, p̃₁ = p̃₀ + δ",
            "Mee 1984, Biometrics 40:1175–1176; Farrington & Manning 1990, Statistics in Medicine 9:1447–1454"),
    /** From the Wilson limits of each risk. Has no test of its own. */
    NEWCOMBE(
            "δ − √((p₁ − l₁)² + (u₀ − p₀)²), Wilson limits l, u",
            "δ + √((u₁ − p₁)² + (p₀ − l₀)²), Wilson limits l, u",
            "Newcombe 1998, Statistics in Medicine 17:873–890"),
    /** δ ± z√(p₁q₁/n₁ + p₀q₀/n₀), kept inside −1 and 1; for comparison only, undefined where the variance is 0. */
    WALD(
            "max(−1, δ − z·√(p₁q₁/n₁ + p₀q₀/n₀))",
            "min(1, δ + z·√(p₁q₁/n₁ + p₀q₀/n₀))",
            "large-sample normal approximation, for comparison only");

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;

    RiskDifferenceMethod(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
    }

    private boolean defined(TwoProportions r) {
        return r.hasTrials() && (this != WALD || error(r) > 0);
    }

    /** Newcombe's limits are distances from the estimate: they do not exist beyond it. */
    private boolean defined(TwoProportions r, Confidence c) {
        return defined(r) && (this != NEWCOMBE || c.tail() <= 0.5);
    }

    /** The limits that are wanted; empty without trials or where the method has none. */
    Optional<Interval> interval(TwoProportions r, Confidence c) {
        if (!defined(r, c)) {
            return Optional.empty();
        }
        double lower = c.hasLower() ? lower(r, c) : -1;
        double upper = c.hasUpper() ? -lowerOfSwapped(r, c) : 1;
        return Optional.of(new Interval(label(), c.level(), lower, upper));
    }

    private double lowerOfSwapped(TwoProportions r, Confidence c) {
        Confidence turned = c.side() == Side.UPPER ? new Confidence(c.level(), Side.LOWER) : c;
        return lower(r.swapped(), turned);
    }

    private double lower(TwoProportions r, Confidence c) {
        double difference = r.risk() - r.referenceRisk();
        return switch (this) {
            case MIETTINEN_NURMINEN -> new RiskScore(r, true).difference(c.z());
            case MEE -> new RiskScore(r, false).difference(c.z());
            case NEWCOMBE -> {
                Confidence[] sides = Mover.sides(c);
                ProportionIntervalMethod wilson = ProportionIntervalMethod.WILSON;
                double l1 = wilson.limits(r.events(), r.trials(), sides[0])
                        .orElseThrow()
                        .lower();
                double u0 = wilson.limits(r.referenceEvents(), r.referenceTrials(), sides[1])
                        .orElseThrow()
                        .upper();
                yield difference - Math.hypot(r.risk() - l1, u0 - r.referenceRisk());
            }
            case WALD -> Math.max(-1, Math.min(1, difference - c.z() * error(r)));
        };
    }

    /** The test of no difference; empty where there are no limits, or the method has no test (Newcombe). */
    Optional<HypothesisTest> test(TwoProportions r, Side side) {
        boolean degenerate = r.totalEvents() == 0 || r.totalEvents() == r.total();
        if (!defined(r) || degenerate || this == NEWCOMBE) {
            return Optional.empty();
        }
        double z = this == WALD
                ? (r.risk() - r.referenceRisk()) / error(r)
                : new RiskScore(r, this == MIETTINEN_NURMINEN).atDifference(0);
        return Optional.of(CentralTest.ofZ(label(), z, side));
    }

    /** Standard error of the difference. */
    static double error(TwoProportions r) {
        return Math.sqrt(r.risk() * (1 - r.risk()) / r.trials()
                + r.referenceRisk() * (1 - r.referenceRisk()) / r.referenceTrials());
    }

    /** Kebab-case name, e.g. {@code newcombe}. */
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
