package org.safecommunity.cli.shell;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.safecommunity.model.LocalText;

/** Texts of the program in English and Chinese; {@code {0}} to {@code {9}} are replaced by the arguments. */
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

    /** The text of a key in both languages; an argument that is a text in both is put in in each. */
    public static LocalText both(String key, Object... arguments) {
        return new LocalText(
                get(Locale.ENGLISH, key, in(Locale.ENGLISH, arguments)),
                get(Locale.CHINESE, key, in(Locale.CHINESE, arguments)));
    }

    /** Whether the language is Chinese; every other language is served in English. */
    public static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    private static Object[] in(Locale locale, Object... arguments) {
        Object[] texts = arguments.clone();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = texts[i] instanceof LocalText text ? text.in(locale) : texts[i];
        }
        return texts;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, isChinese(locale) ? Locale.CHINESE : Locale.ENGLISH);
    }

    /** A message and what to do about it as two sentences. */
    public static String sentences(Locale locale, String message, String hint) {
        if (hint.isEmpty()) {
            return message;
        }
        boolean ended = !message.isEmpty() && ".?!。？！".indexOf(message.charAt(message.length() - 1)) >= 0;
        return isChinese(locale) ? message + (ended ? "" : "。") + hint : message + (ended ? " " : ". ") + hint;
    }

    private static String fill(String text, Object... arguments) {
        if (arguments.length == 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            int index = close == open + 2 ? text.charAt(open + 1) - '0' : -1;
            boolean placeholder = index >= 0 && index < arguments.length;
            int to = placeholder ? close + 1 : open + 1;
            filled.append(text, from, open).append(placeholder ? String.valueOf(arguments[index]) : "{");
            from = to;
        }
        return filled.append(text.substring(from)).toString();
    }
}
