package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A register moved to another scheme: every old score beside the new one, with what could not be carried over. Nothing is
 * replaced in place. Immutable.
 *
 * @param from    id and version of each old scheme, in order of appearance
 * @param to      new scheme, not null
 * @param entries one for each hazard, in order
 */
public record SchemeMigration(List<String> from, Scheme to, List<Entry> entries) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     */
    public SchemeMigration {
        from = List.copyOf(from);
        requireNonNull(to, "to");
        entries = List.copyOf(entries);
    }

    /**
     * One hazard.
     *
     * @param id     id in the register
     * @param before old score, kept
     * @param after  new score, or null when the ratings do not fit the new scheme
     * @param reason why there is no new score; empty when there is one
     */
    public record Entry(
            String id, RiskScore before, @Nullable RiskScore after, String reason) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component other than the new score is null
         * @throws IllegalArgumentException if there are both a new score and a reason, or neither
         */
        public Entry {
            requireNonNull(id, "id");
            requireNonNull(before, "before");
            if ((after == null) == reason.isEmpty()) {
                throw new IllegalArgumentException("entry must have a new score or a reason, not both");
            }
        }

        /** Whether the colour of the risk is another one now. */
        public boolean changesColour() {
            return after != null && after.band().colour() != before.band().colour();
        }
    }

    /**
     * Scores every hazard again.
     *
     * @param scores  old scores by id, in the order of the register
     * @param to      new scheme
     * @param ratings ratings for the new scheme from an old score; {@code RiskScore::factors} keeps them as they are
     */
    public static SchemeMigration of(
            Map<String, RiskScore> scores, Scheme to, Function<RiskScore, Map<String, BigDecimal>> ratings) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> from = new LinkedHashMap<>();
        scores.forEach((id, before) -> {
            Scheme old = before.scheme();
            from.put(old.id() + " " + old.version() + " " + old.policy().label(), id);
            try {
                entries.add(new Entry(id, before, to.score(ratings.apply(before)), ""));
            } catch (IllegalArgumentException e) {
                entries.add(new Entry(id, before, null, String.valueOf(e.getMessage())));
            }
        });
        return new SchemeMigration(List.copyOf(from.keySet()), to, entries);
    }

    /** Hazards whose colour changes. */
    public List<Entry> changed() {
        return entries.stream().filter(Entry::changesColour).toList();
    }

    /** Hazards that must be rated again by people. */
    public List<Entry> open() {
        return entries.stream().filter(entry -> entry.after() == null).toList();
    }
}
