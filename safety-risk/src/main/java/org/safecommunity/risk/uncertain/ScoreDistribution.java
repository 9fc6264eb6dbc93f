package org.safecommunity.risk.uncertain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safecommunity.risk.score.Band;

/**
 * The distribution of an uncertain score.
 *
 * @param bands    share of each band, highest first, bands that are not hit included; together 1
 * @param mean     mean
 * @param variance variance (population)
 * @param p5       smallest score with a distribution function of at least 0.05
 * @param p50      the same for 0.5
 * @param p95      the same for 0.95
 * @param draws    number of draws; 0 when exact
 */
public record ScoreDistribution(
        Map<Band, Double> bands, double mean, double variance, double p5, double p50, double p95, long draws) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the bands are null
     * @throws IllegalArgumentException if a number is not finite
     */
    public ScoreDistribution {
        bands = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(bands, "bands")));
        if (!Double.isFinite(mean + variance + p5 + p50 + p95)) {
            throw new IllegalArgumentException("numbers of the distribution must be finite");
        }
    }

    /** Standard deviation. */
    public double standardDeviation() {
        return Math.sqrt(variance);
    }
}
