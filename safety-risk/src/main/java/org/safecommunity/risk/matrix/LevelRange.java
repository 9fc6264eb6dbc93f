package org.safecommunity.risk.matrix;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Range compression: how different the risks are that share a level, by the typical numbers of the classes.
 *
 * @param level    level, not null
 * @param least    least risk of its cells
 * @param greatest greatest risk of its cells
 * @param distinct number of different risks
 */
public record LevelRange(RiskMatrix.Level level, BigDecimal least, BigDecimal greatest, int distinct) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     */
    public LevelRange {
        requireNonNull(level, "level");
        requireNonNull(least, "least");
        requireNonNull(greatest, "greatest");
    }

    /** Greatest over least risk. */
    public double factor() {
        return greatest.doubleValue() / least.doubleValue();
    }
}
