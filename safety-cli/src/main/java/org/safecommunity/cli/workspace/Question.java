package org.safecommunity.cli.workspace;

import java.util.List;
import org.safecommunity.model.LocalText;

/**
 * A question of the survey.
 *
 * @param column   column of the answers
 * @param text     the question
 * @param kind     {@code knowledge} or {@code satisfaction}
 * @param positive answers that count as known or satisfied
 * @param options  every answer that may be given
 */
public record Question(String column, LocalText text, String kind, List<String> positive, List<String> options) {}
