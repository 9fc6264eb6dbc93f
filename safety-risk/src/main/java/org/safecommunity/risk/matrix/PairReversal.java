package org.safecommunity.risk.matrix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Rank reversal of printed scores against risks by the typical numbers of the classes, over all pairs of cells.
 *
 * @param pairs           number of pairs
 * @param reversed        pairs whose higher score has the lower risk
 * @param equalRisk       pairs of equal risk with different scores
 * @param equalScore      pairs of equal score with different risks
 * @param equalRiskLevels pairs of equal risk with different levels
 */
public record PairReversal(int pairs, int reversed, int equalRisk, int equalScore, int equalRiskLevels) {
    static PairReversal of(List<Point> points) {
        List<int[]> outcomes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                Point a = points.get(i);
                Point b = points.get(j);
                int risk = a.risk().compareTo(b.risk());
                int score = a.score().compareTo(b.score());
                outcomes.add(new int[] {
                    risk * score < 0 ? 1 : 0,
                    risk == 0 && score != 0 ? 1 : 0,
                    risk != 0 && score == 0 ? 1 : 0,
                    risk == 0 && !a.level().equals(b.level()) ? 1 : 0
                });
            }
        }
        return new PairReversal(
                outcomes.size(), sum(outcomes, 0), sum(outcomes, 1), sum(outcomes, 2), sum(outcomes, 3));
    }

    private static int sum(List<int[]> outcomes, int index) {
        return outcomes.stream().mapToInt(o -> o[index]).sum();
    }

    /** A cell by its typical risk and its printed score. */
    record Point(BigDecimal risk, BigDecimal score, RiskMatrix.Level level) {}
}
