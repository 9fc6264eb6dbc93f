package org.safecommunity.metrics.work;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.internal.Checks;

/**
 * What the indicators of work accidents are computed from, by name, e.g. {@code injuries}, {@code hours}. Immutable.
 *
 * @param values      value of each quantity, finite and 0 or more, in order
 * @param deathsAdded whether the dead were added to the injured and charged with lost workdays
 */
public record WorkQuantities(Map<String, Double> values, boolean deathsAdded) {
    /** Injured persons, the dead included unless they are added later. */
    public static final String INJURIES = "injuries";
    /** Deaths. */
    public static final String DEATHS = "deaths";
    /** Serious injuries. */
    public static final String SERIOUS = "serious";
    /** Lost workdays, those charged for deaths included unless they are added later. */
    public static final String LOST_DAYS = "lost_days";
    /** Mean number of workers. */
    public static final String WORKERS = "workers";
    /** Hours worked. */
    public static final String HOURS = "hours";

    public WorkQuantities {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach((name, value) -> Checks.notNegative(value, name));
    }

    /** Obtains quantities as given. */
    public static WorkQuantities of(Map<String, Double> values) {
        return new WorkQuantities(values, false);
    }

    /**
     * Mean number of workers of a period from the counts at the ends of its parts, e.g. of four quarters.
     *
     * @param counts counts, each finite and 0 or more, not empty
     * @return their mean
     * @throws IllegalArgumentException if counts is empty or one is negative or not finite
     */
    public static double meanWorkers(List<Double> counts) {
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("counts must not be empty");
        }
        double sum = 0;
        for (double count : counts) {
            sum += Checks.notNegative(count, "workers");
        }
        return sum / counts.size();
    }

    /**
     * The quantities with the dead added to the injured and charged with lost workdays, for registers that keep them apart.
     *
     * @param charge workdays charged for a death, finite and 0 or more, e.g. 6000
     * @return the quantities; those that are not given are not added to
     * @throws IllegalArgumentException if the deaths are not given, or were added already
     */
    public WorkQuantities withDeathsAdded(double charge) {
        Double deaths = values.get(DEATHS);
        if (deaths == null || deathsAdded) {
            throw new IllegalArgumentException("deaths must be given, and added only once");
        }
        Checks.notNegative(charge, "charge");
        Map<String, Double> added = new LinkedHashMap<>(values);
        added.computeIfPresent(INJURIES, (name, value) -> value + deaths);
        added.computeIfPresent(LOST_DAYS, (name, value) -> value + charge * deaths);
        return new WorkQuantities(added, true);
    }
}
