package org.safecommunity.model.procedure;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.safecommunity.model.internal.Checks;

/**
 * Working days: Monday to Friday without the holidays, and weekend days that are worked instead. Immutable.
 *
 * <p>Limits: a year that the lists do not cover has its weekends only.
 *
 * @param holidays   days off
 * @param makeUpDays days worked although they fall on a weekend
 */
public record WorkCalendar(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
    /** Saturdays and Sundays off, no holidays. */
    public static final WorkCalendar WEEKENDS = new WorkCalendar(Set.of(), Set.of());

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a set or a date is null
     * @throws IllegalArgumentException if a date is both a holiday and a make-up day
     */
    public WorkCalendar {
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
        Set<LocalDate> both = new TreeSet<>(holidays);
        both.retainAll(makeUpDays);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("holidays and makeUpDays must not share a date, was " + both);
        }
    }

    /** Whether people work on the day. */
    public boolean isWorkingDay(LocalDate day) {
        requireNonNull(day, "day");
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return makeUpDays.contains(day) || (!weekend && !holidays.contains(day));
    }

    /**
     * The day on which a period of working days ends. The day of the event itself does not count.
     *
     * @param from        day of the event, not null
     * @param workingDays length of the period in working days, from 1 to 1200
     * @return the last day of the period, a working day
     * @throws NullPointerException     if from is null
     * @throws IllegalArgumentException if workingDays is out of range
     */
    public LocalDate plus(LocalDate from, int workingDays) {
        requireNonNull(from, "from");
        Checks.between(workingDays, 1, 1200, "workingDays");
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
