package org.safecommunity.metrics.planning;

import java.util.Locale;
import org.safecommunity.metrics.internal.Messages;

/**
 * How the size of two groups is computed when proportions are compared. p₁ and p₀ are the proportions, n the size of the
 * first group, r·n that of the second, p̄ = (p₁ + r·p₀)/(1 + r), q = 1 − p, d = |p₁ − p₀|, z and z_β the normal quantiles of the
 * test and of the power. Only the planned direction counts towards the power.
 */
public enum ProportionTest {
    /** Pooled variance under the null hypothesis, separate ones under the alternative; = R {@code power.prop.test} at r = 1. */
    FLEISS(
            "n = (z·√((r+1)p̄q̄) + z_β·√(r·p₁q₁ + p₀q₀))² / (r·d²)",
            "z_β = (d·√(r·n) − z·√((r+1)p̄q̄)) / √(r·p₁q₁ + p₀q₀)",
            "Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 3rd ed., chapter 4") {
        @Override
        double size(Groups g, double z, double zBeta) {
            double root = z * g.pooledDeviation() + zBeta * g.separateDeviation();
            return root * root / (g.ratio() * g.difference() * g.difference());
        }

        @Override
        double zOfPower(Groups g, double z, double n) {
            return (g.difference() * Math.sqrt(g.ratio() * n) - z * g.pooledDeviation()) / g.separateDeviation();
        }
    },
    /** As {@link #FLEISS}, enlarged for the continuity correction of the chi-squared test. */
    FLEISS_CONTINUITY(
            "n' = n/4·(1 + √(1 + 2(r+1)/(n·r·d)))², n as for fleiss",
            "n = n'·(1 − (r+1)/(2·n'·r·d))², then as for fleiss",
            "Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 3rd ed., chapter 4") {
        @Override
        double size(Groups g, double z, double zBeta) {
            double n = FLEISS.size(g, z, zBeta);
            double root = 1 + Math.sqrt(1 + 2 * correction(g) / n);
            return n / 4 * root * root;
        }

        @Override
        double zOfPower(Groups g, double z, double n) {
            double shrink = Math.max(0, 1 - correction(g) / (2 * n));
            return FLEISS.zOfPower(g, z, n * shrink * shrink);
        }

        private double correction(Groups g) {
            return (g.ratio() + 1) / (g.ratio() * g.difference());
        }
    },
    /** Separate variances throughout. */
    WALD(
            "n = (z + z_β)²·(p₁q₁ + p₀q₀/r) / d²",
            "z_β = d·√(n / (p₁q₁ + p₀q₀/r)) − z",
            "large-sample normal approximation with separate variances") {
        @Override
        double size(Groups g, double z, double zBeta) {
            double sum = (z + zBeta) * g.separateDeviation() / g.difference();
            return sum * sum / g.ratio();
        }

        @Override
        double zOfPower(Groups g, double z, double n) {
            return g.difference() * Math.sqrt(g.ratio() * n) / g.separateDeviation() - z;
        }
    },
    /** The pooled variance throughout. */
    KELSEY(
            "n = (z + z_β)²·p̄q̄(r+1) / (r·d²)",
            "z_β = d·√(n·r / ((r+1)p̄q̄)) − z",
            "Kelsey et al. 1996, Methods in Observational Epidemiology, 2nd ed.") {
        @Override
        double size(Groups g, double z, double zBeta) {
            double sum = (z + zBeta) * g.pooledDeviation() / g.difference();
            return sum * sum / g.ratio();
        }

        @Override
        double zOfPower(Groups g, double z, double n) {
            return g.difference() * Math.sqrt(g.ratio() * n) / g.pooledDeviation() - z;
        }
    };

    /** Two proportions and the ratio of the group sizes. */
    record Groups(double p1, double p0, double ratio) {
        double difference() {
            return Math.abs(p1 - p0);
        }

        /** √((r+1)p̄q̄). */
        double pooledDeviation() {
            double pooled = (p1 + ratio * p0) / (1 + ratio);
            return Math.sqrt((ratio + 1) * pooled * (1 - pooled));
        }

        /** √(r·p₁q₁ + p₀q₀). */
        double separateDeviation() {
            return Math.sqrt(ratio * p1 * (1 - p1) + p0 * (1 - p0));
        }
    }

    private final String sizeFormula;
    private final String powerFormula;
    private final String citation;

    ProportionTest(String sizeFormula, String powerFormula, String citation) {
        this.sizeFormula = sizeFormula;
        this.powerFormula = powerFormula;
        this.citation = citation;
    }

    abstract double size(Groups groups, double z, double zBeta);

    abstract double zOfPower(Groups groups, double z, double n);

    /** Kebab-case name, e.g. {@code fleiss-continuity}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "plan." + label());
    }

    /** Formula of the size of the first group. */
    public String sizeFormula() {
        return sizeFormula;
    }

    /** Formula of the normal quantile of the power. */
    public String powerFormula() {
        return powerFormula;
    }

    /** Publication of the method. */
    public String citation() {
        return citation;
    }
}
