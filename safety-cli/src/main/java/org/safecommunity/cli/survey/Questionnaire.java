package org.safecommunity.cli.survey;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.safecommunity.metrics.questionnaire.QuestionnaireScoring;
import org.safecommunity.model.LocalText;

/**
 * A sound questionnaire: its scoring and its texts.
 *
 * @param id      short name
 * @param title   title
 * @param source  who drew it up, from what
 * @param mark    standing of the wording
 * @param scoring items, skip logic and scales
 * @param items   wording of each item
 * @param options wording of each option of an item, by item and code
 * @param scales  title of each scale
 */
record Questionnaire(
        String id,
        LocalText title,
        LocalText source,
        String mark,
        QuestionnaireScoring scoring,
        Map<String, LocalText> items,
        Map<String, Map<String, LocalText>> options,
        Map<String, LocalText> scales) {

    /** Wording of an item. */
    LocalText itemText(String item) {
        return requireNonNull(items.get(item), item);
    }

    /** Wording of an option of an item. */
    LocalText optionText(String item, String code) {
        return requireNonNull(requireNonNull(options.get(item), item).get(code), code);
    }

    /** Title of a scale. */
    LocalText scaleText(String scale) {
        return requireNonNull(scales.get(scale), scale);
    }
}
