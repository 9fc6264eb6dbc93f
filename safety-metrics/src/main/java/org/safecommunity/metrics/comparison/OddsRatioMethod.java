package org.safecommunity.metrics.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.CentralTest;

/**
 * Confidence limits of the odds ratio ψ, and the test of ψ = 1 that agrees with them: one constant for each published
 * method, the recommended one first. The exact ones are conditional on all margins of the table.
 */
public enum OddsRatioMethod {
    /** Conditional, with half the probability of the observed table. */
    MID_P(
            "ψ_L: P(X > x₁ | ψ_L) + ½·P(X = x₁ | ψ_L) = tail",
            "ψ_U: P(X < x₁ | ψ_U) + ½·P(X = x₁ | ψ_U) = tail",
            "Rothman & Greenland 1998, Modern Epidemiology, 2nd ed., ch. 14"),
    /** Conditional exact (Fisher), central. Conservative. The interval of R {@code fisher.test}. */
    EXACT(
            "ψ_L: P(X ≥ x₁ | ψ_L) = tail",
            "ψ_U: P(X ≤ x₁ | ψ_U) = tail",
            "Fisher 1935, Journal of the Royal Statistical Society 98:39–82; Cornfield 1956"),
    /** ψ·exp(±z√(1/a + 1/b + 1/c + 1/d)), ½ added to every cell where one is 0; for comparison only. */
    WOOLF(
            "ψ·exp(−z·√(1/a + 1/b + 1/c + 1/d))",
            "ψ·exp(z·√(1/a + 1/b + 1/c + 1/d))",
            "Woolf 1955, Annals of Human Genetics 19:251–253; Gart 1966, Biometrika 53:1–8");

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;

    OddsRatioMethod(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
    }

    /** Whether the margins leave room for more than one table. */
    static boolean defined(TwoProportions r) {
        return r.hasTrials() && r.totalEvents() > 0 && r.totalEvents() < r.total();
    }

    /** The limits that are wanted; empty where the margins allow one table only. */
    Optional<Interval> interval(TwoProportions r, Confidence c) {
        if (!defined(r)) {
            return Optional.empty();
        }
        double lower = c.hasLower() ? lower(r, c) : 0;
        double upper = c.hasUpper() ? upper(r, c) : Double.POSITIVE_INFINITY;
        return Limits.of(label(), c.level(), lower, upper);
    }

    private double lower(TwoProportions r, Confidence c) {
        if (this == WOOLF) {
            return Math.exp(logRatio(r) - c.z() * logError(r));
        }
        NoncentralHypergeometric x = new NoncentralHypergeometric(r);
        double part = this == MID_P ? 0.5 : 1;
        if (x.isHighest() && c.tail() >= part) {
            return Double.POSITIVE_INFINITY; // the tail never reaches more than this part
        }
        return x.isLowest() ? 0 : x.oddsRatio(p -> p.above() + part * p.at() - c.tail(), true);
    }

    private double upper(TwoProportions r, Confidence c) {
        if (this == WOOLF) {
            return Math.exp(logRatio(r) + c.z() * logError(r));
        }
        NoncentralHypergeometric x = new NoncentralHypergeometric(r);
        double part = this == MID_P ? 0.5 : 1;
        if (x.isLowest() && c.tail() >= part) {
            return 0;
        }
        return x.isHighest() ? Double.POSITIVE_INFINITY : x.oddsRatio(p -> p.below() + part * p.at() - c.tail(), false);
    }

    /** The test of an odds ratio of 1; empty where the margins allow one table only. */
    Optional<HypothesisTest> test(TwoProportions r, Side side) {
        if (!defined(r)) {
            return Optional.empty();
        }
        if (this == WOOLF) {
            return Optional.of(CentralTest.ofZ(label(), logRatio(r) / logError(r), side));
        }
        NoncentralHypergeometric.Parts p = new NoncentralHypergeometric(r).parts(1);
        double part = this == MID_P ? 0.5 : 1;
        double pValue = CentralTest.pValue(p.below() + part * p.at(), p.above() + part * p.at(), side);
        String name = this == EXACT ? "fisher-exact-central" : label();
        return Optional.of(new HypothesisTest(name, r.events(), List.of(), pValue));
    }

    /** What Woolf's formulas add to every cell: ½ where one is 0. */
    static double added(TwoProportions r) {
        boolean zero = r.events() == 0 || r.others() == 0 || r.referenceEvents() == 0 || r.referenceOthers() == 0;
        return zero ? 0.5 : 0;
    }

    private static double logRatio(TwoProportions r) {
        double add = added(r);
        return Math.log(
                (r.events() + add) / (r.others() + add) / ((r.referenceEvents() + add) / (r.referenceOthers() + add)));
    }

    private static double logError(TwoProportions r) {
        double add = added(r);
        return Math.sqrt(1 / (r.events() + add)
                + 1 / (r.others() + add)
                + 1 / (r.referenceEvents() + add)
                + 1 / (r.referenceOthers() + add));
    }

    /** Kebab-case name, e.g. {@code mid-p}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "odds." + label());
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
