package org.safecommunity.metrics.burden;

import java.util.Locale;
import org.safecommunity.metrics.rate.AgeBand;

/** The age that stands for an age band. */
public enum AgePoint {
    /** Middle of the band, e.g. 32.5 for 30–34; an open band has none and takes its start. */
    MIDDLE,
    /** Start of the band, e.g. 30 for 30–34. */
    START;

    /** The age in years. */
    public double of(AgeBand band) {
        return this == START || band.high().isEmpty()
                ? band.low()
                : (band.low() + band.high().getAsInt() + 1) / 2d;
    }

    /** Kebab-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
