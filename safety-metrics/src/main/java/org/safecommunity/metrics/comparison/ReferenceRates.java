package org.safecommunity.metrics.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.rate.Stratum;

/**
 * Rates of a reference population by stratum, for indirect standardisation.
 *
 * @param rates       events per one unit of person-time, each finite and 0 or more; not empty
 * @param withoutRate strata of the reference that have no person-time, so no rate; not null
 */
public record ReferenceRates(Map<String, Double> rates, List<String> withoutRate) {
    public ReferenceRates {
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
        withoutRate = List.copyOf(withoutRate);
        if (rates.isEmpty() && withoutRate.isEmpty()) {
            throw new IllegalArgumentException("reference rates must not be empty");
        }
        rates.forEach((stratum, rate) -> Checks.notNegative(rate, "reference rate of stratum " + stratum));
    }

    /**
     * Rates that are given, e.g. from a published table.
     *
     * @param rates events per one unit of person-time by stratum
     * @throws IllegalArgumentException if there is none, or one is negative or not finite (its stratum is named)
     */
    public static ReferenceRates of(Map<String, Double> rates) {
        return new ReferenceRates(rates, List.of());
    }

    /**
     * Rates of a reference population's own counts.
     *
     * @param strata events and person-time of the reference; strata of one label are added up
     * @throws IllegalArgumentException if strata is empty, or one has events but no person-time (it is named)
     */
    public static ReferenceRates ofCounts(List<Stratum> strata) {
        Map<String, Stratum> sums = StratumSums.of(strata, " of the reference");
        Map<String, Double> rates = new LinkedHashMap<>();
        List<String> withoutRate = new ArrayList<>();
        sums.forEach((label, stratum) -> {
            if (stratum.personTime() > 0) {
                rates.put(label, stratum.events() / stratum.personTime());
            } else {
                withoutRate.add(label);
            }
        });
        return new ReferenceRates(rates, withoutRate);
    }
}
