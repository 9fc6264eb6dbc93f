package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;

/**
 * A risk point (风险点): a facility, part, place or area, or an activity in one. Immutable.
 *
 * @param id            id, not blank
 * @param name          name, not blank
 * @param kind          kind, not null
 * @param location      place or zone, not blank
 * @param unit          unit that answers for it, or empty
 * @param accidentTypes accident types as written
 * @param note          a remark, or empty
 */
public record RiskPoint(
        String id,
        String name,
        Kind kind,
        String location,
        String unit,
        List<HazardEntry.CodedTerm> accidentTypes,
        String note) {
    /** Kinds of risk points. */
    public enum Kind {
        /** 设施. */
        FACILITY(new LocalText("facility", "设施")),
        /** 部位. */
        PART(new LocalText("part", "部位")),
        /** 场所. */
        PLACE(new LocalText("place", "场所")),
        /** 区域. */
        AREA(new LocalText("area", "区域")),
        /** 作业活动. */
        ACTIVITY(new LocalText("activity", "作业活动"));

        private final LocalText title;

        Kind(LocalText title) {
            this.title = title;
        }

        /** Name for a reader. */
        public LocalText title() {
            return title;
        }

        /** Lower-case name as in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a label, or of its Chinese name. */
        public static Optional<Kind> parse(String text) {
            for (Kind kind : values()) {
                if (kind.label().equals(text.toLowerCase(Locale.ROOT))
                        || kind.title.zh().equals(text)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if id, name or location is blank
     */
    public RiskPoint {
        Checks.text(id, "id");
        Checks.text(name, "name");
        requireNonNull(kind, "kind");
        Checks.text(location, "location");
        requireNonNull(unit, "unit");
        accidentTypes = accidentTypes == null ? List.of() : List.copyOf(accidentTypes);
        requireNonNull(note, "note");
    }
}
