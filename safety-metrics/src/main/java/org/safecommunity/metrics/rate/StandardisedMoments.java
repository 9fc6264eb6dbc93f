package org.safecommunity.metrics.rate;

import java.util.Map;
import org.safecommunity.metrics.NumberText;

/**
 * What the limits of a standardised rate are computed from, per one unit of person-time: cᵢ = (wᵢ/Σw)/Tᵢ over the strata
 * with a weight above 0.
 *
 * @param events     D = Σ xᵢ
 * @param rate       y = Σ cᵢxᵢ
 * @param variance   v = Σ cᵢ²xᵢ
 * @param largest    c* = max cᵢ
 * @param mean       c̄ = mean of cᵢ
 * @param meanSquare s̄ = mean of cᵢ²
 */
record StandardisedMoments(long events, double rate, double variance, double largest, double mean, double meanSquare) {

    /**
     * Computes the moments; every stratum of the standard with a weight above 0 must have person-time.
     *
     * @throws IllegalArgumentException if they are beyond what a double can hold
     */
    static StandardisedMoments of(Map<String, Stratum> strata, StandardPopulation standard) {
        double total = standard.total();
        CompensatedSum rate = new CompensatedSum();
        CompensatedSum variance = new CompensatedSum();
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum sumOfSquares = new CompensatedSum();
        double largest = 0;
        long events = 0;
        int count = 0;
        for (Map.Entry<String, Double> entry : standard.weights().entrySet()) {
            Stratum stratum = strata.get(entry.getKey());
            if (stratum == null || entry.getValue() == 0) {
                continue;
            }
            double c = entry.getValue() / total / stratum.personTime();
            rate.add(c * stratum.events());
            variance.add(c * c * stratum.events());
            sum.add(c);
            sumOfSquares.add(c * c);
            largest = Math.max(largest, c);
            events += stratum.events();
            count++;
        }
        return new StandardisedMoments(
                        events,
                        rate.value(),
                        variance.value(),
                        largest,
                        sum.value() / count,
                        sumOfSquares.value() / count)
                .requireRepresentable();
    }

    private StandardisedMoments requireRepresentable() {
        boolean lost = meanSquare < Double.MIN_NORMAL || (events > 0 && variance < Double.MIN_NORMAL);
        if (lost || Double.isInfinite(variance) || Double.isInfinite(meanSquare)) {
            throw new IllegalArgumentException(
                    "personTime of the strata must give a rate and a variance that a double can" + " hold, was "
                            + NumberText.shortest(rate) + " and " + NumberText.shortest(variance));
        }
        return this;
    }
}
