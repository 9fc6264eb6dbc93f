package org.safecommunity.metrics.questionnaire;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Items that are scored together. Items that all have a key make a keyed scale: the score is the share of the answers that
 * count. Items that all have values and no key make a rated scale: the score is the mean of the values, reversed items turned
 * round. Immutable; see {@link QuestionnaireScoring#faults} for what may be wrong with it.
 *
 * @param id              name of the scale, not null
 * @param kind            what it is about, not null
 * @param items           its items
 * @param top             in a rated scale the number of highest levels that count as agreement or content, usually 2
 * @param minimumAnswered share of the items due that must be answered for a score
 * @param pass            score from which a person counts as having passed, e.g. 0.8 of the answers right; empty without such a
 *                        mark
 */
public record QuestionScale(
        String id, ScaleKind kind, List<String> items, int top, double minimumAnswered, OptionalDouble pass) {
    public QuestionScale {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        items = List.copyOf(items);
        requireNonNull(pass, "pass");
    }
}
