package org.safecommunity.metrics.survey;

import java.util.Locale;

/** Tests of independence in a table from a sample with design, named as their results are. */
public enum IndependenceTest {
    /** Pearson's chi-squared with the second-order correction of Rao and Scott, on F. */
    RAO_SCOTT_F,
    /** Pearson's chi-squared with the first-order correction of Rao and Scott, on chi-squared. */
    RAO_SCOTT_CHISQ,
    /** Wald test of the differences from independence, on F; liberal where degrees of freedom are few. */
    WALD,
    /** Wald test corrected for the degrees of freedom of the design, on F. */
    ADJUSTED_WALD;

    /** Kebab-case name, e.g. {@code rao-scott-f}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
