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
import org.safecommunity.metrics.interval.ProportionIntervalMethod;

/**
 * Confidence limits of the ratio φ of two rates, and the test of φ = 1 that agrees with them: one constant for each
 * published method, the recommended one first.
 *
 * <p>Given the total N = x₁ + x₀, x₁ is binomial with π = φT₁/(φT₁ + T₀), so limits of π are limits of φ = π/(1 − π)·T₀/T₁.
 */
public enum RateRatioMethod {
    /** Conditional, with half the probability of the observed count. */
    MID_P(
            "π_L/(1 − π_L) × T₀/T₁, P(X > x₁ | N, π_L) + ½·P(X = x₁ | N, π_L) = tail",
            "π_U/(1 − π_U) × T₀/T₁, P(X < x₁ | N, π_U) + ½·P(X = x₁ | N, π_U) = tail",
            "Rothman & Boice 1979; Rothman & Greenland 1998, Modern Epidemiology, 2nd ed., ch. 14") {
        @Override
        Optional<double[]> limits(TwoRates r, Confidence c) {
            return conditional(ProportionIntervalMethod.MID_P, r, c);
        }

        @Override
        Optional<HypothesisTest> test(TwoRates r, Side side) {
            return conditionalTest(ProportionIntervalMethod.MID_P, r, side);
        }
    },
    /** Conditional exact (Clopper–Pearson limits of π). Conservative. The interval of R {@code poisson.test}. */
    EXACT(
            "π_L/(1 − π_L) × T₀/T₁, P(X ≥ x₁ | N, π_L) = tail",
            "π_U/(1 − π_U) × T₀/T₁, P(X ≤ x₁ | N, π_U) = tail",
            "Przyborowski & Wilenski 1940, Biometrika 31:313–323") {
        @Override
        Optional<double[]> limits(TwoRates r, Confidence c) {
            return conditional(ProportionIntervalMethod.CLOPPER_PEARSON, r, c);
        }

        @Override
        Optional<HypothesisTest> test(TwoRates r, Side side) {
            return conditionalTest(ProportionIntervalMethod.CLOPPER_PEARSON, r, side);
        }
    },
    /** Score limits (Wilson limits of π). Closed form. */
    SCORE(
            "π_L/(1 − π_L) × T₀/T₁, π_L the lower Wilson limit of x₁ in N",
            "π_U/(1 − π_U) × T₀/T₁, π_U the upper Wilson limit of x₁ in N",
            "Gu et al. 2008, Biometrical Journal 50:283–298") {
        @Override
        Optional<double[]> limits(TwoRates r, Confidence c) {
            return conditional(ProportionIntervalMethod.WILSON, r, c);
        }

        @Override
        Optional<HypothesisTest> test(TwoRates r, Side side) {
            return conditionalTest(ProportionIntervalMethod.WILSON, r, side);
        }
    },
    /** Score limits corrected for skewness; solved to full precision. */
    SCAS(
            "φ_L: Z(φ_L) = z, κZ² + Z − (S/√V + κ) = 0, S = r₁ − φr₀",
            "φ_U: Z(φ_U) = −z, κZ² + Z − (S/√V + κ) = 0, S = r₁ − φr₀",
            "Laud 2017, Pharmaceutical Statistics 16:334–348") {
        @Override
        Optional<double[]> limits(TwoRates r, Confidence c) {
            SkewScore score = new SkewScore(r, true);
            double lower = r.events() == 0 || !c.hasLower() ? 0 : score.ratio(c.z());
            double upper = r.referenceEvents() == 0 || !c.hasUpper() ? Double.POSITIVE_INFINITY : score.ratio(-c.z());
            return Optional.of(new double[] {lower, upper});
        }

        @Override
        Optional<HypothesisTest> test(TwoRates r, Side side) {
            return Optional.of(CentralTest.ofZ(label(), new SkewScore(r, true).atRatio(1), side));
        }
    },
    /** From the mid-P limits of each rate; undefined where the reference has few events. Has no test of its own. */
    MOVER(
            "(r₁r₀ − √((r₁r₀)² − l₁u₀(2r₁ − l₁)(2r₀ − u₀))) / (u₀(2r₀ − u₀)), mid-P limits l, u",
            "(r₁r₀ + √((r₁r₀)² − u₁l₀(2r₁ − u₁)(2r₀ − l₀))) / (l₀(2r₀ − l₀)), mid-P limits l, u",
            "Donner & Zou 2012, Statistical Methods in Medical Research 21:347–359") {
        @Override
        Optional<double[]> limits(TwoRates r, Confidence c) {
            Mover group = RateDifferenceMethod.part(PoissonIntervalMethod.MID_P, r.events(), r.personTime(), c);
            Mover reference = RateDifferenceMethod.part(
                    PoissonIntervalMethod.MID_P, r.referenceEvents(), r.referencePersonTime(), c);
            if (r.referenceEvents() == 0 || c.tail() > 0.5 || !group.hasLowerRatio(reference)) {
                return Optional.empty();
            }
            return Optional.of(new double[] {group.lowerRatio(reference), group.upperRatio(reference)});
        }

        @Override
        Optional<HypothesisTest> test(TwoRates r, Side side) {
            return Optional.empty();
        }
    },
    /** φ·exp(±z·√(1/x₁ + 1/x₀)); for comparison only, undefined where a count is 0. */
    WALD(
            "φ·exp(−z·√(1/x₁ + 1/x₀))",
            "φ·exp(z·√(1/x₁ + 1/x₀))",
            "Rothman & Greenland 1998, Modern Epidemiology, 2nd ed., ch. 14") {
        @Override
        Optional<double[]> limits(TwoRates r, Confidence c) {
            if (r.events() == 0 || r.referenceEvents() == 0) {
                return Optional.empty();
            }
            double ratio = r.rate() / r.referenceRate();
            double factor = Math.exp(c.z() * logError(r));
            return Optional.of(new double[] {ratio / factor, ratio * factor});
        }

        @Override
        Optional<HypothesisTest> test(TwoRates r, Side side) {
            return r.events() == 0 || r.referenceEvents() == 0
                    ? Optional.empty()
                    : Optional.of(CentralTest.ofZ(label(), Math.log(r.rate() / r.referenceRate()) / logError(r), side));
        }
    };

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;

    RateRatioMethod(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
    }

    /** Both limits, whatever side is wanted; needs person-time in both groups and an event in one. */
    abstract Optional<double[]> limits(TwoRates counts, Confidence confidence);

    /** The test of a ratio of 1; needs person-time in both groups and an event in one. */
    abstract Optional<HypothesisTest> test(TwoRates counts, Side side);

    /** The limits that are wanted; empty without person-time or events, or where the method has none. */
    Optional<Interval> interval(TwoRates counts, Confidence confidence) {
        if (!counts.hasPersonTime() || counts.total() == 0) {
            return Optional.empty();
        }
        return limits(counts, confidence)
                .flatMap(limits -> Limits.of(
                        label(),
                        confidence.level(),
                        confidence.hasLower() ? limits[0] : 0,
                        confidence.hasUpper() ? limits[1] : Double.POSITIVE_INFINITY));
    }

    /** Standard error of ln φ. */
    static double logError(TwoRates counts) {
        return Math.sqrt(1d / counts.events() + 1d / counts.referenceEvents());
    }

    private static Optional<double[]> conditional(ProportionIntervalMethod method, TwoRates r, Confidence c) {
        long n = r.total();
        Confidence[] sides = Mover.sides(c);
        double times = r.referencePersonTime() / r.personTime();
        // 1 − π is taken from the limits of the other count, which are exact where π is close to 1
        double lower = method.limits(r.events(), n, sides[0]).orElseThrow().lower()
                / method.limits(r.referenceEvents(), n, sides[1]).orElseThrow().upper();
        double upper = method.limits(r.events(), n, sides[1]).orElseThrow().upper()
                / method.limits(r.referenceEvents(), n, sides[0]).orElseThrow().lower();
        return Optional.of(new double[] {lower * times, upper * times});
    }

    Optional<HypothesisTest> conditionalTest(ProportionIntervalMethod method, TwoRates r, Side side) {
        if (r.share() > 0.5) {
            // from the other side, where the share keeps its digits; the probabilities are the same
            Side other = side == Side.BOTH ? side : side == Side.LOWER ? Side.UPPER : Side.LOWER;
            return conditionalTest(method, r.swapped(), other).map(test -> {
                double statistic = method == ProportionIntervalMethod.WILSON ? -test.statistic() : r.events();
                return new HypothesisTest(label(), statistic, test.df(), test.pValue());
            });
        }
        return CentralTest.ofProbability(method, r.events(), r.total(), r.share(), side)
                .map(test -> new HypothesisTest(label(), test.statistic(), test.df(), test.pValue()));
    }

    /** Kebab-case name, e.g. {@code mid-p}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "rate-ratio." + label());
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
