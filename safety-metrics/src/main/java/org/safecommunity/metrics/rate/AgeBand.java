package org.safecommunity.metrics.rate;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A band of ages in completed years, e.g. 0–4, or open at the top, e.g. 85+.
 *
 * @param low  youngest age, 0 or more
 * @param high oldest age, at least low; empty for an open band
 */
public record AgeBand(int low, OptionalInt high) {
    private static final Pattern CLOSED = Pattern.compile("(\\d{1,3})\\s*[-–—~～]\\s*(\\d{1,3})");
    private static final Pattern OPEN = Pattern.compile("(\\d{1,3})\\s*(?:\\+|＋)");

    public AgeBand {
        if (low < 0 || (high.isPresent() && high.getAsInt() < low)) {
            throw new IllegalArgumentException("an age band must run upwards from 0 or more, was " + low + " to "
                    + (high.isPresent() ? high.getAsInt() : "open"));
        }
    }

    /** Reads {@code 0-4} (any dash) or {@code 85+}; empty for any other text, a single age included. */
    public static Optional<AgeBand> parse(String text) {
        Matcher closed = CLOSED.matcher(text.strip());
        if (closed.matches()) {
            int low = Integer.parseInt(closed.group(1));
            int high = Integer.parseInt(closed.group(2));
            return low <= high ? Optional.of(new AgeBand(low, OptionalInt.of(high))) : Optional.empty();
        }
        Matcher open = OPEN.matcher(text.strip());
        return open.matches()
                ? Optional.of(new AgeBand(Integer.parseInt(open.group(1)), OptionalInt.empty()))
                : Optional.empty();
    }

    /** Label as in the published tables: {@code 0-4}, {@code 85+}, {@code 0} for a single year. */
    public String label() {
        if (high.isEmpty()) {
            return low + "+";
        }
        return high.getAsInt() == low ? Integer.toString(low) : low + "-" + high.getAsInt();
    }
}
