package org.safecommunity.model.source;

import static java.util.Objects.requireNonNull;

import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;

/**
 * A document that facts refer to by key.
 *
 * @param key   short key, e.g. {@code STD}, not blank
 * @param title what the document is, not null
 */
public record SourceDocument(String key, LocalText title) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the key is blank
     */
    public SourceDocument {
        Checks.text(key, "key");
        requireNonNull(title, "title");
    }

    /** Whether a source names this document: by its key alone, or with a locator as in {@code GUID art. 21}. */
    public boolean isNamedBy(String source) {
        return source.equals(key) || source.startsWith(key + " ");
    }
}
