package org.safecommunity.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.internal.Checks;

/**
 * A text in English and Chinese. Immutable. Where only one is given it serves for both.
 *
 * @param en English text, not blank
 * @param zh Chinese text, not blank
 */
public record LocalText(String en, String zh) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a text is null
     * @throws IllegalArgumentException if a text is blank
     */
    public LocalText {
        Checks.text(en, "en");
        Checks.text(zh, "zh");
    }

    /**
     * Obtains a text; one of the two may be null.
     *
     * @throws IllegalArgumentException if both are null, or one is blank
     */
    @JsonCreator
    public static LocalText of(@JsonProperty("en") @Nullable String en, @JsonProperty("zh") @Nullable String zh) {
        String some = en != null ? en : zh;
        if (some == null) {
            throw new IllegalArgumentException("text must be given in en or zh");
        }
        return new LocalText(en != null ? en : some, zh != null ? zh : some);
    }

    /**
     * The same text in both languages, e.g. a plain string in a file.
     *
     * @throws NullPointerException     if the text is null
     * @throws IllegalArgumentException if the text is blank
     */
    @JsonCreator
    public static LocalText of(String text) {
        return new LocalText(text, text);
    }

    /** The text for a reader: Chinese for a Chinese locale, English for every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
    }
}
