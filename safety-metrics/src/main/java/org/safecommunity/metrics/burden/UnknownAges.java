package org.safecommunity.metrics.burden;

import org.safecommunity.metrics.internal.Checks;

/**
 * Deaths whose age is not known.
 *
 * @param deaths        how many, from 0 to 2^53
 * @param redistributed whether they are spread over the known ages in proportion; else they are left out
 */
public record UnknownAges(long deaths, boolean redistributed) {
    /** Every age is known. */
    public static final UnknownAges NONE = new UnknownAges(0, true);

    public UnknownAges {
        Checks.count(deaths, "deaths of unknown age");
    }

    /** Factor on the years of the deaths of known age. */
    double factor(long known) {
        return redistributed && known > 0 ? (known + (double) deaths) / known : 1;
    }
}
