package org.safecommunity.model.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** How sure a recalled fact is. Even a high one stays unconfirmed until somebody compares it with the document. */
public enum Confidence {
    /** High. */
    HIGH("high confidence", "把握较大"),
    /** Medium. */
    MEDIUM("medium confidence", "把握中等"),
    /** Low. */
    LOW("low confidence", "把握较小");

    private final LocalText title;

    Confidence(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Lower-case name as in the data files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
