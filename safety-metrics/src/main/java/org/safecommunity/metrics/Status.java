package org.safecommunity.metrics;

import java.util.Locale;
import org.safecommunity.metrics.internal.Messages;

/** Why a result is not an ordinary one. The label is stable: scripts rely on it. */
public enum Status {
    /** All parts are present. */
    OK,
    /** No event: estimate 0, lower limit 0, no standard error. */
    ZERO_EVENTS,
    /** Every trial is an event: estimate 1, upper limit 1, no standard error. */
    ALL_EVENTS,
    /** A ratio without events in the reference: no estimate, a lower limit only. */
    ZERO_REFERENCE,
    /** A ratio of nothing to nothing. */
    BOTH_ZERO,
    /** No person-time: nothing to divide by. */
    NO_PERSON_TIME,
    /** Events where nobody was observed: numerator and denominator do not match. */
    EVENTS_WITHOUT_PERSON_TIME,
    /** A stratum of the data has no weight in the standard population. */
    NO_STANDARD_WEIGHT,
    /** A stratum of the data has no rate in the reference population. */
    NO_REFERENCE_RATE,
    /** No unit in the domain or no trial. */
    EMPTY_DOMAIN,
    /** One unit only: the variance cannot be estimated. */
    SINGLE_UNIT,
    /** The observations do not vary, or their estimated variance is not positive: the coefficient is not defined. */
    NO_VARIATION,
    /** One primary sampling unit only: the variance cannot be estimated. */
    SINGLE_PSU,
    /** No degrees of freedom left. */
    NO_DF,
    /** An iteration did not reach its goal. */
    NOT_CONVERGED,
    /** The fit lies on the boundary of what is possible. */
    SEPARATED,
    /** Hidden by a publication rule. */
    SUPPRESSED,
    /** Shown, but too uncertain to rely on. */
    UNRELIABLE;

    /** Whether a result of this status has an estimate; if not, {@link MetricResult#value()} is absent. */
    public boolean hasValue() {
        return switch (this) {
            case ZERO_REFERENCE,
                    BOTH_ZERO,
                    NO_PERSON_TIME,
                    EVENTS_WITHOUT_PERSON_TIME,
                    NO_STANDARD_WEIGHT,
                    NO_REFERENCE_RATE,
                    EMPTY_DOMAIN,
                    NO_VARIATION,
                    NOT_CONVERGED,
                    SEPARATED,
                    SUPPRESSED -> false;
            default -> true;
        };
    }

    /** Kebab-case name, e.g. {@code zero-events}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One sentence for a reader. */
    public String message(Locale locale) {
        return Messages.text(locale, "status." + label());
    }
}
