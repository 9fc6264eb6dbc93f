package org.safecommunity.model.standard;

import static java.util.Objects.requireNonNull;

import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;

/**
 * One requirement of an element, in this project's own words. Immutable.
 *
 * @param id         id of the requirement, e.g. {@code 4.3.a}, not blank; {@code 4.n.0} is the lead of an element,
 *                   {@code 4.n.z} what follows its letters. The scheme of ids is this project's
 * @param text       paraphrase, not null
 * @param provenance where it is stated, not null
 */
public record Requirement(String id, LocalText text, Provenance provenance) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the id is blank
     */
    public Requirement {
        Checks.text(id, "id");
        requireNonNull(text, "text");
        requireNonNull(provenance, "provenance");
    }
}
