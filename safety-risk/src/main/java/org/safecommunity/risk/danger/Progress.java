package org.safecommunity.risk.danger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;

/**
 * How far the loop of a hidden danger has come. Immutable.
 *
 * @param state     state, not null
 * @param days      day each state was last reached, as far as known; the day it was found is always there
 * @param rectifier who did the work, or empty
 * @param acceptor  who accepted it, or empty
 * @param refusals  how often acceptance was refused, 0 or more
 */
public record Progress(
        DangerState state, Map<DangerState, LocalDate> days, String rectifier, String acceptor, int refusals) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the day it was found is missing, or the refusals are negative
     */
    public Progress {
        requireNonNull(state, "state");
        days = Map.copyOf(days);
        requireNonNull(rectifier, "rectifier");
        requireNonNull(acceptor, "acceptor");
        if (!days.containsKey(DangerState.FOUND)) {
            throw new IllegalArgumentException("days must hold the day it was found");
        }
        if (refusals < 0) {
            throw new IllegalArgumentException("refusals must be 0 or more, was " + refusals);
        }
    }

    /** A hidden danger that was found on a day. */
    public static Progress found(LocalDate day) {
        return new Progress(DangerState.FOUND, Map.of(DangerState.FOUND, day), "", "", 0);
    }

    /** Day it was found. */
    public LocalDate foundOn() {
        return requireNonNull(days.get(DangerState.FOUND));
    }

    /** Day a state was last reached. */
    public Optional<LocalDate> day(DangerState reached) {
        return Optional.ofNullable(days.get(reached));
    }

    /** The last day that is known. */
    public LocalDate lastDay() {
        return days.values().stream().max(LocalDate::compareTo).orElse(foundOn());
    }

    /** The progress after a step that was found to be allowed. */
    Progress step(DangerState to, LocalDate day, String by) {
        boolean refusal = state == DangerState.SUBMITTED && to == DangerState.IN_PROGRESS;
        Map<DangerState, LocalDate> reached = new EnumMap<>(days);
        reached.put(to, day);
        if (refusal) {
            reached.remove(DangerState.SUBMITTED);
        }
        return new Progress(
                to,
                reached,
                to == DangerState.SUBMITTED ? by : rectifier,
                to == DangerState.ACCEPTED ? by : acceptor,
                refusal ? refusals + 1 : refusals);
    }

    /** The finding that two people who must differ are one. */
    static Finding sameActor() {
        return Finding.error(
                "acceptor-is-rectifier",
                "acceptor",
                new LocalText("the acceptor must not be the rectifier", "验收人不得与整改人相同"),
                new LocalText("let somebody else accept the work", "请由他人验收"));
    }

    /** Whether two names mean one person, as far as their text tells. */
    static boolean isSame(String one, String other) {
        String a = one.replaceAll("\\s+", "");
        return !a.isEmpty() && a.equalsIgnoreCase(other.replaceAll("\\s+", ""));
    }
}
