package org.safecommunity.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** Sex as recorded (GB/T 2261.1). */
public enum Sex {
    /** 男, code 1. */
    MALE("male", "男"),
    /** 女, code 2. */
    FEMALE("female", "女"),
    /** 不清楚, codes 0 and 9, or left empty. */
    UNKNOWN("unknown", "不清楚");

    private final LocalText title;

    Sex(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** Reads a code (1, 2, 0, 9), an English or Chinese word, or nothing (unknown); empty for any other text. */
    public static Optional<Sex> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "male", "m", "男" -> Optional.of(MALE);
            case "2", "female", "f", "女" -> Optional.of(FEMALE);
            case "", "0", "9", "unknown", "未知", "不清楚", "不详" -> Optional.of(UNKNOWN);
            default -> Optional.empty();
        };
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Lower-case name as in the files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
