package org.safecommunity.model.scheme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The three parts of an indicator that are graded. */
public enum Part {
    /** The content is there (有无). */
    PRESENCE,
    /** Evidence can be verified (痕迹). */
    TRACE,
    /** It has an effect (效果). */
    EFFECT;

    /** The name as written in files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
