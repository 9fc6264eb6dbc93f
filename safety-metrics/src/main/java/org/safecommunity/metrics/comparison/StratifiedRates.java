package org.safecommunity.metrics.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.rate.Stratum;

/**
 * Two groups compared within strata. Strata are matched by value; one in which either group has no person-time cannot be
 * compared and is left out, by name.
 *
 * @param strata  the comparison in each stratum where both groups have person-time
 * @param leftOut labels of the other strata
 */
public record StratifiedRates(Map<String, TwoRates> strata, List<String> leftOut) {
    public StratifiedRates {
        strata = Collections.unmodifiableMap(new LinkedHashMap<>(strata));
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Matches the strata of two groups.
     *
     * @param group     strata of the group, not empty; strata of one label are added up
     * @param reference strata of the reference, not empty; strata of one label are added up
     * @throws IllegalArgumentException if a list is empty, or a stratum has events but no person-time (it is named)
     */
    public static StratifiedRates of(List<Stratum> group, List<Stratum> reference) {
        Map<String, Stratum> first = StratumSums.of(group, " of the group");
        Map<String, Stratum> second = StratumSums.of(reference, " of the reference");
        Map<String, TwoRates> strata = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        List<String> labels = new ArrayList<>(first.keySet());
        second.keySet().stream().filter(label -> !first.containsKey(label)).forEach(labels::add);
        for (String label : labels) {
            Stratum none = new Stratum(label, 0, 0);
            Stratum a = first.getOrDefault(label, none);
            Stratum b = second.getOrDefault(label, none);
            if (a.personTime() > 0 && b.personTime() > 0) {
                strata.put(label, new TwoRates(a.events(), a.personTime(), b.events(), b.personTime()));
            } else {
                leftOut.add(label);
            }
        }
        return new StratifiedRates(strata, leftOut);
    }

    /** The inputs, stratum by stratum. */
    Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        List<TwoRates> values = List.copyOf(strata.values());
        inputs.put("strata", List.copyOf(strata.keySet()));
        inputs.put("events", values.stream().map(TwoRates::events).toList());
        inputs.put("personTime", values.stream().map(TwoRates::personTime).toList());
        inputs.put(
                "referenceEvents",
                values.stream().map(TwoRates::referenceEvents).toList());
        inputs.put(
                "referencePersonTime",
                values.stream().map(TwoRates::referencePersonTime).toList());
        return inputs;
    }
}
