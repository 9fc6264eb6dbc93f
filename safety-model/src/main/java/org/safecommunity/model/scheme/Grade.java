package org.safecommunity.model.scheme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** How well one part of an indicator is met, best first: a good, b some defect, c large defect, d empty or falsified. */
public enum Grade {
    /** Good. */
    A,
    /** Some defect that does not hurt the whole. */
    B,
    /** Large defect. */
    C,
    /** Empty or falsified. */
    D;

    /** The letter as written in files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grade of a letter, in any case and with space around it; empty for every other text. */
    public static Optional<Grade> of(String text) {
        String letter = text.strip().toUpperCase(Locale.ROOT);
        for (Grade grade : values()) {
            if (grade.name().equals(letter)) {
                return Optional.of(grade);
            }
        }
        return Optional.empty();
    }
}
