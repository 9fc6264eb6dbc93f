package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.survey.QuestionnaireDraft.ItemDraft;
import org.safecommunity.cli.survey.QuestionnaireDraft.OptionDraft;
import org.safecommunity.cli.survey.QuestionnaireDraft.ScaleDraft;
import org.safecommunity.metrics.questionnaire.QuestionItem;
import org.safecommunity.metrics.questionnaire.QuestionScale;
import org.safecommunity.metrics.questionnaire.QuestionnaireScoring;
import org.safecommunity.metrics.questionnaire.ScaleKind;
import org.safecommunity.model.LocalText;

/** Turns what was written into a questionnaire and collects every fault on the way. */
final class QuestionnaireBuilder {
    private static final List<String> MARKS = List.of("official", "published", "proposal");
    private static final int TOP = 2;
    private static final double MINIMUM_ANSWERED = 0.5;
    private static final LocalText NONE = LocalText.of("-");

    private final QuestionnaireDraft draft;
    private final List<LocalText> faults = new ArrayList<>();
    private final List<QuestionItem> items = new ArrayList<>();
    private final List<QuestionScale> scales = new ArrayList<>();
    private final Map<String, LocalText> itemTexts = new LinkedHashMap<>();
    private final Map<String, Map<String, LocalText>> optionTexts = new LinkedHashMap<>();
    private final Map<String, LocalText> scaleTexts = new LinkedHashMap<>();

    QuestionnaireBuilder(QuestionnaireDraft draft) {
        this.draft = draft;
        need(draft.id(), "id");
        need(draft.title(), "title");
        need(draft.source(), "source");
        if (!MARKS.contains(String.valueOf(draft.mark()))) {
            faults.add(Texts.both("questionnaire.mark", String.valueOf(draft.mark()), String.join(", ", MARKS)));
        }
        int number = 0;
        for (ItemDraft item : list(draft.items())) {
            item(item, "items[" + ++number + "]");
        }
        number = 0;
        for (ScaleDraft scale : list(draft.scales())) {
            scale(scale, "scales[" + ++number + "]");
        }
        QuestionnaireScoring.faults(items, scales)
                .forEach(note -> faults.add(new LocalText(note.message(Locale.ENGLISH), note.message(Locale.CHINESE))));
    }

    /** What is wrong; empty for a sound questionnaire. */
    List<LocalText> faults() {
        return faults;
    }

    /** The questionnaire; only without faults. */
    Questionnaire build() {
        return new Questionnaire(
                Objects.requireNonNull(draft.id()),
                Objects.requireNonNull(draft.title()),
                Objects.requireNonNull(draft.source()),
                Objects.requireNonNull(draft.mark()),
                QuestionnaireScoring.of(items, scales),
                itemTexts,
                optionTexts,
                scaleTexts);
    }

    private void item(ItemDraft item, String place) {
        String id = need(item.id(), place + ".id");
        itemTexts.put(id, item.text() == null ? NONE : item.text());
        need(item.text(), place + ".text");
        List<OptionDraft> options = options(item, place);
        List<QuestionItem.Choice> choices = new ArrayList<>();
        Map<String, LocalText> texts = new LinkedHashMap<>();
        int number = 0;
        for (OptionDraft option : options) {
            String code = need(option.code(), place + ".options[" + ++number + "].code");
            Double value = option.value();
            choices.add(
                    new QuestionItem.Choice(code, value == null ? OptionalDouble.empty() : OptionalDouble.of(value)));
            texts.put(code, option.text() == null ? LocalText.of(code) : option.text());
        }
        optionTexts.put(id, texts);
        QuestionnaireDraft.ConditionDraft condition = item.askIf();
        Optional<QuestionItem.AskedIf> askedIf = condition == null
                ? Optional.empty()
                : Optional.of(new QuestionItem.AskedIf(
                        need(condition.item(), place + ".ask-if.item"), list(condition.answers())));
        items.add(new QuestionItem(
                id, choices, list(item.key()), list(item.noAnswer()), Boolean.TRUE.equals(item.reverse()), askedIf));
    }

    private List<OptionDraft> options(ItemDraft item, String place) {
        String set = item.optionSet();
        if (set == null) {
            return list(item.options());
        }
        Map<String, @Nullable List<@Nullable OptionDraft>> sets = draft.optionSets();
        if (sets == null || !sets.containsKey(set)) {
            String known = sets == null ? "" : String.join(", ", sets.keySet());
            faults.add(Texts.both("questionnaire.option-set", place, set, known));
            return List.of();
        }
        if (item.options() != null) {
            faults.add(Texts.both("questionnaire.both-options", place));
        }
        return list(sets.get(set));
    }

    private void scale(ScaleDraft scale, String place) {
        String id = need(scale.id(), place + ".id");
        scaleTexts.put(id, scale.title() == null ? NONE : scale.title());
        need(scale.title(), place + ".title");
        String kind = need(scale.kind(), place + ".kind");
        Optional<ScaleKind> known = Arrays.stream(ScaleKind.values())
                .filter(one -> one.label().equals(kind))
                .findFirst();
        if (known.isEmpty()) {
            String kinds =
                    Arrays.stream(ScaleKind.values()).map(ScaleKind::label).collect(Collectors.joining(", "));
            faults.add(Texts.both("questionnaire.kind", place, kind, kinds));
        }
        Double pass = scale.pass();
        scales.add(new QuestionScale(
                id,
                known.orElse(ScaleKind.ATTITUDE),
                list(scale.items()),
                scale.top() == null ? TOP : scale.top(),
                scale.minimumAnswered() == null ? MINIMUM_ANSWERED : scale.minimumAnswered(),
                pass == null ? OptionalDouble.empty() : OptionalDouble.of(pass)));
    }

    private String need(@Nullable Object value, String place) {
        boolean there = value != null && !value.toString().isBlank();
        if (!there) {
            faults.add(Texts.both("questionnaire.missing", place));
        }
        return there ? String.valueOf(value) : place;
    }

    private static <T> List<T> list(@Nullable List<@Nullable T> list) {
        return list == null
                ? List.of()
                : list.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }
}
