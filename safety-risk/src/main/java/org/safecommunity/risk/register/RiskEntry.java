package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.RiskScore;

/**
 * One hazard of the register with its current score. Immutable.
 *
 * @param riskId     id in the register, not blank
 * @param place      where the hazard is, not blank
 * @param hazard     what it is, not blank
 * @param topic      topic of the standard it belongs to, e.g. {@code 4.5.1.b}, or empty
 * @param score      current score, not null
 * @param controls   what keeps it under control, or empty
 * @param nextReview day of the next review, or null when none is set
 */
public record RiskEntry(
        @NotBlank String riskId,
        @NotBlank String place,
        @NotBlank String hazard,
        @NotNull String topic,
        @NotNull RiskScore score,
        @NotNull String controls,
        @Nullable LocalDate nextReview) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the review date is null
     * @throws IllegalArgumentException if id, place or hazard is blank
     */
    public RiskEntry {
        Checks.text(riskId, "riskId");
        Checks.text(place, "place");
        Checks.text(hazard, "hazard");
        requireNonNull(topic, "topic");
        requireNonNull(score, "score");
        requireNonNull(controls, "controls");
    }
}
