package org.safecommunity.metrics.questionnaire;

import java.util.OptionalDouble;

/**
 * The score of a person on a scale.
 *
 * @param due      items put to the person
 * @param answered items answered
 * @param counted  answers that count: right in a keyed scale, in the top levels of a rated one
 * @param score    share of the answers that count, or mean of the values; empty where too few items were answered
 * @param index    the score from 0 (worst) to 100 (best); empty with the score
 * @param passed   whether the score reaches the mark of the scale; {@code false} without mark or score
 */
public record ScaleScore(
        int due, int answered, int counted, OptionalDouble score, OptionalDouble index, boolean passed) {}
