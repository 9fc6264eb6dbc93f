package org.safecommunity.cli.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.procedure.ProcedureEvent;
import org.safecommunity.model.procedure.ProcedureHistory;
import org.safecommunity.model.procedure.ProcedureState;
import org.safecommunity.model.scheme.Scheme;

/**
 * The procedure of a community, read from its {@code procedure.yaml}.
 *
 * @param scheme     scheme it names; the default where it names none or one that is not known
 * @param history    events that hold
 * @param conditions what is stated about conditions, by their ids
 * @param grounds    what is stated about grounds of revocation, by their ids
 */
public record Procedure(
        Scheme scheme, ProcedureHistory history, Map<String, Statement> conditions, Map<String, Statement> grounds) {
    /** Name of the file. */
    public static final String FILE = "procedure.yaml";

    /** A community without such a file. */
    public static Procedure none() {
        Scheme scheme = Scheme.bundled(Scheme.BUNDLED.get(0)).orElseThrow();
        return new Procedure(scheme, ProcedureHistory.NONE, Map.of(), Map.of());
    }

    /** Copies the maps. */
    public Procedure {
        conditions = Map.copyOf(conditions);
        grounds = Map.copyOf(grounds);
    }

    /**
     * The stage of the community on a day, as in {@code named}; reports and spot checks leave it at the naming. Empty
     * before the first event.
     */
    public Optional<String> stage(LocalDate day) {
        ProcedureHistory past = history.until(day);
        return past.state()
                .map(state -> state.isAfterCare()
                        ? past.naming().map(ProcedureEvent::state).orElse(ProcedureState.NAMED)
                        : state)
                .map(ProcedureState::label);
    }

    /** Ids of the conditions of a scheme. */
    static List<String> conditionsOf(Scheme scheme) {
        return scheme.conditions().stream().map(Scheme.Condition::id).toList();
    }

    /** Ids of the grounds of a scheme. */
    static List<String> groundsOf(Scheme scheme) {
        return scheme.revocationGrounds().stream().map(Scheme.Ground::id).toList();
    }

    /**
     * What the document states by itself.
     *
     * @param holds    whether it holds
     * @param date     day it is stated for, or null
     * @param evidence what shows it, or empty
     */
    public record Statement(boolean holds, @Nullable LocalDate date, String evidence) {}
}
