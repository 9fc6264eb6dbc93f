package org.safecommunity.model.validation;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;

/**
 * Something wrong in a document: what, where, and what to do. Sorted by location, then code.
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

    public Finding {
        Checks.text(code, "code");
        requireNonNull(severity, "severity");
        requireNonNull(location, "location");
        requireNonNull(message, "message");
        requireNonNull(hint, "hint");
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
