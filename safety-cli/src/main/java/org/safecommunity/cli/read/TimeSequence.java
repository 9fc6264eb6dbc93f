package org.safecommunity.cli.read;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a series of times that should follow one another: times of two kinds, times that appear twice, and
 * periods that are missing between the first and the last.
 */
public final class TimeSequence {
    private static final int MOST_NAMED = 10;

    private final List<TimeLabel> sorted;

    private TimeSequence(List<TimeLabel> sorted) {
        this.sorted = sorted;
    }

    /** Looks at times in any order. */
    public static TimeSequence of(List<TimeLabel> times) {
        return new TimeSequence(times.stream().sorted().toList());
    }

    /** Two times of different kinds, e.g. {@code 2024} and {@code 2024-01}; empty when all are of one kind. */
    public List<String> mixed() {
        for (TimeLabel time : sorted) {
            if (time.kind() != sorted.get(0).kind()) {
                return List.of(sorted.get(0).text(), time.text());
            }
        }
        return List.of();
    }

    /** Times that appear more than once, each once, in order. */
    public List<String> doubled() {
        List<String> doubled = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            boolean again = sorted.get(i).years() == sorted.get(i - 1).years();
            boolean named = i > 1 && sorted.get(i).years() == sorted.get(i - 2).years();
            if (again && !named) {
                doubled.add(sorted.get(i).text());
            }
        }
        return doubled;
    }

    /**
     * Periods between the first and the last that are not there, the first ten by name and then {@code +N} for the others.
     * Whole numbers follow one another by 1; with numbers that are not whole nothing can be said, and none is missing.
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        long more = 0;
        for (int i = 1; i < sorted.size(); i++) {
            TimeLabel before = sorted.get(i - 1);
            TimeLabel after = sorted.get(i);
            if (before.period().isEmpty() || after.period().isEmpty() || before.kind() != after.kind()) {
                return List.of();
            }
            long next = before.period().getAsLong() + 1;
            long end = after.period().getAsLong();
            for (; next < end && missing.size() < MOST_NAMED; next++) {
                missing.add(TimeLabel.label(before.kind(), next));
            }
            more += Math.max(0, end - next);
        }
        if (more > 0) {
            missing.add("+" + more);
        }
        return missing;
    }

    /** Whether every period from the first to the last is there once, and all are of one kind. */
    public boolean consecutive() {
        return mixed().isEmpty()
                && doubled().isEmpty()
                && missing().isEmpty()
                && sorted.stream().allMatch(time -> time.period().isPresent());
    }
}
