package org.safecommunity.model.validation;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A value or a data file breaks rules. Lists every fault that was found, not only the first. */
public final class InvalidDataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * The faults, at least one.
     *
     * @throws IllegalArgumentException if the list is empty
     */
    public InvalidDataException(List<Finding> findings) {
        super(findings.stream().sorted().map(Finding::toString).collect(Collectors.joining("; ")));
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("findings must not be empty");
        }
        this.findings = findings.stream().sorted().toList();
    }

    /** Does nothing for an empty list, else throws. */
    public static void throwIfAny(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InvalidDataException(findings);
        }
    }

    /** The faults, sorted by place; empty only after the exception was deserialised. */
    @SuppressWarnings("NullAway") // a transient field is null after deserialisation
    public List<Finding> findings() {
        return findings == null ? Collections.emptyList() : findings;
    }
}
