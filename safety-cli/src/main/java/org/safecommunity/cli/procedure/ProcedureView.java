package org.safecommunity.cli.procedure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.workspace.Procedure;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.procedure.Timeline;
import org.safecommunity.model.procedure.WorkCalendar;
import org.safecommunity.model.scheme.Scheme;

/**
 * The procedure of a workspace on a day.
 *
 * @param timeline   dates and next step
 * @param conditions what must hold before an application
 * @param grounds    what would lead to revocation
 */
public record ProcedureView(Timeline timeline, List<Answer> conditions, List<Answer> grounds) {
    /** Copies the lists. */
    public ProcedureView {
        conditions = List.copyOf(conditions);
        grounds = List.copyOf(grounds);
    }

    /**
     * Obtains the view.
     *
     * @param scheme   scheme in place of the one the workspace names, or null
     * @param calendar working days
     */
    public static ProcedureView of(Workspace workspace, @Nullable Scheme scheme, WorkCalendar calendar, LocalDate day) {
        Procedure procedure = workspace.procedure();
        Timeline timeline =
                Timeline.of(procedure.history(), scheme == null ? procedure.scheme() : scheme, calendar, day);
        return new ProcedureView(
                timeline,
                new ConditionCheck(workspace, timeline).answers(),
                new GroundCheck(workspace, timeline).answers());
    }

    /** Whether every condition holds; null when none fails and some are not known, or the scheme lists none. */
    public @Nullable Boolean gate() {
        if (conditions.stream().anyMatch(c -> Boolean.FALSE.equals(c.holds()))) {
            return false;
        }
        boolean open = conditions.isEmpty() || conditions.stream().anyMatch(c -> c.holds() == null);
        return open ? null : true;
    }

    /** Grounds for which the workspace shows a sign, while the name is held. */
    public List<Answer> signs() {
        return timeline.history().isNamed()
                ? grounds.stream().filter(g -> Boolean.TRUE.equals(g.holds())).toList()
                : List.of();
    }

    /** Whether somebody has to act: the gate before an application is not passed, a date is overdue, a sign is there. */
    public boolean needsAttention() {
        boolean closed = timeline.isBeforeApplication() && !Boolean.TRUE.equals(gate());
        return closed || !timeline.overdue().isEmpty() || !signs().isEmpty();
    }
}
