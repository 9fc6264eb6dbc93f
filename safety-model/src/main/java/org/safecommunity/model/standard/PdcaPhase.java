package org.safecommunity.model.standard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Phase of the plan–do–check–act cycle an element belongs to (a reading of this project, not of the standard). */
public enum PdcaPhase {
    /** 策划. */
    PLAN,
    /** 实施. */
    DO,
    /** 检查. */
    CHECK,
    /** 改进. */
    ACT;

    /** Lower-case name as in the data files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
