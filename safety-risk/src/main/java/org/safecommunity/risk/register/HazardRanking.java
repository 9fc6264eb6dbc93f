package org.safecommunity.risk.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders a register by risk: by the colour that counts, within a colour by scheme in the order of first appearance, within a scheme by
 * current score, then by id. Scores of different schemes are no common scale, so they are never compared with each other.
 */
public final class HazardRanking {
    private HazardRanking() {}

    /**
     * A hazard with its place.
     *
     * @param rank   1 for the highest; hazards of one colour, scheme and score share a rank
     * @param hazard hazard, not null
     */
    public record Ranked(int rank, HazardEntry hazard) {}

    /** The hazards in order. */
    public static List<Ranked> rank(List<HazardEntry> hazards) {
        Map<String, Integer> schemes = new LinkedHashMap<>();
        hazards.forEach(h -> schemes.putIfAbsent(h.ratings().current().scheme().id(), schemes.size()));
        Comparator<HazardEntry> byRisk = Comparator.comparing(HazardEntry::colour)
                .thenComparing(
                        h -> schemes.getOrDefault(h.ratings().current().scheme().id(), 0))
                .thenComparing(h -> h.ratings().current().score(), Comparator.reverseOrder());
        List<HazardEntry> sorted =
                hazards.stream().sorted(byRisk.thenComparing(HazardEntry::id)).toList();
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            boolean tie = i > 0 && byRisk.compare(sorted.get(i - 1), sorted.get(i)) == 0;
            ranked.add(new Ranked(tie ? ranked.get(i - 1).rank() : i + 1, sorted.get(i)));
        }
        return ranked;
    }
}
