package org.safecommunity.metrics.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.Note;

/**
 * Two groups of trials compared within strata.
 *
 * @param strata the two by two table of each stratum by its label, not empty
 */
public record StratifiedProportions(Map<String, TwoProportions> strata) {
    public StratifiedProportions {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("strata must not be empty");
        }
        strata = Collections.unmodifiableMap(new LinkedHashMap<>(strata));
    }

    /** Strata whose margins leave room for more than one table: the others say nothing on the odds ratio. */
    Map<String, TwoProportions> informative() {
        Map<String, TwoProportions> informative = new LinkedHashMap<>();
        strata.forEach((label, table) -> {
            if (OddsRatioMethod.defined(table)) {
                informative.put(label, table);
            }
        });
        return informative;
    }

    /** Adds the number of strata used, and the names of those left out, to an outcome. */
    void tell(Outcome outcome, Map<String, TwoProportions> used) {
        outcome.detail("strataUsed", (long) used.size());
        List<String> leftOut = strata.keySet().stream()
                .filter(label -> !used.containsKey(label))
                .toList();
        if (!leftOut.isEmpty()) {
            outcome.detail("strataLeftOut", leftOut)
                    .note(Note.of("strata-left-out", leftOut.size(), String.join(", ", leftOut)));
        }
    }

    /** The inputs, stratum by stratum. */
    Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        List<TwoProportions> tables = List.copyOf(strata.values());
        inputs.put("strata", List.copyOf(strata.keySet()));
        inputs.put("events", tables.stream().map(TwoProportions::events).toList());
        inputs.put("trials", tables.stream().map(TwoProportions::trials).toList());
        inputs.put(
                "referenceEvents",
                tables.stream().map(TwoProportions::referenceEvents).toList());
        inputs.put(
                "referenceTrials",
                tables.stream().map(TwoProportions::referenceTrials).toList());
        return inputs;
    }
}
