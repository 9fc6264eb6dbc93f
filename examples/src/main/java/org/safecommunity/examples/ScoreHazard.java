package org.safecommunity.examples;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

/**
 * The risk methods alone: scores one hazard by likelihood, exposure and consequence (LEC) and shows the working.
 *
 * <p>Source: the product of Graham and Kinney (1976) with the scales and bands of the bundled scheme {@code LEC}, which
 * names the documents it was read in ({@code scheme.provenance()}).
 */
public final class ScoreHazard {
    private ScoreHazard() {}

    /** Prints score, band and working. */
    public static void main(String[] arguments) {
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        ratings.put("l", new BigDecimal("3"));
        ratings.put("e", new BigDecimal("6"));
        ratings.put("c", new BigDecimal("15"));
        RiskScore score = Scheme.find("LEC").orElseThrow().score(ratings);
        System.out.println("score " + score.score().toPlainString() + ", "
                + score.band().title().en() + " ("
                + score.band().colour().label() + ")");
        for (RiskScore.Step step : score.explain()) {
            if (!step.numbers().isEmpty()) {
                System.out.println(step.formula() + " = " + step.numbers() + ": "
                        + step.outcome().en());
            }
        }
    }
}
