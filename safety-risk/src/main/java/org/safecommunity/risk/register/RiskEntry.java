package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safecommunity.risk.score.RiskScore;

/**
 * One hazard of the register with its current score.
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
    public RiskEntry {
        requireText(riskId, "riskId");
        requireText(place, "place");
        requireText(hazard, "hazard");
        requireNonNull(topic, "topic");
        requireNonNull(score, "score");
        requireNonNull(controls, "controls");
    }

    private static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
