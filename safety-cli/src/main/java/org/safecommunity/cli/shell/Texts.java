package org.safecommunity.cli.shell;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.safecommunity.model.LocalText;

/** Texts of the program in English and Chinese; {@code {0}}, {@code {1}} … are replaced by the arguments. */
public final class Texts {
    private static final String BUNDLE = "org.safecommunity.cli.messages";

    private Texts() {}

    /** The text of a key in one language. */
    public static String get(Locale locale, String key, Object... arguments) {
        return fill(bundle(locale).getString(key), arguments);
    }

    /** The text of a key, or a fallback where there is none. */
    public static String getOr(Locale locale, String key, String fallback) {
        try {
            return bundle(locale).getString(key);
        } catch (MissingResourceException e) {
            return fallback;
        }
    }

    /** The text of a key in both languages. */
    public static LocalText both(String key, Object... arguments) {
        return new LocalText(get(Locale.ENGLISH, key, arguments), get(Locale.CHINESE, key, arguments));
    }

    /** Whether the language is Chinese; every other language is served in English. */
    public static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, isChinese(locale) ? Locale.CHINESE : Locale.ENGLISH);
    }

    private static String fill(String text, Object... arguments) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return filled;
    }
}
