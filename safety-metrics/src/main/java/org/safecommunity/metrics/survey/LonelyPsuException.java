package org.safecommunity.metrics.survey;

import java.io.Serial;
import java.util.List;

/** A stratum, or a sample without strata, has one primary sampling unit only, and no policy says what to do. */
public final class LonelyPsuException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int NAMED = 20;

    private final transient List<String> strata;

    LonelyPsuException(List<String> strata) {
        super(
                strata.equals(List.of(""))
                        ? "a sample must have two primary sampling units or more, was one"
                        : "each stratum must have two primary sampling units or more; one only in " + strata.size()
                                + ": "
                                + String.join(", ", strata.subList(0, Math.min(NAMED, strata.size())))
                                + (strata.size() > NAMED ? ", …" : ""));
        this.strata = List.copyOf(strata);
    }

    /** Names of the strata; one empty name for a sample without strata. */
    public List<String> strata() {
        return strata;
    }
}
