package org.safecommunity.metrics.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of this module in English and Chinese; {@code {0}}, {@code {1}} … are replaced by the arguments. */
public final class Messages {
    private Messages() {}

    /** The text of a key: Chinese for a Chinese locale, English for every other. */
    public static String text(Locale locale, String key, Object... arguments) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.safecommunity.metrics.messages", chinese ? Locale.CHINESE : Locale.ENGLISH);
        String text = bundle.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
