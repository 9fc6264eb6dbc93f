package org.safecommunity.cli.region;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.safecommunity.model.procedure.Timeline;
import org.safecommunity.model.programme.CommunityType;
import org.safecommunity.model.programme.PopulationKind;

/**
 * A community of the region.
 *
 * @param name           its name, made unique by the folder where two have the same
 * @param type           its type
 * @param stage          stage of the procedure, or {@link #UNKNOWN}
 * @param persons        population by year; empty when not known
 * @param populationKind whom the population counts
 * @param exposure       events and person-years
 * @param timeline       its procedure on the day
 */
record Member(
        String name,
        CommunityType type,
        String stage,
        NavigableMap<Integer, Long> persons,
        Optional<PopulationKind> populationKind,
        Exposure exposure,
        Timeline timeline) {
    /** Stage of a community without a dated procedure. */
    static final String UNKNOWN = "unknown";

    /** Population of the latest year. */
    Optional<Long> population() {
        return persons.isEmpty()
                ? Optional.empty()
                : Optional.of(persons.lastEntry().getValue());
    }

    Map<String, String> group() {
        return Map.of("community", name);
    }
}
