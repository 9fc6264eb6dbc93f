package org.safecommunity.metrics.trend;

import java.util.Locale;

/** The variance of the Cochran–Armitage statistic. */
public enum TrendVariance {
    /** p̄(1 − p̄)·Σ n(s − s̄)², as R {@code prop.trend.test} has it. */
    POPULATION,
    /** The same times N/(N − 1), the variance given all margins, as SAS has it for the Mantel–Haenszel form. */
    SAMPLE;

    /** Kebab-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
