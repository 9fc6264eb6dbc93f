package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.Colour;

/**
 * Which tier of an organisation controls a risk of which colour (分级管控). The highest tier is named by the colour; every
 * tier below it controls the risk too. Immutable.
 *
 * @param id         id, e.g. {@code enterprise}, not blank
 * @param title      name, not null
 * @param tiers      tiers, highest first, at least one
 * @param highest    id of the highest tier by label of the colour, one for each colour
 * @param provenance where the rule is stated, not null
 * @param sources    documents that the provenance refers to
 */
public record ControlTiers(
        String id,
        LocalText title,
        List<Tier> tiers,
        Map<String, String> highest,
        Provenance provenance,
        List<SourceDocument> sources) {
    private static final DataFile<TierFile> FILE = DataFile.of(TierFile.class);

    /** A data file of tiers. */
    record TierFile(String version, List<ControlTiers> sets) {
        TierFile {
            Checks.text(version, "version");
            sets = Checks.filled(sets, "sets");
        }
    }

    /**
     * A tier.
     *
     * @param id    id, not blank
     * @param title name, not null
     */
    public record Tier(String id, LocalText title) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Tier {
            Checks.text(id, "id");
            requireNonNull(title, "title");
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws InvalidDataException     if a source is not in the list
     * @throws IllegalArgumentException if the id is blank, there are no tiers, or a colour has no tier of the list
     */
    public ControlTiers {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        tiers = Checks.filled(tiers, "tiers");
        highest = Map.copyOf(requireNonNull(highest, "highest"));
        requireNonNull(provenance, "provenance");
        sources = sources == null ? List.of() : List.copyOf(sources);
        for (Colour colour : Colour.values()) {
            String tier = highest.get(colour.label());
            if (tiers.stream().noneMatch(t -> t.id().equals(tier))) {
                throw new IllegalArgumentException("highest must name a tier for " + colour.label() + ", was " + tier);
            }
        }
        InvalidDataException.throwIfAny(provenance.unresolved("provenance", sources));
    }

    /**
     * The sets of tiers that are part of the library; the first is the usual one.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static List<ControlTiers> bundled() {
        String name = "control-tiers.json";
        return FILE.readBundled(ControlTiers.class.getResourceAsStream(name), name)
                .sets();
    }

    /** The set of an id. */
    public static Optional<ControlTiers> find(String id) {
        return bundled().stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** The tiers that control a risk of a colour, highest first. */
    public List<Tier> of(Colour colour) {
        String top = highest.get(colour.label());
        int from = 0;
        while (!tiers.get(from).id().equals(top)) {
            from++;
        }
        return tiers.subList(from, tiers.size());
    }
}
