package org.safecommunity.model.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.internal.Checks;

/**
 * The events of a procedure that hold, by date, and what is wrong with those given. An event that may not follow is left
 * out and the others stay. Immutable.
 *
 * @param events   events that hold, by date
 * @param problems what is wrong, in the order of the events as given
 */
public record ProcedureHistory(List<ProcedureEvent> events, List<Problem> problems) {
    /** Nothing has happened. */
    public static final ProcedureHistory NONE = new ProcedureHistory(List.of(), List.of());

    /** Kind of a problem. */
    public enum Kind {
        /** The event may not follow the state before it and is left out. */
        ILLEGAL,
        /** The event comes after steps that are not recorded; it holds. */
        STEPS_MISSING,
        /** The first event is not the start of the work; it holds. */
        BEGINS_LATE,
        /** The event is given before one of an earlier date; it holds and is put in its place. */
        OUT_OF_ORDER,
        /** The same event of the same date again; it is left out. */
        TWICE
    }

    /**
     * Something wrong with an event.
     *
     * @param index   position of the event as given, from 0
     * @param kind    what is wrong
     * @param before  state before the event; null before the first
     * @param missing steps that are not recorded between the two; empty for other kinds
     */
    public record Problem(int index, Kind kind, @Nullable ProcedureState before, List<ProcedureState> missing) {
        /** Copies the list. */
        public Problem {
            missing = Checks.list(missing);
        }
    }

    /** Copies the lists. */
    public ProcedureHistory {
        events = Checks.list(events);
        problems = Checks.list(problems);
    }

    /**
     * Takes events in the order of their dates, those of one date in the order given. The first may be of any state,
     * because records often begin late; a state that is left out on the way is told, and the event holds.
     *
     * @param given events in any order
     */
    public static ProcedureHistory of(List<ProcedureEvent> given) {
        List<Integer> order = IntStream.range(0, given.size())
                .boxed()
                .sorted(Comparator.comparing(i -> given.get(i).date()))
                .toList();
        List<ProcedureEvent> events = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 1; i < given.size(); i++) {
            if (given.get(i).date().isBefore(given.get(i - 1).date())) {
                problems.add(new Problem(i, Kind.OUT_OF_ORDER, null, List.of()));
            }
        }
        for (int index : order) {
            ProcedureEvent event = given.get(index);
            ProcedureHistory before = new ProcedureHistory(events, List.of());
            Problem problem = before.problem(index, event);
            if (problem != null) {
                problems.add(problem);
            }
            if (problem == null || (problem.kind() != Kind.ILLEGAL && problem.kind() != Kind.TWICE)) {
                events.add(event);
            }
        }
        problems.sort(Comparator.comparingInt(Problem::index).thenComparing(Problem::kind));
        return new ProcedureHistory(events, problems);
    }

    private @Nullable Problem problem(int index, ProcedureEvent event) {
        ProcedureState target = event.state();
        if (events.stream().anyMatch(e -> e.state() == target && e.date().equals(event.date()))) {
            return new Problem(index, Kind.TWICE, null, List.of());
        }
        ProcedureState before = state().orElse(null);
        if (before == null) {
            return target == ProcedureState.STARTED || target == ProcedureState.FILED
                    ? null
                    : new Problem(index, Kind.BEGINS_LATE, null, List.of());
        }
        if (isNamed() && (target.isAfterCare() || target.isEnd())) {
            return null;
        }
        boolean fits =
                switch (target) {
                    case NAMED -> !isNamed();
                    case RENAMED -> isNamed();
                    case ANNUAL_REPORT, SPOT_CHECK, REVOKED, EXPIRED -> false;
                    default -> true;
                };
        Optional<List<ProcedureState>> missing = fits ? before.between(target) : Optional.empty();
        if (missing.isEmpty()) {
            return new Problem(index, Kind.ILLEGAL, before, List.of());
        }
        return missing.get().isEmpty() ? null : new Problem(index, Kind.STEPS_MISSING, before, missing.get());
    }

    /** The state reached; a report or spot check during a re-assessment does not set it back. Empty at the beginning. */
    public Optional<ProcedureState> state() {
        ProcedureState state = null;
        for (ProcedureEvent event : events) {
            boolean underWay = state != null && !isCareState(state);
            if (state == null || !(event.state().isAfterCare() && underWay)) {
                state = event.state();
            }
        }
        return Optional.ofNullable(state);
    }

    private static boolean isCareState(ProcedureState state) {
        return state == ProcedureState.NAMED || state == ProcedureState.RENAMED || state.isAfterCare();
    }

    /** Whether the community holds the name by what is recorded; a report or spot check tells so too. */
    public boolean isNamed() {
        boolean named = false;
        for (ProcedureEvent event : events) {
            ProcedureState state = event.state();
            named = isCareState(state) || state == ProcedureState.REASSESSMENT_DUE || (named && !state.isEnd());
        }
        return named;
    }

    /** The last naming, where the name has not ended since; a record that begins after the naming has none. */
    public Optional<ProcedureEvent> naming() {
        ProcedureEvent naming = null;
        for (ProcedureEvent event : events) {
            if (event.state() == ProcedureState.NAMED || event.state() == ProcedureState.RENAMED) {
                naming = event;
            } else if (event.state().isEnd()) {
                naming = null;
            }
        }
        return Optional.ofNullable(naming);
    }

    /** The last event of a state. */
    public Optional<ProcedureEvent> last(ProcedureState state) {
        return events.stream().filter(event -> event.state() == state).reduce((a, b) -> b);
    }

    /** The last event. */
    public Optional<ProcedureEvent> last() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }

    /** The events of the procedure that is under way: those since the last start. */
    public List<ProcedureEvent> round() {
        int from = 0;
        for (int i = 0; i < events.size(); i++) {
            from = events.get(i).state() == ProcedureState.STARTED ? i : from;
        }
        return events.subList(from, events.size());
    }

    /** What had happened up to a day. */
    public ProcedureHistory until(LocalDate day) {
        return new ProcedureHistory(
                events.stream().filter(event -> !event.date().isAfter(day)).toList(), problems);
    }
}
