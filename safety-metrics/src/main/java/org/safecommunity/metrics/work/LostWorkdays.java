package org.safecommunity.metrics.work;

import java.util.List;
import java.util.Optional;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.CsvRows;

/**
 * Lost workdays as the standards charge them. Chinese lost workdays are working days and go up to 6000; OSHA counts calendar
 * days up to 180 a case: never add the two.
 */
public final class LostWorkdays {
    private static final String RESOURCE = "lost-workdays.csv";

    private LostWorkdays() {}

    /**
     * Days charged for an outcome.
     *
     * @param key key of the data file, e.g. {@code death}, not null
     * @return the days; empty for an unknown key
     */
    public static Optional<Double> charged(String key) {
        return CsvRows.of(LostWorkdays.class, RESOURCE).stream()
                .filter(row -> key.equals(row.get("key")))
                .map(row -> Double.valueOf(row.getOrDefault("days", "")))
                .findFirst();
    }

    /**
     * Lost workdays of one person with several injuries (GB 6441-1986): the sum, at most the cap.
     *
     * @param injuries days of each injury, each finite and 0 or more
     * @return days of the person
     * @throws IllegalArgumentException if a number of days is negative or not finite
     */
    public static double ofPerson(List<Double> injuries) {
        double sum = 0;
        for (double days : injuries) {
            sum += Checks.notNegative(days, "days");
        }
        return Math.min(sum, charged("person-cap").orElseThrow());
    }

    /**
     * Calendar days that OSHA counts for one case: at most the cap.
     *
     * @param calendarDays days away, the day of the injury not counted, finite and 0 or more
     * @return days counted
     * @throws IllegalArgumentException if the days are negative or not finite
     */
    public static double ofOshaCase(double calendarDays) {
        return Math.min(
                Checks.notNegative(calendarDays, "calendarDays"),
                charged("osha-cap").orElseThrow());
    }
}
