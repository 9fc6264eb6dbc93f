package org.safecommunity.metrics.rate;

import org.safecommunity.metrics.internal.Checks;

/**
 * Events and person-time of one stratum.
 *
 * @param label      stratum, e.g. the age band {@code 0-4}, not blank
 * @param events     events, from 0 to 2^53
 * @param personTime person-time, finite, 0 or more
 */
public record Stratum(String label, long events, double personTime) {
    public Stratum {
        Checks.text(label, "label");
        Checks.count(events, "events of stratum " + label);
        personTime = Checks.notNegative(personTime, "personTime of stratum " + label);
    }
}
