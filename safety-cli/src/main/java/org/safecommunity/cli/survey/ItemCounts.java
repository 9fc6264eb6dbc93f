package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.questionnaire.ItemAnswer;
import org.safecommunity.metrics.questionnaire.ItemAnswer.State;

/** How many cells of each item were answered, left blank, skipped and wrong, by group. Counts of persons, not weighted. */
final class ItemCounts {
    private final List<Map<String, Map<State, Long>>> groups = new ArrayList<>();

    void add(int group, Map<String, ItemAnswer> answers) {
        while (groups.size() <= group) {
            groups.add(new LinkedHashMap<>());
        }
        Map<String, Map<State, Long>> counts = groups.get(group);
        answers.forEach((item, answer) ->
                counts.computeIfAbsent(item, key -> new EnumMap<>(State.class)).merge(answer.state(), 1L, Long::sum));
    }

    /** Item non-response of a group: the share of the persons due to answer who did not, or not on the scale. */
    List<ResultRow> rows(int group, Map<String, String> of) {
        List<ResultRow> rows = new ArrayList<>();
        groups.get(group).forEach((item, counts) -> rows.add(row(item, counts, of)));
        return rows;
    }

    private static ResultRow row(String item, Map<State, Long> counts, Map<String, String> of) {
        long due = 0;
        for (State state : State.values()) {
            due += state.due() ? counts.getOrDefault(state, 0L) : 0;
        }
        long answered = counts.getOrDefault(State.ANSWERED, 0L);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("due", due);
        details.put("answered", answered);
        details.put("noAnswer", counts.getOrDefault(State.NO_ANSWER, 0L));
        details.put("offScale", counts.getOrDefault(State.OFF_SCALE, 0L));
        details.put("notAsked", counts.getOrDefault(State.NOT_ASKED, 0L));
        details.put("shouldSkip", counts.getOrDefault(State.SHOULD_SKIP, 0L));
        return new ResultRow(
                of,
                ResultRow.item("item", item),
                "item-nonresponse",
                due == 0 ? null : (double) (due - answered) / due,
                "",
                null,
                null,
                null,
                due,
                due == 0 ? Status.EMPTY_DOMAIN.label() : "",
                Map.of(),
                details,
                List.of(),
                List.of());
    }
}
