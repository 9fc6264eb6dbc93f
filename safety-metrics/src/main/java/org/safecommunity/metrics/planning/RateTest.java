package org.safecommunity.metrics.planning;

import java.util.Locale;
import org.safecommunity.metrics.internal.Messages;

/**
 * How the person-time of two groups is computed when rates are compared. λ₁ and λ₀ are the rates, T the person-time of the
 * first group, r·T that of the second, λ̄ = (λ₁ + r·λ₀)/(1 + r), z and z_β the normal quantiles of the test and of the power. Only
 * the planned direction counts towards the power. Both methods agree at r = 1.
 */
public enum RateTest {
    /** Separate variances throughout. */
    WALD(
            "T = (z + z_β)²·(λ₁ + λ₀/r) / (λ₁ − λ₀)²",
            "z_β = |λ₁ − λ₀|·√(T / (λ₁ + λ₀/r)) − z",
            "Hayes & Bennett 1999, International Journal of Epidemiology 28:319–326, without clusters") {
        @Override
        double nullDeviation(double rate1, double rate0, double ratio) {
            return deviation(rate1, rate0, ratio);
        }
    },
    /** Pooled variance under the null hypothesis, separate ones under the alternative. */
    SCORE(
            "T = (z·√(λ̄(1 + 1/r)) + z_β·√(λ₁ + λ₀/r))² / (λ₁ − λ₀)²",
            "z_β = (|λ₁ − λ₀|·√T − z·√(λ̄(1 + 1/r))) / √(λ₁ + λ₀/r)",
            "Gu et al. 2008, Biometrical Journal 50:283–298") {
        @Override
        double nullDeviation(double rate1, double rate0, double ratio) {
            return Math.sqrt((rate1 + ratio * rate0) / ratio);
        }
    };

    private final String sizeFormula;
    private final String powerFormula;
    private final String citation;

    RateTest(String sizeFormula, String powerFormula, String citation) {
        this.sizeFormula = sizeFormula;
        this.powerFormula = powerFormula;
        this.citation = citation;
    }

    abstract double nullDeviation(double rate1, double rate0, double ratio);

    static double deviation(double rate1, double rate0, double ratio) {
        return Math.sqrt(rate1 + rate0 / ratio);
    }

    double size(double rate1, double rate0, double ratio, double z, double zBeta) {
        double root =
                (z * nullDeviation(rate1, rate0, ratio) + zBeta * deviation(rate1, rate0, ratio)) / (rate1 - rate0);
        return root * root;
    }

    double zOfPower(double rate1, double rate0, double ratio, double z, double personTime) {
        return (Math.abs(rate1 - rate0) * Math.sqrt(personTime) - z * nullDeviation(rate1, rate0, ratio))
                / deviation(rate1, rate0, ratio);
    }

    /** Kebab-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "plan.rates-" + label());
    }

    /** Formula of the person-time of the first group. */
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
