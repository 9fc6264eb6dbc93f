package org.safecommunity.model.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a fact came into the data files. */
public enum ProvenanceStatus {
    /** Read in the document named. */
    FOUND,
    /** From memory; no document read states it. Shown to users as unconfirmed. */
    RECALLED,
    /** Arithmetic, a mapping or a proposal of this project. Not an official rule; shown as unconfirmed. */
    DERIVED;

    /** Lower-case name as in the data files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
