package org.safecommunity.metrics.questionnaire;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.questionnaire.ItemAnswer.State;

/**
 * Scores the answers of one person at a time. Immutable.
 *
 * <p>An item is due unless its skip logic says no; an answer to an item that was to be skipped is not used. If the filter itself
 * has no answer, a blank is "not asked" and an answer is taken. Keyed scale: score = answers that count / items answered. Rated
 * scale: score = mean of the values of the items answered, reversed items as least + greatest − value; index = 100·(score −
 * least)/(greatest − least). A score needs the scale's minimum share of the items due, so that a person who answered one
 * question of ten is not taken for a whole one.
 */
public final class QuestionnaireScoring {
    /** Guards the comparison of a share with its minimum against rounding. */
    private static final double ROUNDING = 1e-9;

    private final Map<String, QuestionItem> items;
    private final List<QuestionScale> scales;

    private QuestionnaireScoring(List<QuestionItem> items, List<QuestionScale> scales) {
        Map<String, QuestionItem> byId = new LinkedHashMap<>();
        items.forEach(item -> byId.put(item.id(), item));
        this.items = byId;
        this.scales = List.copyOf(scales);
    }

    /** The answers of a person by item, and the scores by scale, in the order of the questionnaire. */
    public record Person(Map<String, ItemAnswer> answers, List<ScaleScore> scores) {}

    /** Everything that does not fit together, in the order of the questionnaire; empty for a sound one. */
    public static List<Note> faults(List<QuestionItem> items, List<QuestionScale> scales) {
        return new QuestionnaireFaults(items, scales).all();
    }

    /**
     * Obtains the scoring of a questionnaire.
     *
     * @throws IllegalArgumentException if it has a fault; the first is named
     */
    public static QuestionnaireScoring of(List<QuestionItem> items, List<QuestionScale> scales) {
        List<Note> faults = faults(items, scales);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.get(0).message(java.util.Locale.ENGLISH));
        }
        return new QuestionnaireScoring(items, scales);
    }

    /** The items in order. */
    public List<QuestionItem> items() {
        return List.copyOf(items.values());
    }

    /** An item. */
    QuestionItem item(String id) {
        return requireNonNull(items.get(id), id);
    }

    /** The scales in order. */
    public List<QuestionScale> scales() {
        return scales;
    }

    /** Whether the items of a scale have keys; else they are rated. */
    public boolean keyed(QuestionScale scale) {
        return item(scale.items().get(0)).keyed();
    }

    /**
     * Scores a person.
     *
     * @param cells gives the cell of an item; empty for a blank, not null
     */
    public Person score(UnaryOperator<String> cells) {
        Map<String, ItemAnswer> answers = new LinkedHashMap<>();
        items.values().forEach(item -> answers.put(item.id(), answer(item, cells.apply(item.id()), answers)));
        return new Person(
                answers, scales.stream().map(scale -> score(scale, answers)).toList());
    }

    private static ItemAnswer answer(QuestionItem item, String cell, Map<String, ItemAnswer> before) {
        boolean blank = cell.isEmpty();
        Optional<Boolean> asked = asked(item, before);
        if (blank && !asked.orElse(false)) {
            return ItemAnswer.of(State.NOT_ASKED);
        }
        if (!asked.orElse(true)) {
            return ItemAnswer.of(State.SHOULD_SKIP);
        }
        if (blank || item.noAnswer().contains(cell)) {
            return ItemAnswer.of(State.NO_ANSWER);
        }
        return item.free() || item.codes().contains(cell)
                ? new ItemAnswer(State.ANSWERED, Optional.of(cell))
                : ItemAnswer.of(State.OFF_SCALE);
    }

    /** Whether an item was put; empty where its filter has no answer. */
    private static Optional<Boolean> asked(QuestionItem item, Map<String, ItemAnswer> before) {
        if (item.askedIf().isEmpty()) {
            return Optional.of(true);
        }
        QuestionItem.AskedIf condition = item.askedIf().get();
        ItemAnswer filter = requireNonNull(before.get(condition.item()), condition.item());
        return switch (filter.state()) {
            case ANSWERED -> filter.code().map(condition.answers()::contains);
            case NOT_ASKED, SHOULD_SKIP -> Optional.of(false);
            case NO_ANSWER, OFF_SCALE -> Optional.empty();
        };
    }

    private ScaleScore score(QuestionScale scale, Map<String, ItemAnswer> answers) {
        List<ItemAnswer> mine =
                scale.items().stream().map(id -> given(answers, id)).toList();
        int due = (int) mine.stream().filter(answer -> answer.state().due()).count();
        List<String> answered = scale.items().stream()
                .filter(id -> given(answers, id).state() == State.ANSWERED)
                .toList();
        int counted = (int) answered.stream()
                .filter(id -> counts(scale, item(id), given(answers, id).code().orElseThrow()))
                .count();
        if (answered.isEmpty() || answered.size() < scale.minimumAnswered() * due - ROUNDING) {
            return new ScaleScore(due, answered.size(), counted, OptionalDouble.empty(), OptionalDouble.empty(), false);
        }
        double score = keyed(scale) ? (double) counted / answered.size() : mean(answered, answers);
        return new ScaleScore(
                due,
                answered.size(),
                counted,
                OptionalDouble.of(score),
                OptionalDouble.of(index(scale, score)),
                scale.pass().isPresent() && score >= scale.pass().getAsDouble() - ROUNDING);
    }

    private static ItemAnswer given(Map<String, ItemAnswer> answers, String id) {
        return requireNonNull(answers.get(id), id);
    }

    private double mean(List<String> answered, Map<String, ItemAnswer> answers) {
        return answered.stream().collect(Collectors.averagingDouble(id -> item(id).valueOf(
                        given(answers, id).code().orElseThrow())));
    }

    private double index(QuestionScale scale, double score) {
        QuestionItem first = item(scale.items().get(0));
        return keyed(scale) ? 100 * score : 100 * (score - first.least()) / (first.greatest() - first.least());
    }

    /**
     * Whether an answer counts: it is in the key, or in the top levels of a rated item.
     *
     * @param scale the scale, not null
     * @param item  an item of it, not null
     * @param code  an answer of the item, not null
     */
    public boolean counts(QuestionScale scale, QuestionItem item, String code) {
        if (item.keyed()) {
            return item.key().contains(code);
        }
        double value = item.valueOf(code);
        List<Double> levels = new ArrayList<>();
        for (QuestionItem.Choice choice : item.substantive()) {
            levels.add(item.valueOf(choice.code()));
        }
        List<Double> sorted = levels.stream().distinct().sorted().toList();
        return value >= sorted.get(sorted.size() - Math.min(scale.top(), sorted.size()));
    }
}
