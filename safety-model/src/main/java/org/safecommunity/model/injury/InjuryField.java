package org.safecommunity.model.injury;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

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

    /** The field of a label; empty when there is none. */
    public static Optional<InjuryField> ofLabel(String label) {
        for (InjuryField field : values()) {
            if (field.label().equals(label)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Name of the field in files and code sets, e.g. {@code body_part}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
