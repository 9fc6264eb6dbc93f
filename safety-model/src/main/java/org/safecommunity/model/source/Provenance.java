package org.safecommunity.model.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;

/**
 * Where a fact comes from. Immutable.
 *
 * @param status         found, recalled or derived, not null
 * @param confidence     {@code high}, {@code medium} or {@code low} for a recalled fact, else null
 * @param sources        keys of the documents that state it, with a locator where known, e.g. {@code GUID art. 21}
 * @param consistentWith documents that fit the fact without stating it
 * @param note           a remark for readers, or null
 */
public record Provenance(
        ProvenanceStatus status,
        @Nullable String confidence,
        List<String> sources,
        List<String> consistentWith,
        @Nullable LocalText note) {
    public Provenance {
        requireNonNull(status, "status");
        sources = Checks.list(sources);
        consistentWith = Checks.list(consistentWith);
        if (status == ProvenanceStatus.FOUND && sources.isEmpty()) {
            throw new IllegalArgumentException("sources must name a document for a found fact");
        }
    }

    /** Whether a document that was read states the fact. Everything else is shown as unconfirmed. */
    public boolean isConfirmed() {
        return status == ProvenanceStatus.FOUND;
    }

    /** Short text such as {@code found: STD, FORM} or {@code recalled (high), fits GUID art. 21}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(status.label());
        if (confidence != null) {
            text.append(" (").append(confidence).append(')');
        }
        if (!sources.isEmpty()) {
            text.append(": ").append(String.join(", ", sources));
        }
        if (!consistentWith.isEmpty()) {
            text.append(", fits ").append(String.join(", ", consistentWith));
        }
        return text.toString();
    }
}
