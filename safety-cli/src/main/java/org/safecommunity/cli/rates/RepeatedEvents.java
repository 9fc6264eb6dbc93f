package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.read.GroupedCounts.Sums;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.RepeatedEventRate;
import org.safecommunity.metrics.rate.RepeatedEventRate.Frequency;

/** Persons by number of events of one group, with the person-time that all its rows repeat. */
record RepeatedEvents(List<Frequency> frequencies, double personTime) {
    /** What to read: persons, the person-time of the group and the number of events each of these persons had. */
    static GroupedCounts.Columns columns(String persons, String personTime, String frequency) {
        return GroupedCounts.Columns.of(
                List.of(frequency),
                Quantity.count(persons),
                Quantity.constant(personTime),
                Quantity.constant(frequency));
    }

    /**
     * The rows of a group.
     *
     * @throws UserError (exit 3) if a number of events is not whole, or the person-time is not the same in every row
     */
    static RepeatedEvents of(Map<List<String>, Sums> keys, List<String> group) {
        List<Frequency> frequencies = new ArrayList<>();
        double personTime = -1;
        for (Sums sums : keys.values()) {
            double events = sums.amount(2);
            if (events != Math.rint(events)) {
                throw UserError.input("error.frequency-not-whole", sums.line());
            }
            if (personTime >= 0 && personTime != sums.amount(1)) {
                throw UserError.input("error.frequency-person-time", sums.line(), String.join(", ", group));
            }
            personTime = sums.amount(1);
            frequencies.add(new Frequency((long) events, sums.count(0)));
        }
        return new RepeatedEvents(frequencies, personTime);
    }

    /**
     * Numbers of the command line: numbers of events and persons, each joined by commas.
     *
     * @throws UserError (exit 2) if there are not as many of the one as of the other, or one is no count
     */
    static RepeatedEvents of(String frequency, String persons, String personTime) {
        String[] f = frequency.split(",", -1);
        String[] n = persons.split(",", -1);
        if (f.length != n.length) {
            throw UserError.usage("error.frequency-length", f.length, n.length);
        }
        List<Frequency> frequencies = new ArrayList<>();
        for (int i = 0; i < f.length; i++) {
            frequencies.add(new Frequency(
                    Literals.count(f[i].strip(), "--frequency"), Literals.count(n[i].strip(), "--events")));
        }
        return new RepeatedEvents(frequencies, Literals.amount(personTime, "--person-time"));
    }

    RepeatedEventRate rate(RateScale scale, PoissonIntervalMethod method, Confidence confidence) {
        return RepeatedEventRate.of(frequencies, personTime, scale, method, confidence);
    }
}
