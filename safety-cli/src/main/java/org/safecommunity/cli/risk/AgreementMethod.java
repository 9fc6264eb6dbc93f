package org.safecommunity.cli.risk;

import java.util.Locale;

/** Coefficients of agreement of the command line. */
enum AgreementMethod {
    /** Two raters, categories. */
    COHEN,
    /** Two raters, ordered categories. */
    WEIGHTED_KAPPA,
    /** Many raters, categories. */
    FLEISS,
    /** Any raters, missing ratings allowed. */
    KRIPPENDORFF,
    /** Rankings. */
    KENDALL_W,
    /** Numbers. */
    ICC;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether ratings must be numbers. */
    boolean needsNumbers() {
        return this == KENDALL_W || this == ICC;
    }

    /** Whether counts by category are enough. */
    boolean takesCounts() {
        return this == FLEISS || this == KRIPPENDORFF;
    }
}
