package org.safecommunity.metrics.comparison;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.CentralTest;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/**
 * Confidence limits of the difference δ of two rates, and the test of δ = 0 that agrees with them: one constant for each
 * published method.
 */
public enum RateDifferenceMethod {
    /** δ ± z·√(x₁/T₁² + x₀/T₀²); undefined where both counts are 0. */
    WALD(
            "δ − z·√(x₁/T₁² + x₀/T₀²)",
            "δ + z·√(x₁/T₁² + x₀/T₀²)",
            "Rothman & Greenland 1998, Modern Epidemiology, 2nd ed., ch. 14") {
        @Override
        boolean defined(TwoRates r) {
            return r.total() > 0;
        }

        @Override
        double lower(TwoRates r, Confidence c) {
            return r.rate() - r.referenceRate() - c.z() * error(r);
        }

        @Override
        double upper(TwoRates r, Confidence c) {
            return r.rate() - r.referenceRate() + c.z() * error(r);
        }

        @Override
        Optional<HypothesisTest> test(TwoRates r, Side side) {
            return Optional.of(CentralTest.ofZ(label(), (r.rate() - r.referenceRate()) / error(r), side));
        }
    },
    /** Score limits with the rates restricted to the difference (Miettinen–Nurminen); solved to full precision. */
    SCORE(
            "δ_L: (δ̂ − δ_L)/√(λ₁/T₁ + λ₀/T₀) = z, λ₁ − λ₀ = δ_L",
            "δ_U: (δ̂ − δ_U)/√(λ₁/T₁ + λ₀/T₀) = −z, λ₁ − λ₀ = δ_U",
            "Miettinen & Nurminen 1985, Statistics in Medicine 4:213–226") {
        @Override
        double lower(TwoRates r, Confidence c) {
            return new SkewScore(r, false).difference(c.z());
        }

        @Override
        double upper(TwoRates r, Confidence c) {
            return new SkewScore(r, false).difference(-c.z());
        }

        @Override
        Optional<HypothesisTest> test(TwoRates r, Side side) {
            return Optional.of(CentralTest.ofZ(label(), new SkewScore(r, false).atDifference(0), side));
        }
    },
    /** Score limits corrected for skewness; solved to full precision. */
    SCAS(
            "δ_L: Z(δ_L) = z, κZ² + Z − ((δ̂ − δ)/√V + κ) = 0",
            "δ_U: Z(δ_U) = −z, κZ² + Z − ((δ̂ − δ)/√V + κ) = 0",
            "Laud 2017, Pharmaceutical Statistics 16:334–348") {
        @Override
        boolean defined(TwoRates r) {
            return r.total() > 0;
        }

        @Override
        double lower(TwoRates r, Confidence c) {
            return new SkewScore(r, true).difference(c.z());
        }

        @Override
        double upper(TwoRates r, Confidence c) {
            return new SkewScore(r, true).difference(-c.z());
        }

        @Override
        Optional<HypothesisTest> test(TwoRates r, Side side) {
            return Optional.of(CentralTest.ofZ(label(), new SkewScore(r, true).atDifference(0), side));
        }
    },
    /** From Garwood's limits of each rate. Has no test of its own. */
    MOVER_GARWOOD(PoissonIntervalMethod.GARWOOD),
    /** From Byar's limits of each rate. Has no test of its own. */
    MOVER_BYAR(PoissonIntervalMethod.BYAR),
    /** From the score limits of each rate. Has no test of its own. */
    MOVER_SCORE(PoissonIntervalMethod.SCORE);

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;
    private final PoissonIntervalMethod parts;

    RateDifferenceMethod(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
        this.parts = PoissonIntervalMethod.GARWOOD;
    }

    RateDifferenceMethod(PoissonIntervalMethod parts) {
        this.lowerFormula = "δ − √((r₁ − l₁)² + (u₀ − r₀)²), limits l, u: " + parts.label();
        this.upperFormula = "δ + √((u₁ − r₁)² + (r₀ − l₀)²), limits l, u: " + parts.label();
        this.citation = "Zou & Donner 2008, Statistics in Medicine 27:1693–1702";
        this.parts = parts;
    }

    /** Whether there are limits, given person-time in both groups. */
    boolean defined(TwoRates counts) {
        return true;
    }

    double lower(TwoRates r, Confidence c) {
        return part(parts, r.events(), r.personTime(), c)
                .lowerDifference(part(parts, r.referenceEvents(), r.referencePersonTime(), c));
    }

    double upper(TwoRates r, Confidence c) {
        return part(parts, r.events(), r.personTime(), c)
                .upperDifference(part(parts, r.referenceEvents(), r.referencePersonTime(), c));
    }

    /** The test of no difference; needs person-time in both groups and an event in one. */
    Optional<HypothesisTest> test(TwoRates counts, Side side) {
        return Optional.empty();
    }

    /** The limits that are wanted, per one unit of person-time; empty where there are none. */
    Optional<Interval> interval(TwoRates r, Confidence c) {
        boolean mover = this == MOVER_GARWOOD || this == MOVER_BYAR || this == MOVER_SCORE;
        if (!r.hasPersonTime() || !defined(r) || (mover && c.tail() > 0.5)) {
            return Optional.empty(); // MOVER limits are distances from the estimate: they do not exist beyond it
        }
        double lower = c.hasLower() ? lower(r, c) : Double.NEGATIVE_INFINITY;
        double upper = c.hasUpper() ? upper(r, c) : Double.POSITIVE_INFINITY;
        return Optional.of(new Interval(label(), c.level(), lower, upper));
    }

    /** A rate with the limits of its count. */
    static Mover part(PoissonIntervalMethod method, long events, double personTime, Confidence confidence) {
        Confidence[] sides = Mover.sides(confidence);
        return new Mover(
                events / personTime,
                method.limits(events, sides[0]).orElseThrow().lower() / personTime,
                method.limits(events, sides[1]).orElseThrow().upper() / personTime);
    }

    /** Standard error of the difference. */
    static double error(TwoRates r) {
        return Math.hypot(
                Math.sqrt(r.events()) / r.personTime(), Math.sqrt(r.referenceEvents()) / r.referencePersonTime());
    }

    /** Kebab-case name, e.g. {@code mover-garwood}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "rate-difference." + label());
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
