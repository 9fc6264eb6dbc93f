package org.safecommunity.metrics.rate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.Confidence;

/** Strata with the weights of their standard, for tests. */
record StandardisedData(List<Stratum> strata, Map<String, Double> weights) {
    static StandardisedData of(double[] events, double[] personTime, double[] weights) {
        List<Stratum> strata = new ArrayList<>();
        Map<String, Double> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < events.length; i++) {
            strata.add(new Stratum("s" + i, Math.round(events[i]), personTime[i]));
            byLabel.put("s" + i, weights[i]);
        }
        return new StandardisedData(strata, byLabel);
    }

    StandardisedRate rate(StandardisedIntervalMethod method, Confidence confidence) {
        StandardPopulation standard = StandardPopulation.given("standard", weights);
        return StandardisedRate.of(strata, standard, new RateScale(1, "years"), method, confidence);
    }

    StandardisedRate rate() {
        return rate(StandardisedIntervalMethod.FAY_FEUER, Confidence.DEFAULT);
    }
}
