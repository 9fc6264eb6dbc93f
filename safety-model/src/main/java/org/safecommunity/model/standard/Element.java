package org.safecommunity.model.standard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;

/**
 * One of the elements (要素) of the standard. Immutable.
 *
 * @param id           id, e.g. {@code 4.3}, not blank
 * @param title        name, not null
 * @param phase        plan, do, check or act, not null; a reading of this project, whatever the provenance says
 * @param provenance   where the name is stated, not null
 * @param requirements requirements in order, at least one; each id begins with the id of the element and a point
 */
public record Element(
        String id, LocalText title, PdcaPhase phase, Provenance provenance, List<Requirement> requirements) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the list is null
     * @throws IllegalArgumentException if the id is blank, there are no requirements, or one has the id of another element
     */
    public Element {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        requireNonNull(phase, "phase");
        requireNonNull(provenance, "provenance");
        requirements = Checks.filled(requirements, "requirements");
        for (int i = 0; i < requirements.size(); i++) {
            if (!requirements.get(i).id().startsWith(id + ".")) {
                throw new IllegalArgumentException("requirements[" + i + "].id must begin with " + id + "., was "
                        + requirements.get(i).id());
            }
        }
    }
}
