package org.safecommunity.cli.procedure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecommunity.cli.procedure.Answer.Seen;
import org.safecommunity.cli.workspace.ElementState;
import org.safecommunity.cli.workspace.ElementState.State;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.procedure.DueDate;
import org.safecommunity.model.procedure.ProcedureEvent;
import org.safecommunity.model.procedure.ProcedureState;
import org.safecommunity.model.procedure.Timeline;
import org.safecommunity.model.register.Register;
import org.safecommunity.model.register.RegisterEntry;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.standard.Element;

/** What the workspace shows about the conditions of an application. What it cannot show, the document may state. */
final class ConditionCheck {
    private final Workspace workspace;
    private final Timeline timeline;

    ConditionCheck(Workspace workspace, Timeline timeline) {
        this.workspace = workspace;
        this.timeline = timeline;
    }

    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Scheme.Condition condition : timeline.scheme().conditions()) {
            Seen seen =
                    seen(condition.id()).or(workspace.procedure().conditions().get(condition.id()));
            answers.add(
                    new Answer(condition.id(), condition.title(), seen.holds(), seen.shows(), condition.provenance()));
        }
        return answers;
    }

    private Seen seen(String condition) {
        return switch (condition) {
            case Scheme.FILING -> step(ProcedureState.FILED, ProcedureState.STARTED);
            case Scheme.RECOMMENDATION -> step(ProcedureState.RECOMMENDED, ProcedureState.APPLIED);
            case "operating-time" -> operating();
            case "standard-met" -> standard();
            case "no-serious-accident" -> accidents();
            case "control-targets" -> targets();
            default -> Seen.of(null, "not-shown");
        };
    }

    /** A step that is recorded; without it the condition fails only while the procedure has not gone past it. */
    private Seen step(ProcedureState step, ProcedureState last) {
        Optional<ProcedureEvent> event = timeline.history().round().stream()
                .filter(e -> e.state() == step)
                .findFirst();
        if (event.isPresent()) {
            return Seen.of(true, "step-recorded", step.title(), event.get().date());
        }
        boolean stated = workspace
                .procedure()
                .conditions()
                .containsKey(step == ProcedureState.FILED ? Scheme.FILING : Scheme.RECOMMENDATION);
        boolean before = timeline.history()
                .state()
                .map(state -> state.compareTo(last) <= 0 || state == ProcedureState.FAILED)
                .orElse(true);
        return Seen.of((before && !stated) ? false : null, "step-not-recorded", step.title());
    }

    private Seen operating() {
        DueDate date = null;
        for (DueDate each : timeline.dueDates()) {
            date = each.isEarliest() ? each : date;
        }
        if (date == null) {
            return Seen.of(null, "no-start");
        }
        LocalDate applied =
                date.closedBy() == null ? timeline.day() : date.closedBy().date();
        return Seen.of(
                !applied.isBefore(date.due()),
                date.closedBy() == null ? "operating" : "operating-applied",
                date.event().date(),
                date.due(),
                applied);
    }

    private Seen standard() {
        if (workspace.elements().isEmpty()) {
            return Seen.of(null, "no-elements");
        }
        List<String> failing = new ArrayList<>();
        int met = 0;
        List<Element> elements = workspace.standard().elements();
        for (Element element : elements) {
            State state = workspace.elements().stream()
                    .filter(e -> e.element().equals(element.id()))
                    .map(ElementState::state)
                    .findFirst()
                    .orElse(State.NOT_ASSESSED);
            met += state == State.MET ? 1 : 0;
            if (state == State.PARTLY || state == State.NOT_MET) {
                failing.add(element.id());
            }
        }
        Boolean holds = met == elements.size() ? Boolean.TRUE : failing.isEmpty() ? null : Boolean.FALSE;
        return failing.isEmpty()
                ? Seen.of(holds, "elements", met, elements.size())
                : Seen.of(holds, "elements-failing", met, elements.size(), String.join(", ", failing));
    }

    private Seen accidents() {
        LocalDate from = timeline.history()
                .last(ProcedureState.STARTED)
                .map(ProcedureEvent::date)
                .orElse(null);
        if (from == null || workspace.accidents().isEmpty()) {
            return Seen.of(null, from == null ? "no-start" : "no-accidents");
        }
        LocalDate to = timeline.history()
                .last(ProcedureState.APPLIED)
                .map(ProcedureEvent::date)
                .orElse(timeline.day());
        List<String> serious = SeriousAccidents.between(workspace.accidents(), from, to);
        return Seen.of(
                serious.isEmpty(),
                serious.isEmpty() ? "accidents-none" : "accidents-serious",
                from,
                to,
                String.join(", ", serious));
    }

    /** Control goals that were reached, or whose deadline has passed. */
    private Seen targets() {
        List<String> missed = new ArrayList<>();
        int reached = 0;
        for (Register register : workspace.registers()) {
            if (!register.kind().id().equals("goals")) {
                continue;
            }
            for (RegisterEntry goal : register.entries()) {
                Optional<BigDecimal> measured = goal.number("measured");
                Optional<BigDecimal> target = goal.number("target");
                if (!goal.text("kind").equals("control") || measured.isEmpty() || target.isEmpty()) {
                    continue;
                }
                int order = measured.get().compareTo(target.get());
                boolean there = goal.text("direction").equals("higher") ? order >= 0 : order <= 0;
                boolean over = goal.date("deadline")
                        .map(d -> d.isBefore(timeline.day()))
                        .orElse(false);
                reached += there ? 1 : 0;
                if (!there && over) {
                    missed.add(register.id(goal));
                }
            }
        }
        Boolean holds = !missed.isEmpty() ? Boolean.FALSE : reached > 0 ? Boolean.TRUE : null;
        return missed.isEmpty()
                ? Seen.of(holds, "targets", reached)
                : Seen.of(holds, "targets-missed", reached, String.join(", ", missed));
    }
}
