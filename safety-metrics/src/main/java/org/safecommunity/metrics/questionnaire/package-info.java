/**
 * Statistics of questionnaires: scoring of answers, reliability of a scale of items and change between two rounds with the same
 * people. Start from {@link org.safecommunity.metrics.questionnaire.QuestionnaireScoring}, {@link
 * org.safecommunity.metrics.questionnaire.CronbachAlpha} or {@link
 * org.safecommunity.metrics.questionnaire.PairedAnswers}. Answers are summed up as they are read and not kept. Samples with a
 * design belong to the package of survey statistics.
 */
@NullMarked
package org.safecommunity.metrics.questionnaire;

import org.jspecify.annotations.NullMarked;
