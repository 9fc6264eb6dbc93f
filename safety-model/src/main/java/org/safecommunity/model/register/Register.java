package org.safecommunity.model.register;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safecommunity.model.internal.Checks;

/**
 * A register as a community filled it in. Immutable.
 *
 * @param kind    what it is, not null
 * @param file    file it was read from, for messages, not null
 * @param entries entries that can be used, in the order of the file
 */
public record Register(RegisterKind kind, String file, List<RegisterEntry> entries) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     */
    public Register {
        requireNonNull(kind, "kind");
        requireNonNull(file, "file");
        entries = Checks.list(entries);
    }

    /** Id of an entry. */
    public String id(RegisterEntry entry) {
        return entry.text(kind.idColumn());
    }

    /** The entry of an id; empty when there is none. */
    public Optional<RegisterEntry> entry(String id) {
        return entries.stream().filter(entry -> id(entry).equals(id)).findFirst();
    }
}
