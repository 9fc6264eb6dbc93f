package org.safecommunity.metrics.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Working;

/**
 * Events and trials of a group and of the reference it is compared with: a two by two table with the cells a, b (events
 * and other trials of the group) and c, d (of the reference).
 *
 * @param events          events of the group x₁ = a, from 0 to trials
 * @param trials          trials of the group n₁ = a + b
 * @param referenceEvents events of the reference x₀ = c, from 0 to referenceTrials
 * @param referenceTrials trials of the reference n₀ = c + d
 */
public record TwoProportions(long events, long trials, long referenceEvents, long referenceTrials) {
    public TwoProportions {
        Checks.count(events, "events");
        Checks.count(trials, "trials");
        Checks.count(referenceEvents, "referenceEvents");
        Checks.count(referenceTrials, "referenceTrials");
        Checks.count(trials + referenceTrials, "trials of both groups");
        if (events > trials) {
            throw new IllegalArgumentException("events must not exceed trials, was " + events + " of " + trials);
        }
        if (referenceEvents > referenceTrials) {
            throw new IllegalArgumentException("referenceEvents must not exceed referenceTrials, was " + referenceEvents
                    + " of " + referenceTrials);
        }
    }

    /** Trials of both groups, N. */
    public long total() {
        return trials + referenceTrials;
    }

    /** Events of both groups, m. */
    public long totalEvents() {
        return events + referenceEvents;
    }

    /** Trials of the group without event, b. */
    long others() {
        return trials - events;
    }

    /** Trials of the reference without event, d. */
    long referenceOthers() {
        return referenceTrials - referenceEvents;
    }

    double risk() {
        return (double) events / trials;
    }

    double referenceRisk() {
        return (double) referenceEvents / referenceTrials;
    }

    boolean hasTrials() {
        return trials > 0 && referenceTrials > 0;
    }

    /** The same counts seen from the reference. */
    TwoProportions swapped() {
        return new TwoProportions(referenceEvents, referenceTrials, events, trials);
    }

    /** What can be said of the ratio of the risks. */
    Status status() {
        if (!hasTrials()) {
            return Status.EMPTY_DOMAIN;
        }
        if (referenceEvents == 0) {
            return events == 0 ? Status.BOTH_ZERO : Status.ZERO_REFERENCE;
        }
        return events == 0 ? Status.ZERO_EVENTS : Status.OK;
    }

    /** The inputs, echoed. */
    Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", events);
        inputs.put("trials", trials);
        inputs.put("referenceEvents", referenceEvents);
        inputs.put("referenceTrials", referenceTrials);
        return inputs;
    }

    /** The counts as numbers put in. */
    String numbers() {
        return "x₁ = " + Working.n(events) + ", n₁ = " + Working.n(trials) + ", x₀ = " + Working.n(referenceEvents)
                + ", n₀ = " + Working.n(referenceTrials);
    }

    /** The two risks as steps. */
    void risks(Working working) {
        working.calculation(
                "step.risk-of-group", "p₁ = x₁ / n₁", Working.n(events) + " / " + Working.n(trials), risk());
        working.calculation(
                "step.risk-of-reference",
                "p₀ = x₀ / n₀",
                Working.n(referenceEvents) + " / " + Working.n(referenceTrials),
                referenceRisk());
    }
}
