package org.safecommunity.metrics.regression;

import java.util.Locale;
import org.safecommunity.metrics.internal.Messages;

/** How counts vary around their mean in a log-linear model. */
public enum CountFamily {
    /** Variance μ; tests and intervals by the normal distribution. */
    POISSON("Var(y) = μ", "Nelder & Wedderburn 1972, J R Stat Soc A 135:370–384"),
    /** Variance φ·μ with φ estimated by Pearson/df; tests and intervals by t on the residual degrees of freedom. */
    QUASI_POISSON("Var(y) = φ·μ", "McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed."),
    /** Variance μ + μ²/θ (NB2), θ by maximum likelihood; tests and intervals by the normal distribution. */
    NEGATIVE_BINOMIAL("Var(y) = μ + μ²/θ", "Lawless 1987, Canadian Journal of Statistics 15:209–225");

    private final String variance;
    private final String citation;

    CountFamily(String variance, String citation) {
        this.variance = variance;
        this.citation = citation;
    }

    /** Kebab-case name, e.g. {@code quasi-poisson}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "family." + label());
    }

    /** The variance function, e.g. {@code Var(y) = φ·μ}. */
    public String variance() {
        return variance;
    }

    /** Where the family is described. */
    public String citation() {
        return citation;
    }
}
