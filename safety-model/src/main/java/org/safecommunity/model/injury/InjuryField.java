package org.safecommunity.model.injury;

import java.util.Locale;

/** The coded fields of an injury record. */
public enum InjuryField {
    /** 伤害发生原因. */
    CAUSE,
    /** 伤害发生地点. */
    PLACE,
    /** 伤害发生时活动. */
    ACTIVITY,
    /** 是否故意. */
    INTENT,
    /** 伤害性质. */
    NATURE,
    /** 伤害部位. */
    BODY_PART,
    /** 伤害严重程度. */
    SEVERITY,
    /** 伤害结局. */
    OUTCOME;

    /** Name of the field in files and code sets, e.g. {@code body_part}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
