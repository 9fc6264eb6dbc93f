package org.safecommunity.model.scheme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an assessment comes to, worst first. */
public enum Decision {
    /** Not passed. */
    FAIL,
    /** Correction within a set time, the same assessment goes on. */
    RECTIFY,
    /** Passed. */
    PASS;

    /** The word as written in results. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
