package org.safecommunity.model.procedure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** How a date of the procedure stands on a day. */
public enum DueStatus {
    /** Its earliest day has not come. */
    NOT_YET("not yet", "未到时间"),
    /** To be done, in time. */
    OPEN("open", "待办"),
    /** To be done, late. */
    OVERDUE("overdue", "逾期"),
    /** Done in time. */
    MET("met", "按期完成"),
    /** Done, but late. */
    LATE("done late", "逾期完成"),
    /** Done before its earliest day. */
    TOO_EARLY("done too early", "早于规定时间"),
    /** Never done, and its time was over when the name ended. */
    MISSED("missed", "未完成"),
    /** No longer asked for: the name ended before. */
    VOID("no longer asked for", "不再要求");

    private final LocalText title;

    DueStatus(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** The name as written in results, e.g. {@code too-early}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
