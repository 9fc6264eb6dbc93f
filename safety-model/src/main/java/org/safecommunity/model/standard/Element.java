package org.safecommunity.model.standard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;

/**
 * One of the elements (要素) of the standard.
 *
 * @param id           id, e.g. {@code 4.3}, not blank
 * @param title        name, not null
 * @param phase        plan, do, check or act, not null
 * @param provenance   where the name is stated, not null
 * @param requirements requirements in order, at least one
 */
public record Element(
        String id, LocalText title, PdcaPhase phase, Provenance provenance, List<Requirement> requirements) {
    public Element {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        requireNonNull(phase, "phase");
        requireNonNull(provenance, "provenance");
        requirements = Checks.list(requirements);
        if (requirements.isEmpty()) {
            throw new IllegalArgumentException("requirements must not be empty");
        }
    }
}
