package org.safecommunity.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.safecommunity.metrics.internal.Messages;

/**
 * A warning about a result, with a stable code and a text in either language.
 *
 * @param code      kebab-case code, e.g. {@code small-count}, not null
 * @param arguments values put into the text, not null
 */
public record Note(String code, List<String> arguments) {
    public Note {
        requireNonNull(code, "code");
        arguments = List.copyOf(arguments);
    }

    /** Obtains a note; arguments appear in the text in this order. */
    public static Note of(String code, Object... arguments) {
        return new Note(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** The text for a reader. */
    public String message(Locale locale) {
        return Messages.text(locale, "note." + code, arguments.toArray());
    }
}
