package org.safecommunity.metrics.comparison;

import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Checks;

/**
 * Events and person-time of a group and of the reference it is compared with.
 *
 * @param events              events of the group x₁, from 0 to 2^53
 * @param personTime          person-time of the group T₁, finite, 0 or more
 * @param referenceEvents     events of the reference x₀, from 0 to 2^53
 * @param referencePersonTime person-time of the reference T₀ in the same unit, finite, 0 or more; neither may be
 *     more than 10^12 times the other
 */
public record TwoRates(long events, double personTime, long referenceEvents, double referencePersonTime) {
    /** Person-times further apart than this cannot be compared in doubles. */
    private static final double SMALLEST_SHARE = 1e-12;

    public TwoRates {
        Checks.count(events, "events");
        personTime = Checks.notNegative(personTime, "personTime");
        Checks.count(referenceEvents, "referenceEvents");
        referencePersonTime = Checks.notNegative(referencePersonTime, "referencePersonTime");
        Checks.count(events + referenceEvents, "events of both groups");
        double longer = Math.max(personTime, referencePersonTime);
        double shorter = Math.min(personTime, referencePersonTime);
        if (shorter > 0 && shorter < longer * SMALLEST_SHARE) {
            throw new IllegalArgumentException(
                    "personTime and referencePersonTime must not differ by more than a factor"
                            + " of 1E12, was " + NumberText.shortest(personTime) + " and "
                            + NumberText.shortest(referencePersonTime));
        }
    }

    /** Events of both groups, N. */
    public long total() {
        return events + referenceEvents;
    }

    /** Rate of the group per one unit of person-time. */
    double rate() {
        return events / personTime;
    }

    /** Rate of the reference per one unit of person-time. */
    double referenceRate() {
        return referenceEvents / referencePersonTime;
    }

    /** Share of the group in the person-time, T₁/(T₁ + T₀): the share of events it would have at a ratio of 1. */
    double share() {
        return 1 / (1 + referencePersonTime / personTime);
    }

    /** The same counts seen from the reference. */
    TwoRates swapped() {
        return new TwoRates(referenceEvents, referencePersonTime, events, personTime);
    }

    boolean hasPersonTime() {
        return personTime > 0 && referencePersonTime > 0;
    }

    /** What can be said of the ratio. */
    Status status() {
        if (!hasPersonTime()) {
            boolean events0 = (personTime == 0 && events > 0) || (referencePersonTime == 0 && referenceEvents > 0);
            return events0 ? Status.EVENTS_WITHOUT_PERSON_TIME : Status.NO_PERSON_TIME;
        }
        if (referenceEvents == 0) {
            return events == 0 ? Status.BOTH_ZERO : Status.ZERO_REFERENCE;
        }
        return events == 0 ? Status.ZERO_EVENTS : Status.OK;
    }
}
