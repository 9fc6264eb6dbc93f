package org.safecommunity.metrics.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;

/** Collects what does not fit together in a questionnaire. */
final class QuestionnaireFaults {
    private final List<QuestionItem> items;
    private final List<QuestionScale> scales;
    private final Map<String, QuestionItem> byId = new HashMap<>();
    private final List<Note> faults = new ArrayList<>();

    QuestionnaireFaults(List<QuestionItem> items, List<QuestionScale> scales) {
        this.items = items;
        this.scales = scales;
    }

    List<Note> all() {
        for (QuestionItem item : items) {
            if (byId.containsKey(item.id())) {
                add("item-twice", item.id());
            }
            condition(item); // before the item is known: a filter must come earlier
            byId.put(item.id(), item);
            options(item);
        }
        Set<String> ids = new HashSet<>();
        for (QuestionScale scale : scales) {
            if (!ids.add(scale.id())) {
                add("scale-twice", scale.id());
            }
            scale(scale);
        }
        if (items.isEmpty()) {
            add("no-items");
        }
        return faults;
    }

    private void add(String code, Object... arguments) {
        faults.add(Note.of("questionnaire-" + code, arguments));
    }

    private void options(QuestionItem item) {
        Set<String> codes = new HashSet<>();
        item.codes().stream().filter(code -> !codes.add(code)).forEach(code -> add("option-twice", item.id(), code));
        String known = String.join(", ", item.codes());
        item.key().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> add("key-unknown", item.id(), code, known));
        if (!item.free()) {
            item.noAnswer().stream()
                    .filter(code -> !codes.contains(code))
                    .forEach(code -> add("no-answer-unknown", item.id(), code, known));
        }
        item.key().stream().filter(item.noAnswer()::contains).forEach(code -> add("key-no-answer", item.id(), code));
        if (item.reverse() && (!item.rated() || item.keyed())) {
            add("reverse", item.id());
        }
    }

    private void condition(QuestionItem item) {
        item.askedIf().ifPresent(condition -> {
            QuestionItem other = byId.get(condition.item());
            if (other == null) {
                boolean later = items.stream().anyMatch(one -> one.id().equals(condition.item()));
                add(later ? "asked-if-later" : "asked-if-unknown", item.id(), condition.item());
                return;
            }
            if (condition.answers().isEmpty()) {
                add("asked-if-empty", item.id());
            }
            condition.answers().stream()
                    .filter(code -> !other.codes().contains(code))
                    .forEach(code ->
                            add("asked-if-option", item.id(), code, other.id(), String.join(", ", other.codes())));
        });
    }

    private void scale(QuestionScale scale) {
        Set<String> seen = new HashSet<>();
        List<QuestionItem> known = new ArrayList<>();
        for (String id : scale.items()) {
            QuestionItem item = byId.get(id);
            if (!seen.add(id)) {
                add("scale-item-twice", scale.id(), id);
            } else if (item == null) {
                add("scale-item-unknown", scale.id(), id);
            } else if (!item.keyed() && !item.rated()) {
                add("scale-item-plain", scale.id(), id);
            } else {
                known.add(item);
            }
        }
        if (scale.items().isEmpty()) {
            add("scale-empty", scale.id());
        }
        together(scale, known);
        if (scale.top() < 1) {
            add("scale-top", scale.id(), scale.top());
        }
        if (!(scale.minimumAnswered() > 0 && scale.minimumAnswered() <= 1)) {
            add("scale-minimum", scale.id(), NumberText.shortest(scale.minimumAnswered()));
        }
    }

    private void together(QuestionScale scale, List<QuestionItem> known) {
        if (known.isEmpty()) {
            return;
        }
        QuestionItem first = known.get(0);
        boolean keyed = first.keyed();
        double least = keyed ? 0 : first.least();
        double greatest = keyed ? 1 : first.greatest();
        for (QuestionItem item : known) {
            if (item.keyed() != keyed) {
                add("scale-mixed", scale.id(), first.id(), item.id());
            } else if (!keyed && (item.least() != least || item.greatest() != greatest)) {
                add("scale-range", scale.id(), first.id(), item.id());
            } else if (!keyed && least == greatest) {
                add("scale-flat", scale.id(), item.id());
            } else if (!keyed && scale.top() >= item.levels().length) {
                add("scale-top-all", scale.id(), scale.top(), item.id());
            }
        }
        if (scale.pass().isPresent()) {
            double pass = scale.pass().getAsDouble();
            if (!(pass > least && pass <= greatest)) {
                add(
                        "scale-pass",
                        scale.id(),
                        NumberText.shortest(pass),
                        NumberText.shortest(least),
                        NumberText.shortest(greatest));
            }
        }
    }
}
