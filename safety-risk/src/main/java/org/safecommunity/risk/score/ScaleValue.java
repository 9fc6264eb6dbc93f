package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.safecommunity.model.LocalText;

/**
 * One value of a scale.
 *
 * @param value value, greater than 0
 * @param label meaning, not null
 */
public record ScaleValue(BigDecimal value, LocalText label) {
    public ScaleValue {
        requireNonNull(label, "label");
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("value must be greater than 0, was " + value.toPlainString());
        }
    }
}
