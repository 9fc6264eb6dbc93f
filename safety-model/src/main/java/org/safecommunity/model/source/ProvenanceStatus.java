package org.safecommunity.model.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** How a fact came into the data files. */
public enum ProvenanceStatus {
    /** Read in the document named. */
    FOUND("found", "有出处"),
    /** From memory; no document read states it. Shown to users as unconfirmed. */
    RECALLED("recalled, unconfirmed", "凭记忆，未经核实"),
    /** Arithmetic, a mapping or a proposal of this project. Not an official rule; shown as unconfirmed. */
    DERIVED("derived by this project, unconfirmed", "本项目推导，未经核实");

    private final LocalText title;

    ProvenanceStatus(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** Name for a reader; says so where a fact is unconfirmed. */
    public LocalText title() {
        return title;
    }

    /** Lower-case name as in the data files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
