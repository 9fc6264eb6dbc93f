package org.safecommunity.risk.worksheet;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.RiskScore.Step;
import org.safecommunity.risk.worksheet.InspectionList.Item;

/**
 * One visit: the answers to the items of a list at a place. Immutable.
 *
 * <p>conformity = yes / (yes + no) × 100; items that do not apply or were not answered do not count. Limits: every item
 * counts the same, so the share says how much is in order, not how dangerous the rest is; each item not met is a hidden
 * danger of its own that people must grade.
 *
 * @param list    list, not null
 * @param place   place, not blank
 * @param kind    id of the kind of premises, or empty
 * @param day     day of the visit, not null
 * @param answers answer by code of the item
 */
public record Inspection(InspectionList list, String place, String kind, LocalDate day, Map<String, Answer> answers) {
    private static final int PERCENT = 100;

    /** What was found. */
    public enum Answer {
        /** 是: the item is met. */
        YES(new LocalText("yes", "是"), Set.of("yes", "y", "1", "true", "是", "符合", "合格", "√")),
        /** 否: the item is not met. */
        NO(new LocalText("no", "否"), Set.of("no", "n", "0", "false", "否", "不符合", "不合格", "×")),
        /** 不适用: the item does not apply. */
        NOT_APPLICABLE(new LocalText("not applicable", "不适用"), Set.of("na", "n/a", "not-applicable", "不适用", "/", "—"));

        private final LocalText title;
        private final Set<String> words;

        Answer(LocalText title, Set<String> words) {
            this.title = title;
            this.words = words;
        }

        /** Name for a reader. */
        public LocalText title() {
            return title;
        }

        /** Kebab-case name as in files. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The answer of a word in either language. */
        public static Optional<Answer> parse(String text) {
            String word = text.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
            for (Answer answer : values()) {
                if (answer.words.contains(word)) {
                    return Optional.of(answer);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the place is blank, or an answer is to no item of the list
     */
    public Inspection {
        requireNonNull(list, "list");
        Checks.text(place, "place");
        requireNonNull(kind, "kind");
        requireNonNull(day, "day");
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(answers, "answers")));
        for (String code : answers.keySet()) {
            if (list.items().stream().noneMatch(i -> i.code().equals(code))) {
                throw new IllegalArgumentException("answers must be to items of " + list.id() + ", was " + code);
            }
        }
    }

    /** How many items have an answer. */
    public long count(Answer answer) {
        return answers.values().stream().filter(a -> a == answer).count();
    }

    /** How many items have no answer. */
    public long unanswered() {
        return (long) list.items().size() - answers.size();
    }

    /** Share of the items that apply and are met, in percent; empty when none applies. */
    public OptionalDouble conformity() {
        long applying = count(Answer.YES) + count(Answer.NO);
        return applying == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (PERCENT * count(Answer.YES)) / applying);
    }

    /** The items not met, in the order of the list. */
    public List<Item> notMet() {
        return list.items().stream()
                .filter(i -> answers.get(i.code()) == Answer.NO)
                .toList();
    }

    /** The working. */
    public List<Step> explain() {
        List<Step> steps = new ArrayList<>();
        long yes = count(Answer.YES);
        long no = count(Answer.NO);
        OptionalDouble share = conformity();
        steps.add(new Step(
                new LocalText("Conformity", "符合率"),
                "yes / (yes + no) × 100",
                yes + " / (" + yes + " + " + no + ") × 100",
                share.isPresent()
                        ? LocalText.of(Double.toString(share.getAsDouble()) + " %")
                        : new LocalText("not estimable: no item applies", "无法计算：没有适用的项目")));
        steps.add(new Step(
                new LocalText("Limits", "局限"),
                "",
                "",
                new LocalText(
                        "every item counts the same; items that do not apply or have no answer do not count",
                        "各项目权重相同；不适用或未回答的项目不计入")));
        return List.copyOf(steps);
    }
}
