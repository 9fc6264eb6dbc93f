package org.safecommunity.metrics.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.rate.Stratum;

/** Strata added up by label. */
final class StratumSums {
    private StratumSums() {}

    /**
     * The strata by label, in the order of first appearance.
     *
     * @throws IllegalArgumentException if there is none, or one has events but no person-time (it is named)
     */
    static Map<String, Stratum> of(List<Stratum> strata, String whose) {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("strata" + whose + " must not be empty");
        }
        Map<String, Stratum> sums = new LinkedHashMap<>();
        for (Stratum stratum : strata) {
            sums.merge(
                    stratum.label(),
                    stratum,
                    (a, b) -> new Stratum(a.label(), a.events() + b.events(), a.personTime() + b.personTime()));
        }
        for (Stratum stratum : sums.values()) {
            if (stratum.personTime() == 0 && stratum.events() > 0) {
                throw new IllegalArgumentException("stratum " + stratum.label() + whose
                        + " must have person-time, was 0 with " + stratum.events() + " events");
            }
        }
        return sums;
    }
}
