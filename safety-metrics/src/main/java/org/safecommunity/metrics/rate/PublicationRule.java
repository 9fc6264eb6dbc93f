package org.safecommunity.metrics.rate;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.metrics.Note;

/**
 * When a rate carries a warning before it is published: fewer than {@value #MIN_EVENTS} events ({@code small-count}), or a
 * relative standard error of 30 % or more ({@code unreliable}). The rate is shown all the same; hiding it is the
 * publisher's decision.
 *
 * <p>Source: practice of CDC WONDER (rates under 20 events are unreliable); a relative standard error of 30 % as the mark
 * of many national agencies.
 */
public final class PublicationRule {
    /** A rate of fewer events is called unstable. */
    public static final long MIN_EVENTS = 20;
    /** A relative standard error of this size or more is called unreliable. */
    public static final double MAX_RELATIVE_ERROR = 0.30;

    private PublicationRule() {}

    /** The warnings a rate of independent events must carry: its relative standard error is 1/√events. */
    public static List<Note> ofCount(long events) {
        return notes(events, events == 0 ? 0 : 1 / Math.sqrt(events));
    }

    /**
     * The warnings a rate must carry.
     *
     * @param events        events behind the rate, 0 or more
     * @param relativeError standard error divided by the rate; 0 where there is none
     * @return no, one or two notes
     */
    public static List<Note> notes(long events, double relativeError) {
        List<Note> notes = new ArrayList<>();
        if (events < MIN_EVENTS) {
            notes.add(Note.of("small-count", events, MIN_EVENTS));
        }
        if (relativeError >= MAX_RELATIVE_ERROR) {
            notes.add(Note.of("unreliable", Math.round(100 * relativeError), Math.round(100 * MAX_RELATIVE_ERROR)));
        }
        return notes;
    }
}
