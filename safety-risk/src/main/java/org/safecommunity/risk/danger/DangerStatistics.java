package org.safecommunity.risk.danger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A ledger of hidden dangers in numbers, on a day. Those found after the day are not counted. Immutable.
 *
 * <p>A closed one without time limit or day of closing is not shown to be in time, so it counts as not in time.
 */
public final class DangerStatistics {
    private final LocalDate asOf;
    private final List<HiddenDanger> counted;

    private DangerStatistics(LocalDate asOf, List<HiddenDanger> counted) {
        this.asOf = asOf;
        this.counted = counted;
    }

    /** Counts a ledger. */
    public static DangerStatistics of(Collection<HiddenDanger> dangers, LocalDate asOf) {
        requireNonNull(asOf, "asOf");
        return new DangerStatistics(
                asOf,
                dangers.stream()
                        .filter(d -> !d.progress().foundOn().isAfter(asOf))
                        .toList());
    }

    /** Day of the numbers. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Found. */
    public long found() {
        return counted.size();
    }

    /** Found and major. */
    public long major() {
        return counted.stream().filter(HiddenDanger::isMajor).count();
    }

    /** Written off. */
    public long closed() {
        return counted.stream().filter(d -> d.isClosed(asOf)).count();
    }

    /** Written off by the time limit. */
    public long closedInTime() {
        return counted.stream().filter(d -> d.isClosedInTime(asOf)).count();
    }

    /** Not written off and past the time limit. */
    public long overdue() {
        return counted.stream().filter(d -> d.overdue(asOf).isPresent()).count();
    }

    /** Closed / found. */
    public DangerRate closureRate() {
        return new DangerRate(DangerRate.Kind.CLOSURE, closed(), found());
    }

    /** Closed by the time limit / closed. */
    public DangerRate onTimeRate() {
        return new DangerRate(DangerRate.Kind.ON_TIME, closedInTime(), closed());
    }

    /** Repetitions of an earlier one / found. */
    public DangerRate recurrenceRate() {
        long repeated = counted.stream().filter(d -> !d.repeatOf().isBlank()).count();
        return new DangerRate(DangerRate.Kind.RECURRENCE, repeated, found());
    }

    /** Sent back at least once / submitted at least once. */
    public DangerRate reopenRate() {
        long back = counted.stream().filter(d -> d.progress().refusals() > 0).count();
        long submitted = counted.stream().filter(HiddenDanger::wasSubmitted).count();
        return new DangerRate(DangerRate.Kind.REOPEN, back, submitted);
    }

    /** The four shares. */
    public List<DangerRate> rates() {
        return List.of(closureRate(), onTimeRate(), recurrenceRate(), reopenRate());
    }

    /** Age in days of each that is open, rising. */
    public List<Long> openAges() {
        return counted.stream()
                .filter(d -> !d.isClosed(asOf))
                .map(d -> asOf.toEpochDay() - d.progress().foundOn().toEpochDay())
                .sorted()
                .toList();
    }

    /** Median age in days of those that are open; empty when none is. */
    public OptionalDouble medianOpenAge() {
        long[] ages = openAges().stream().mapToLong(Long::longValue).toArray();
        if (ages.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = ages.length / 2;
        return OptionalDouble.of(ages.length % 2 == 1 ? ages[middle] : (ages[middle - 1] + ages[middle]) / 2.0);
    }

    /** Open ones by class of age: up to each limit of the rules, then above the last. */
    public List<AgeClass> ageing() {
        List<Integer> limits = DangerRules.bundled().ageLimits();
        long[] counts = new long[limits.size() + 1];
        for (long age : openAges()) {
            int i = 0;
            while (i < limits.size() && age > limits.get(i)) {
                i++;
            }
            counts[i]++;
        }
        List<AgeClass> classes = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            long from = i == 0 ? 0 : limits.get(i - 1) + 1L;
            classes.add(new AgeClass(i < limits.size() ? from + "-" + limits.get(i) : from + "+", counts[i]));
        }
        return List.copyOf(classes);
    }

    /**
     * Open hidden dangers of an age.
     *
     * @param days  days since they were found, e.g. {@code 8-30} or {@code 91+}
     * @param count how many
     */
    public record AgeClass(String days, long count) {}

    /** The statistics of every quarter and year from the first finding to the day, by grade: both, general, major. */
    public List<PeriodStatistics> periods() {
        LocalDate first = counted.stream()
                .map(d -> d.progress().foundOn())
                .min(LocalDate::compareTo)
                .orElse(asOf);
        List<PeriodStatistics> statistics = new ArrayList<>();
        for (ReportingPeriod period : ReportingPeriod.between(first, asOf, DangerRules.bundled())) {
            for (DangerGrade grade : Arrays.asList(null, DangerGrade.GENERAL, DangerGrade.MAJOR)) {
                statistics.add(PeriodStatistics.of(counted, period, grade, asOf));
            }
        }
        return List.copyOf(statistics);
    }
}
