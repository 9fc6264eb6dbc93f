package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safecommunity.metrics.questionnaire.QuestionItem;
import org.safecommunity.model.LocalText;

/**
 * A rated item as it is shown: its levels from the lowest on, as answered. A reversed item is not turned round.
 *
 * @param id     column
 * @param text   wording
 * @param levels levels in rising order
 */
record LikertItem(String id, LocalText text, List<Level> levels, List<String> noAnswer) {
    /**
     * A level.
     *
     * @param code  code in the data
     * @param value value
     * @param text  what the respondent read
     */
    record Level(String code, double value, LocalText text) {}

    /** The rated items of a questionnaire. */
    static List<LikertItem> of(Questionnaire questionnaire) {
        List<LikertItem> items = new ArrayList<>();
        for (QuestionItem item : questionnaire.scoring().items()) {
            if (item.rated() && !item.keyed()) {
                List<Level> levels = item.options().stream()
                        .filter(option -> !item.noAnswer().contains(option.code()))
                        .map(option -> new Level(
                                option.code(),
                                option.value().orElseThrow(),
                                questionnaire.optionText(item.id(), option.code())))
                        .sorted(Comparator.comparingDouble(Level::value))
                        .toList();
                items.add(new LikertItem(item.id(), questionnaire.itemText(item.id()), levels, item.noAnswer()));
            }
        }
        return items;
    }

    /** An item whose levels are numbers. */
    static LikertItem of(String id, List<Double> values, List<String> codes) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            levels.add(new Level(codes.get(i), values.get(i), LocalText.of(codes.get(i))));
        }
        return new LikertItem(id, LocalText.of(id), levels, List.of());
    }

    /** The level of a cell: the same code, or the same number. */
    Optional<Level> level(String cell, Optional<Double> number) {
        return levels.stream()
                .filter(level -> level.code().equals(cell)
                        || (number.isPresent() && number.get() == level.value() && !noAnswer.contains(cell)))
                .findFirst();
    }

    /** −1 below the middle of the levels, 0 in it, 1 above. */
    int side(int level) {
        return Integer.signum(2 * level - (levels.size() - 1));
    }
}
