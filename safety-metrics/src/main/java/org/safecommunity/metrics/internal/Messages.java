package org.safecommunity.metrics.internal;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of this module in English and Chinese; {@code {0}}, {@code {1}} … are replaced by the arguments. */
public final class Messages {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private Messages() {}

    /** The text of a key: Chinese for a Chinese locale, English for every other. */
    public static String text(Locale locale, String key, Object... arguments) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.safecommunity.metrics.messages", chinese ? Locale.CHINESE : Locale.ENGLISH);
        String text = bundle.getString(key);
        if (arguments.length == 0) {
            return text;
        }
        // in one pass: an argument may contain braces of its own
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(argument(match.group(), match.group(1), arguments)));
    }

    private static String argument(String placeholder, String index, Object... arguments) {
        int i = Integer.parseInt(index);
        return i < arguments.length ? String.valueOf(arguments[i]) : placeholder;
    }
}
