package org.safecommunity.cli.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;

/**
 * A questionnaire as written, before anything about it is known to be right.
 *
 * @param id         short name
 * @param title      title
 * @param source     who drew it up, from what
 * @param mark       standing of the wording: {@code official}, {@code published} or {@code proposal}
 * @param optionSets answers that several items share, by name
 * @param items      the questions in order
 * @param scales     what is scored together
 */
record QuestionnaireDraft(
        @Nullable String id,
        @Nullable LocalText title,
        @Nullable LocalText source,
        @Nullable String mark,
        @JsonProperty("option-sets") @Nullable Map<String, @Nullable List<@Nullable OptionDraft>> optionSets,
        @Nullable List<@Nullable ItemDraft> items,
        @Nullable List<@Nullable ScaleDraft> scales) {

    /**
     * An answer.
     *
     * @param code  as in the data
     * @param value place on the scale
     * @param text  what the respondent reads
     */
    record OptionDraft(
            @Nullable String code,
            @Nullable Double value,
            @Nullable LocalText text) {}

    /**
     * A question.
     *
     * @param id        name of its column
     * @param text      wording
     * @param options   answers, or
     * @param optionSet the name of a set of answers; with neither the answer is free text
     * @param key       codes that count
     * @param noAnswer  codes that are no answer
     * @param reverse   whether high values are unfavourable
     * @param askIf     skip logic
     */
    record ItemDraft(
            @Nullable String id,
            @Nullable LocalText text,
            @Nullable List<@Nullable OptionDraft> options,
            @JsonProperty("option-set") @Nullable String optionSet,
            @Nullable List<@Nullable String> key,
            @JsonProperty("no-answer") @Nullable List<@Nullable String> noAnswer,
            @Nullable Boolean reverse,
            @JsonProperty("ask-if") @Nullable ConditionDraft askIf) {}

    /**
     * Skip logic: asked only after one of some answers to an earlier item.
     *
     * @param item    the earlier item
     * @param answers codes of its answers
     */
    record ConditionDraft(@Nullable String item, @Nullable List<@Nullable String> answers) {}

    /**
     * Items that are scored together.
     *
     * @param id              name
     * @param title           title
     * @param kind            awareness, recognition, attitude, behaviour, satisfaction or participation
     * @param items           its items
     * @param top             number of top levels that count; 2 unless given
     * @param minimumAnswered share of the items due that must be answered; 0.5 unless given
     * @param pass            score from which a person has passed
     */
    record ScaleDraft(
            @Nullable String id,
            @Nullable LocalText title,
            @Nullable String kind,
            @Nullable List<@Nullable String> items,
            @Nullable Integer top,
            @JsonProperty("minimum-answered") @Nullable Double minimumAnswered,
            @Nullable Double pass) {}
}
