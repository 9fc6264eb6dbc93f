package org.safecommunity.risk.danger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A quarter or a year for which statistics of hidden dangers are made, and the day before which they are due. Immutable.
 *
 * @param label        {@code 2025-Q1} or {@code 2025}, not null
 * @param start        first day, not null
 * @param end          last day, not null
 * @param reportBefore the statistics are due before this day, not null
 */
public record ReportingPeriod(String label, LocalDate start, LocalDate end, LocalDate reportBefore) {
    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the end is before the start
     */
    public ReportingPeriod {
        requireNonNull(label, "label");
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        requireNonNull(reportBefore, "reportBefore");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("end must not be before start, was " + end + " and " + start);
        }
    }

    /**
     * A quarter, due before the 15th day of the first month of the next one (the day is data).
     *
     * @throws IllegalArgumentException if the quarter is not from 1 to 4
     */
    public static ReportingPeriod quarter(int year, int quarter, DangerRules rules) {
        if (quarter < 1 || quarter > QUARTERS) {
            throw new IllegalArgumentException("quarter must be from 1 to 4, was " + quarter);
        }
        LocalDate start = LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1);
        LocalDate next = start.plusMonths(MONTHS);
        return new ReportingPeriod(
                year + "-Q" + quarter, start, next.minusDays(1), next.withDayOfMonth(rules.quarterReportDay()));
    }

    /** A year, due before 31 January of the next one (the day is data). */
    public static ReportingPeriod year(int year, DangerRules rules) {
        return new ReportingPeriod(
                Integer.toString(year),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                LocalDate.of(year + 1, rules.yearReportMonth(), rules.yearReportDay()));
    }

    /** The quarters and, after its last quarter, the year, from the one of a day to the one of another. */
    public static List<ReportingPeriod> between(LocalDate first, LocalDate last, DangerRules rules) {
        List<ReportingPeriod> periods = new ArrayList<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                ReportingPeriod period = quarter(year, quarter, rules);
                if (!period.end().isBefore(first) && !period.start().isAfter(last)) {
                    periods.add(period);
                }
            }
            periods.add(year(year, rules));
        }
        return List.copyOf(periods);
    }
}
