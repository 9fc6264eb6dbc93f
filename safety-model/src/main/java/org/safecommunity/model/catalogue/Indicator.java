package org.safecommunity.model.catalogue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;

/**
 * One indicator of a catalogue. Immutable.
 *
 * @param id           id, e.g. {@code I14}, not blank
 * @param title        short label, not null
 * @param requirements ids of the requirements or elements of AQ/T 9001-2006 it looks at, at least one
 * @param max          most points it can earn, greater than 0; null where the points are not known or there are none
 * @param evidence     what an assessor expects to see, or null
 * @param provenance   where the indicator is stated, not null
 */
public record Indicator(
        String id,
        LocalText title,
        List<String> requirements,
        @Nullable BigDecimal max,
        @Nullable LocalText evidence,
        Provenance provenance) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if id, title or provenance is null
     * @throws IllegalArgumentException if the id is blank, there is no requirement, or max is not greater than 0
     */
    public Indicator {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        requirements = Checks.filled(requirements, "requirements");
        if (max != null && max.signum() <= 0) {
            throw new IllegalArgumentException("max must be greater than 0, was " + max.toPlainString());
        }
        requireNonNull(provenance, "provenance");
    }

    /** The element of AQ/T 9001-2006 that the first requirement belongs to, e.g. {@code 4.3}. */
    public String elementId() {
        String[] parts = requirements.get(0).split("\\.", 3);
        return parts.length < 2 ? requirements.get(0) : parts[0] + "." + parts[1];
    }

    /** The same indicator with another label or other points; null keeps what is there. */
    Indicator with(@Nullable LocalText newTitle, @Nullable BigDecimal newMax) {
        return new Indicator(
                id,
                newTitle == null ? title : newTitle,
                requirements,
                newMax == null ? max : newMax,
                evidence,
                provenance);
    }
}
