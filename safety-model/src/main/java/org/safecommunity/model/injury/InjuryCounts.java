package org.safecommunity.model.injury;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.safecommunity.model.Sex;

/**
 * Counts injury records as they pass by. Memory grows with the number of different cells, not of records. Not thread-safe.
 */
public final class InjuryCounts {
    /** Lowest age of the open band of the usual five-year bands. */
    private static final int OPEN_BAND = 85;

    private final Map<InjuryField, Map<String, Long>> byField = new EnumMap<>(InjuryField.class);
    private final Map<Cell, Long> byCell = new TreeMap<>();
    private final Map<Integer, Long> byMonth = new TreeMap<>();
    private final Map<Integer, Map<Integer, Long>> byYearAndMonth = new TreeMap<>();
    private final Map<String, Map<String, Long>> outcomeByCause = new TreeMap<>();
    private long total;
    private long withoutAge;
    private long withoutMonth;

    /** Starts with nothing counted. */
    public InjuryCounts() {
        // all counts are 0
    }

    /**
     * One year, sex and age band.
     *
     * @param year    calendar year
     * @param sex     sex
     * @param ageLow  lowest age of the five-year band; 85 is open, −1 means not known
     */
    public record Cell(int year, Sex sex, int ageLow) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int order = Integer.compare(year, other.year);
            order = order != 0 ? order : sex.compareTo(other.sex);
            return order != 0 ? order : Integer.compare(ageLow, other.ageLow);
        }

        /** Label of the band, e.g. {@code 0-4}, {@code 85+}; empty when the age is not known. */
        public String ageGroup() {
            return InjuryCounts.ageGroup(ageLow);
        }
    }

    /** Counts a record. */
    public void add(InjuryRecord injury) {
        total++;
        int ageLow = injury.age() == null ? -1 : Math.min(OPEN_BAND, injury.age() / 5 * 5);
        if (ageLow < 0) {
            withoutAge++;
        }
        byCell.merge(new Cell(injury.date().year(), injury.sex(), ageLow), 1L, Long::sum);
        OptionalInt month = injury.date().knownMonth();
        if (month.isPresent()) {
            byMonth.merge(month.getAsInt(), 1L, Long::sum);
            byYearAndMonth
                    .computeIfAbsent(injury.date().year(), year -> new TreeMap<>())
                    .merge(month.getAsInt(), 1L, Long::sum);
        } else {
            withoutMonth++;
        }
        injury.codes().forEach((field, code) -> byField.computeIfAbsent(field, f -> new TreeMap<>())
                .merge(code, 1L, Long::sum));
        injury.code(InjuryField.CAUSE)
                .ifPresent(cause -> injury.code(InjuryField.OUTCOME).ifPresent(outcome -> outcomeByCause
                        .computeIfAbsent(cause, c -> new TreeMap<>())
                        .merge(outcome, 1L, Long::sum)));
    }

    /** Label of the five-year band that starts at an age. */
    public static String ageGroup(int ageLow) {
        if (ageLow < 0) {
            return "";
        }
        return ageLow >= OPEN_BAND ? OPEN_BAND + "+" : ageLow + "-" + (ageLow + 4);
    }

    /** Records counted. */
    public long total() {
        return total;
    }

    /** Records without an age. */
    public long withoutAge() {
        return withoutAge;
    }

    /** Records without a month. */
    public long withoutMonth() {
        return withoutMonth;
    }

    /** Records by code of a field; records where it was not filled in are left out. */
    public Map<String, Long> byField(InjuryField field) {
        return Collections.unmodifiableMap(byField.getOrDefault(field, Map.of()));
    }

    /** Records by year, sex and age band, in that order. */
    public Map<Cell, Long> byCell() {
        return Collections.unmodifiableMap(byCell);
    }

    /** Records by calendar month, 1 to 12. */
    public Map<Integer, Long> byMonth() {
        return Collections.unmodifiableMap(byMonth);
    }

    /** Records by year and calendar month. */
    public Map<Integer, Map<Integer, Long>> byYearAndMonth() {
        return Collections.unmodifiableMap(byYearAndMonth);
    }

    /** Records by cause and outcome, where both were filled in. */
    public Map<String, Map<String, Long>> outcomeByCause() {
        return Collections.unmodifiableMap(outcomeByCause);
    }
}
