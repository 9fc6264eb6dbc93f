package org.safecommunity.model.validation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** How much a finding matters. */
public enum Severity {
    /** The row or document cannot be used as it is. */
    ERROR("error", "错误"),
    /** It can be used, but somebody should look. */
    WARNING("warning", "警告"),
    /** A remark; the data conform. */
    INFO("note", "提示");

    private final LocalText title;

    Severity(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Lower-case name as in the data files and JSON. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
