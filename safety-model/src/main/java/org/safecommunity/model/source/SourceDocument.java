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
    public SourceDocument {
        Checks.text(key, "key");
        requireNonNull(title, "title");
    }
}
