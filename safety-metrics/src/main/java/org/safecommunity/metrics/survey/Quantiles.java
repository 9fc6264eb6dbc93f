package org.safecommunity.metrics.survey;

import org.apache.commons.statistics.distribution.TDistribution;
import org.safecommunity.metrics.Confidence;

/** Quantiles that intervals of this package share. */
final class Quantiles {
    private Quantiles() {}

    /** Quantile of Student's t that leaves the error probability above it. */
    static double t(Confidence confidence, double df) {
        return TDistribution.of(df).inverseSurvivalProbability(confidence.tail());
    }
}
