package org.safecommunity.model.validation;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;

/**
 * Something wrong in a document: what, where, and what to do. Immutable. Sorted by location, then code.
 *
 * @param code     stable kebab-case code, e.g. {@code not-a-number}, not blank
 * @param severity how much it matters, not null
 * @param location where it is, not null
 * @param message  what is wrong, not null; never holds personal details
 * @param hint     what to do, not null
 */
public record Finding(String code, Severity severity, Location location, LocalText message, LocalText hint)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::location)
            .thenComparing(Finding::code)
            .thenComparing(finding -> finding.message().en());

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if code is blank
     */
    public Finding {
        Checks.text(code, "code");
        requireNonNull(severity, "severity");
        requireNonNull(location, "location");
        requireNonNull(message, "message");
        requireNonNull(hint, "hint");
    }

    /** An error inside a value whose file is not known yet; the path is relative to the value. */
    public static Finding error(String code, String path, LocalText message, LocalText hint) {
        return new Finding(code, Severity.ERROR, Location.ofPath("", path), message, hint);
    }

    /** The same finding in a file, its path put behind the path of the value it was found in. */
    public Finding under(String file, String parent) {
        String path = location.column();
        String joined =
                parent.isEmpty() || path.isEmpty() || path.startsWith("[") ? parent + path : parent + "." + path;
        return new Finding(code, severity, new Location(file, location.line(), joined), message, hint);
    }

    /** Where and what in English, e.g. {@code file.json:bands[1]: must …}. */
    @Override
    public String toString() {
        String where = location.toString();
        return where.isEmpty() ? message.en() : where + ": " + message.en();
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
