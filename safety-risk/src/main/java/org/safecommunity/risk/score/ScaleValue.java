package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;

/**
 * One value of a scale. Immutable.
 *
 * @param value value, greater than 0, no unit; kept without trailing zeros
 * @param label meaning, not null
 */
public record ScaleValue(BigDecimal value, LocalText label) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the value is 0 or less
     */
    public ScaleValue {
        if (requireNonNull(value, "value").signum() <= 0) {
            throw new IllegalArgumentException("value must be greater than 0, was " + value.toPlainString());
        }
        value = Checks.plain(value);
        requireNonNull(label, "label");
    }
}
