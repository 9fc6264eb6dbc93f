package org.safecommunity.cli.region;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.procedure.DueDate;
import org.safecommunity.model.procedure.ProcedureTask;
import org.safecommunity.model.procedure.Timeline;
import org.safecommunity.model.procedure.Timeline.NextStep;

/** Who is due for what: the open dates of the procedures, the longest overdue first, then the next in time. */
final class DueRows {
    private DueRows() {}

    /** What one community is due for; the next step of a community may have no date. */
    private record Due(
            Member member, ProcedureTask task, @Nullable DueDate date) {}

    /**
     * The rows.
     *
     * @param whole all that a script may want, or what fits a table
     */
    static List<ResultRow> of(List<Member> members, Locale locale, boolean whole) {
        List<Due> dues = new ArrayList<>();
        for (Member member : members) {
            Timeline timeline = member.timeline();
            if (timeline.history().events().isEmpty()) {
                continue;
            }
            timeline.open().stream()
                    .filter(date -> !date.isEarliest())
                    .forEach(date -> dues.add(new Due(member, date.task(), date)));
            timeline.next()
                    .filter(next -> dues.stream()
                            .noneMatch(due -> due.member.name().equals(member.name()) && due.task == next.task()))
                    .map(NextStep::task)
                    .ifPresent(task -> dues.add(new Due(member, task, earliest(timeline))));
        }
        dues.sort(Comparator.comparing(
                due -> due.date == null ? null : due.date.due(), Comparator.nullsLast(Comparator.naturalOrder())));
        return dues.stream().map(due -> row(due, locale, whole)).toList();
    }

    /** The earliest day of an application, where this is the next step. */
    private static @Nullable DueDate earliest(Timeline timeline) {
        return timeline.next().map(NextStep::basis).orElse(null);
    }

    private static ResultRow row(Due due, Locale locale, boolean whole) {
        Timeline timeline = due.member.timeline();
        Map<String, Object> details = new LinkedHashMap<>();
        DueDate date = due.date;
        if (date != null) {
            details.put("status", date.status(timeline.day()).label());
            details.put("daysOverdue", date.daysOverdue(timeline.day()));
            details.put(
                    "daysLeft",
                    date.due().isBefore(timeline.day())
                            ? null
                            : (Object) ChronoUnit.DAYS.between(timeline.day(), date.due()));
        }
        details.put("responsible", due.task.isOfCommunity() ? "community" : "authority");
        if (whole) {
            details.put("scheme", timeline.scheme().id());
            details.put("day", timeline.day().toString());
            details.put(
                    "confirmed",
                    date == null ? null : date.parameter().provenance().isConfirmed());
        } else if (date != null && !date.parameter().provenance().isConfirmed()) {
            details.put("note", Texts.get(locale, "standard.unconfirmed"));
        }
        return new ResultRow(
                due.member.group(),
                ResultRow.item("step", due.task.label()),
                "due-date",
                date == null ? null : date.due().toString(),
                "",
                null,
                null,
                null,
                null,
                date == null ? "no-due-date" : "",
                Map.of(),
                details,
                List.of(),
                List.of());
    }
}
