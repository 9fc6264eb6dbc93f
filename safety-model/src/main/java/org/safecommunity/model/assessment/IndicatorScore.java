package org.safecommunity.model.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import org.safecommunity.model.catalogue.Indicator;

/**
 * The points of one indicator. Immutable.
 *
 * @param indicator the indicator
 * @param grades    its grades; empty when it was not assessed
 * @param points    points earned, 0 when it was not assessed, at the catalogue's scale
 * @param max       most points it can earn
 */
public record IndicatorScore(Indicator indicator, Optional<Grades> grades, BigDecimal points, BigDecimal max) {
    /** Points still to be won. */
    public BigDecimal gap() {
        return max.subtract(points);
    }

    /** Whether it was assessed and earned nothing. */
    public boolean isZero() {
        return grades.isPresent() && points.signum() == 0;
    }
}
