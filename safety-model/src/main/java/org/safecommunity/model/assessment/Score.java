package org.safecommunity.model.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.scheme.Decision;

/**
 * What an assessment comes to. Immutable.
 *
 * @param total    points of the graded indicators, at the rule's scale
 * @param atBest   points if everything missing earned full marks
 * @param decision the decision; empty when it depends on indicators that have no grades
 * @param rows     one row an indicator, in the order of the catalogue
 */
public record Score(BigDecimal total, BigDecimal atBest, Optional<Decision> decision, List<IndicatorScore> rows) {
    /** Copies the list. */
    public Score {
        rows = List.copyOf(rows);
    }

    /** Rows without grades. */
    public List<IndicatorScore> missing() {
        return rows.stream().filter(row -> row.grades().isEmpty()).toList();
    }

    /** Graded rows that earned nothing. */
    public List<IndicatorScore> zeros() {
        return rows.stream().filter(IndicatorScore::isZero).toList();
    }
}
